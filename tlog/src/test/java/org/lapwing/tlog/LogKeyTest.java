// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogKeyTest {
    private static final LogKey KEY = new LogKey("lapwing.example/siskin", new byte[32]);

    @Test
    void readsItsOwnPublicLines() {
        String text = KEY.verifier().text();
        assertThat(text).hasLineCount(2).startsWith("lapwing.example/siskin+").endsWith("\n");
        assertThat(LogVerifierKey.parse(text).orThrow()).isEqualTo(KEY.verifier());
    }

    /** The public example of golang.org/x/mod/sumdb/note. */
    @Test
    void readsAVerifierKeyOfGo() {
        String vkey = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        NoteKey key = NoteKey.parse(vkey).orThrow();
        assertThat(key.name()).isEqualTo("PeterNeumann");
        assertThat(key.text()).isEqualTo(vkey);
    }

    @Test
    void refusesLinesThatAreNotCanonical() {
        List<String> lines = KEY.verifier().text().lines().toList();
        String good = KEY.verifier().text();
        for (String text : List.of(
                "",
                good.stripTrailing(),
                good + "\n",
                good.replace("\n", "\r\n"),
                lines.getFirst() + "\n",
                lines.getLast() + "\n" + lines.getFirst() + "\n",
                lines.getFirst() + "\n" + lines.getFirst() + "\n",
                good.replaceFirst("siskin", "serin"),
                good.replace("siskin", "serin"),
                lines.getFirst().replaceFirst("=?$", "=") + "\n" + lines.getLast() + "\n",
                lines.getFirst() + "\n"
                        + new LogKey("lapwing.example/serin", new byte[32])
                                .verifier()
                                .mlDsa44()
                                .text() + "\n")) {
            assertThat(LogVerifierKey.parse(text)).as(text).isInstanceOf(Reading.Refused.class);
        }
        for (int i = 0; i < good.length(); i++) {
            char changed = good.charAt(i) == 'A' ? 'B' : 'A';
            String altered = good.substring(0, i) + changed + good.substring(i + 1);
            assertThat(LogVerifierKey.parse(altered)).isInstanceOf(Reading.Refused.class);
        }
    }

    @Test
    void refusesNamesThatANoteCannotCarry() {
        for (String name :
                List.of("", "a b", "a+b", "a\nb", "a\u00a0b", "a\u2028b", "a\u0085b", "a\ud800", "a".repeat(256))) {
            assertThatThrownBy(() -> new LogKey(name, new byte[32])).isInstanceOf(TlogException.class);
        }
        assertThat(new LogKey("a".repeat(255), new byte[32]).name()).hasSize(255);
    }

    @Test
    void refusesPointsThatNoSecretHas() {
        byte[] neutral = new byte[32];
        neutral[0] = 1;
        assertThat(NoteKey.of("siskin", NoteKey.Type.ED25519, neutral)).isInstanceOf(Reading.Refused.class);
    }

    @Test
    void givesEverySecretItsOwnKeys() {
        byte[] secret = LogKey.freshSecret(new SecureRandom());
        LogVerifierKey key = new LogKey("siskin", secret).verifier();
        assertThat(key).isEqualTo(new LogKey("siskin", secret).verifier());
        secret[0] ^= 1;
        LogVerifierKey other = new LogKey("siskin", secret).verifier();
        assertThat(other.ed25519()).isNotEqualTo(key.ed25519());
        assertThat(other.mlDsa44()).isNotEqualTo(key.mlDsa44());
        assertThatThrownBy(() -> new LogKey("siskin", new byte[31])).isInstanceOf(TlogException.class);
    }

    @Test
    void printsNoSecret() {
        assertThat(KEY).hasToString("LogKey[lapwing.example/siskin]");
    }

    @Test
    void isFoundAmongLinesInWhicheverOrderARosterSortedThem() {
        List<String> lines = List.of(
                KEY.verifier().ed25519().text(), KEY.verifier().mlDsa44().text());
        assertThat(LogVerifierKey.ofLines(lines).orThrow()).isEqualTo(KEY.verifier());
        assertThat(LogVerifierKey.ofLines(lines.reversed()).orThrow()).isEqualTo(KEY.verifier());
        assertThat(LogVerifierKey.ofLines(List.of(lines.getFirst()))).isInstanceOf(Reading.Refused.class);
        assertThat(LogVerifierKey.ofLines(List.of(lines.getFirst(), lines.getFirst())))
                .isInstanceOf(Reading.Refused.class);
    }
}
