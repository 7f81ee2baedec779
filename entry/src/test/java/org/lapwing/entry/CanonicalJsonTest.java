// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1.5",
                "1e3",
                "01",
                "-0",
                "+1",
                "9007199254740992",
                "\"",
                "-",
                "00",
                "\"\\u0041\"",
                "\"\\u0008\"",
                "\"\\u001F\"",
                "\"\\/\"",
                "\"a",
                "[1,]",
                "[1 ,2]",
                "{\"b\":1,\"a\":2}",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1}x",
                "{\"é\":1}",
                "{\"a\" :1}",
                "tru",
                "\"\\ud800\"",
                "\"\\u00\"",
                "\"\\x\"",
                "[",
                "{",
                "\"\u0001\""
            })
    void whatIsNotCanonicalIsRefused(String text) {
        assertThatThrownBy(() -> CanonicalJson.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(EntryException.class);
    }

    @Test
    void invalidUtf8IsRefused() {
        assertThatThrownBy(() -> CanonicalJson.parse(new byte[] {'"', (byte) 0xc3, '"'}))
                .hasMessageContaining("not valid UTF-8");
    }

    @Test
    void nestingThatWouldOverflowAReaderIsRefused() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        assertThatThrownBy(() -> CanonicalJson.parse(deep.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("nested deeper");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "0",
                "-9007199254740991",
                "true",
                "{\"a\":[1,{\"b\":\"\\n\\u001f\\\"\\\\\"}]}",
                "\"Её взяли у рынка 🚂\""
            })
    void whatIsCanonicalComesBackToTheByte(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(CanonicalJson.encode(CanonicalJson.parse(bytes))).isEqualTo(bytes);
    }

    @Test
    void aThousandSeededValuesComeBackEqual() {
        Random random = new Random(20190503);
        for (int i = 0; i < 1000; i++) {
            Json value = value(random, 0);
            assertThat(CanonicalJson.parse(CanonicalJson.encode(value))).isEqualTo(value);
        }
    }

    /** Whatever is let through is what would be written: then it need not be written to be compared. */
    @Test
    void ofChangedBytesOnlyThoseAreReadThatWouldBeWritten() {
        Random random = new Random(20190504);
        byte[] likely = "{}[],:\"\\\\0123456789-aAbfnrtu \u0000\u001f\u007fé".getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = CanonicalJson.encode(value(random, 0));
            for (int changes = random.nextInt(3) + 1; changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = likely[random.nextInt(likely.length)];
            }
            try {
                assertThat(CanonicalJson.encode(CanonicalJson.parse(bytes))).isEqualTo(bytes);
                read++;
            } catch (EntryException _) {
                // refused, as most of them are
            }
        }
        assertThat(read).isGreaterThan(1000);
    }

    private static Json value(Random random, int depth) {
        switch (random.nextInt(depth > 3 ? 3 : 5)) {
            case 0 -> {
                var text = new StringBuilder();
                random.ints(random.nextInt(12), 0, 0x2ffff)
                        .filter(c -> c < 0xd800 || c > 0xdfff)
                        .forEach(text::appendCodePoint);
                return Json.of(text.toString());
            }
            case 1 -> {
                return Json.of(random.nextLong() >> 11);
            }
            case 2 -> {
                return Json.of(random.nextBoolean());
            }
            case 3 -> {
                var items = new ArrayList<Json>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    items.add(value(random, depth + 1));
                }
                return Json.items(items);
            }
            default -> {
                var tree = new TreeMap<String, Json>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    tree.put("k" + random.nextInt(100), value(random, depth + 1));
                }
                return Json.tree(tree);
            }
        }
    }

    @Test
    void anIdHasOneWrittenForm() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            Id id = Id.random(random);
            assertThat(Id.parse(id.toString())).isEqualTo(id);
            assertThat(Id.of(id.bytes())).isEqualTo(id);
        }
        assertThat(Id.isId("a".repeat(25) + "b")).isFalse();
        assertThat(Id.isId("../../../../../../etc/pass")).isFalse();
    }
}
