// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The manual is the test: each block of docs/formats/overlap-table.md is read as it stands there. */
final class OverlapTableFormatTest {

    private static final Path DOC = Path.of(System.getProperty("lapwing.root", ".."), "docs/formats/overlap-table.md");

    private static Matcher blocks(String opening) throws IOException {
        return Pattern.compile("```" + opening + "\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOC));
    }

    private static OverlapTable read(String text) {
        return OverlapTable.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "overlap.csv");
    }

    @Test
    void readsWhatTheManualAccepts() throws IOException {
        int ran = 0;
        for (Matcher m = blocks("csv accepted"); m.find(); ran++) {
            OverlapTable table = read(m.group(1));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            table.write(out);
            assertThat(read(out.toString(StandardCharsets.UTF_8))).isEqualTo(table);
        }
        assertThat(ran).isEqualTo(3);
    }

    @Test
    void refusesWhatTheManualRefusesInItsWords() throws IOException {
        int ran = 0;
        for (Matcher m = blocks("csv refused: ([^\n]+)"); m.find(); ran++) {
            String text = m.group(2);
            assertThatThrownBy(() -> read(text))
                    .isInstanceOf(TableException.class)
                    .hasMessageStartingWith("overlap.csv, " + m.group(1))
                    .hasMessageContaining("; accepted: ");
        }
        assertThat(ran).isEqualTo(14);
    }

    @Test
    void writesTheBytesOfTheManual() throws IOException {
        Matcher hex = blocks("hex");
        Matcher csv = blocks("csv accepted");
        assertThat(hex.find() && csv.find()).isTrue();
        byte[] expected = HexFormat.of().parseHex(hex.group(1).replaceAll("\\s", ""));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        read(csv.group(1)).write(out);
        assertThat(out.toByteArray()).isEqualTo(expected).hasSize(59);
    }

    @Test
    void refusesTwentyOneLists() {
        StringBuilder header = new StringBuilder();
        for (int i = 1; i <= 21; i++) {
            header.append("list").append(i).append(',');
        }
        String text = header + "count\n" + "1,".repeat(21) + "3\n";
        assertThatThrownBy(() -> read(text))
                .hasMessage(
                        "overlap.csv, line 1: there are 21 lists; accepted: a header of 2 to 20 list names and count");
    }

    @Test
    void carriesWithheldCountsAsRanges() {
        OverlapTable table = read("a,b,count\n1,0,10\n0,1,<5\n1,1,0\n");
        assertThat(table.count(2)).isEqualTo(new Count.FewerThan(5));
        assertThat(table.count(2).known()).isEmpty();
        assertThat(table.leastObserved()).isEqualTo(10);
        assertThat(table.mostObserved()).isEqualTo(14);
        assertThat(table.count(3)).isEqualTo(new Count.Exactly(0));
    }

    @Test
    void takesColumnsInAnyOrder() {
        OverlapTable table = read("count;b;a\n<5;1;0\n10;0;1\n");
        assertThat(table.lists()).containsExactly("b", "a");
        assertThat(table.count(1)).isEqualTo(new Count.FewerThan(5));
        assertThat(table.count(2)).isEqualTo(new Count.Exactly(10));
    }

    @Test
    void aTableOfZerosCanBeReadBack() throws IOException {
        OverlapTable empty = new OverlapTable(List.of("a", "b"), new TreeMap<>());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        empty.write(out);
        assertThat(out).hasToString("a,b,count\n1,0,0\n");
        assertThat(read(out.toString(StandardCharsets.UTF_8))).isEqualTo(empty);
    }

    @Test
    void theValueRefusesPatternZeroAndPatternsBeyondItsLists() {
        TreeMap<Integer, Count> counts = new TreeMap<>();
        counts.put(0, new Count.Exactly(1));
        assertThatThrownBy(() -> new OverlapTable(List.of("a", "b"), counts))
                .isInstanceOf(IllegalArgumentException.class);
        counts.clear();
        counts.put(4, new Count.Exactly(1));
        assertThatThrownBy(() -> new OverlapTable(List.of("a", "b"), counts))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
