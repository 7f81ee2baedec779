// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class Slip39Test {
    private static final Path WORDS = Path.of(
            System.getProperty("lapwing.shared", "absent"),
            "vectors/trezor+python-shamir-mnemonic/shamir_mnemonic/wordlist.txt");

    private static final Path VECTORS = Path.of(
            System.getProperty("lapwing.shared", "absent"), "vectors/trezor+python-shamir-mnemonic/vectors.json");

    @Test
    void agreesWithAllFortyFiveForeignVectors() throws Exception {
        assumeThat(VECTORS).as("SLIP-0039 vectors").exists();
        // Each vector: [ "name", [ "sheet", ... ], "secret hex or empty", "xprv" ]
        Matcher vector = Pattern.compile(
                        "\\[\\s*\"([^\"]*)\",\\s*\\[([^\\]]*)\\],\\s*\"([^\"]*)\",\\s*\"[^\"]*\"\\s*\\]")
                .matcher(Files.readString(VECTORS));
        int ran = 0;
        while (vector.find()) {
            List<String> sheets = new ArrayList<>();
            Matcher sheet = Pattern.compile("\"([^\"]+)\"").matcher(vector.group(2));
            while (sheet.find()) {
                sheets.add(sheet.group(1));
            }
            if (vector.group(3).isEmpty()) {
                assertThatThrownBy(() -> Slip39.combine(sheets, "TREZOR"))
                        .as(vector.group(1))
                        .isInstanceOf(SealException.class);
            } else {
                assertThat(HexFormat.of().formatHex(Slip39.combine(sheets, "TREZOR")))
                        .as(vector.group(1))
                        .isEqualTo(vector.group(3));
            }
            ran++;
        }
        assertThat(ran).isEqualTo(45);
    }

    @Test
    void knowsTheForeignWordListWordByWord() throws Exception {
        assumeThat(WORDS).as("SLIP-0039 word list").exists();
        try (InputStream own = Objects.requireNonNull(Slip39Sheet.class.getResourceAsStream("slip39-words.txt"))) {
            assertThat(new String(own.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(1024)
                    .isEqualTo(Files.readAllLines(WORDS));
        }
    }

    @Test
    void anyTwoOfThreeSheetsGiveTheSecretAndOneGivesNothing() {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        List<String> sheets = Slip39.split(secret, 2, 3, random);
        assertThat(Slip39.combine(List.of(sheets.get(0), sheets.get(1)))).isEqualTo(secret);
        assertThat(Slip39.combine(List.of(sheets.get(2), sheets.get(0)))).isEqualTo(secret);
        assertThat(Slip39.combine(List.of(sheets.get(1), sheets.get(2)))).isEqualTo(secret);
        assertThatThrownBy(() -> Slip39.combine(List.of(sheets.get(1)))).hasMessageContaining("needs 2 sheets");
        assertThatThrownBy(() -> Slip39.combine(sheets)).hasMessageContaining("was given 3");
    }

    @Test
    void aMistypedWordIsNamedOrCaughtByTheChecksum() {
        List<String> sheets = Slip39.split(new byte[16], 2, 3, new SecureRandom());
        String[] words = sheets.getFirst().split(" ");
        words[6] = words[6].equals("academic") ? "acid" : "academic";
        assertThatThrownBy(() -> Slip39.combine(List.of(String.join(" ", words), sheets.get(1))))
                .hasMessageContaining("checksum");
        words[6] = "lapwing";
        assertThatThrownBy(() -> Slip39.combine(List.of(String.join(" ", words), sheets.get(1))))
                .hasMessageContaining("word 7");
    }

    @Test
    void refusesASheetThatWouldKeepTheMachineBusyForMinutes() {
        String costly = new Slip39Sheet(1, true, 15, 0, 1, 1, 0, 1, new byte[16]).words();
        assertThatThrownBy(() -> Slip39.combine(List.of(costly)))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("exponent");
        assertThatThrownBy(() -> Slip39.combine(List.of("academic ".repeat(100_000))))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("at most 59 words");
    }
}
