// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.lapwing.dossier.DossierTargets;
import org.lapwing.tlog.Frontier;
import org.lapwing.tlog.Reading;

/** Every length and number that a file states, set to what no file has: refused at once, before memory is taken for it. */
class LyingLengthsTest {
    private static final int[] FOUR_BYTES = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 8, 1 << 30};
    private static final long[] EIGHT_BYTES = {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32, 1L << 53, Integer.MAX_VALUE
    };
    private static final List<String> WRITTEN = List.of(
            "-1",
            "2147483647",
            "2147483648",
            "4294967296",
            "9007199254740993",
            "9223372036854775807",
            "9223372036854775808",
            "18446744073709551616",
            "1e9",
            "+7",
            "007",
            "\u0667");
    private static int tried;

    @AfterAll
    static void say() {
        System.out.printf("lying lengths and numbers: %,d refused%n", tried);
    }

    private static void refused(Artefact.Judged made, byte[] forged, String what) throws Exception {
        tried++;
        assertThat(Artefact.refuses(made.judge(), forged)).as(what).isTrue();
    }

    @Test
    void ofKeyFileGrantAndWrappedKey() throws Exception {
        Artefact.Judged keyFile = Artefact.KEY_FILE.make();
        for (int at : new int[] {16, 20, 24}) { // memory, passes, lanes
            setAll(keyFile, at);
        }
        Artefact.Judged grant = Artefact.GRANT.make();
        setAll(grant, "lapwing/grant/v1".length() + 1 + "casebook".length()); // its epoch
        for (int length = 0; length < 256; length++) {
            if (length != "casebook".length()) {
                byte[] forged = grant.bytes().clone();
                forged["lapwing/grant/v1".length()] = (byte) length;
                refused(grant, forged, "a name of " + length);
            }
        }
        setAll(Artefact.WRAPPED_KEY.make(), 0); // its epoch
    }

    private static void setAll(Artefact.Judged made, int at) throws Exception {
        for (int value : FOUR_BYTES) {
            byte[] forged = made.bytes().clone();
            ByteBuffer.wrap(forged).putInt(at, value);
            refused(made, forged, "at " + at + ": " + value);
        }
    }

    @Test
    void ofAFrontier() {
        for (long size : EIGHT_BYTES) {
            byte[] bytes = ByteBuffer.allocate(8 + 32).putLong(size).array();
            tried++;
            assertThat(Frontier.parse(bytes) instanceof Reading.Read<Frontier>(var frontier)
                            && frontier.size() != 1L << 32)
                    .as("%d", size)
                    .isFalse();
        }
    }

    /** Sizes, indexes, versions, epochs: each decimal in a signed text. */
    @Test
    void ofEachNumberThatATextStates() throws Exception {
        for (Artefact artefact :
                new Artefact[] {Artefact.CHECKPOINT, Artefact.TLOG_PROOF, Artefact.ROSTER, Artefact.CERTIFICATE}) {
            Artefact.Judged made = artefact.make();
            String text = new String(made.bytes(), StandardCharsets.UTF_8);
            var number = Pattern.compile("(?m)(?<=^|[ -])[0-9]{1,4}(?=$|[ -])").matcher(text);
            int found = 0;
            while (number.find()) {
                found++;
                for (String other : WRITTEN) {
                    String forged = text.substring(0, number.start()) + other + text.substring(number.end());
                    refused(made, forged.getBytes(StandardCharsets.UTF_8), artefact + ": " + other);
                }
            }
            assertThat(found).as(artefact + ": numbers in it").isPositive();
        }
    }

    /** Lengths in the zip of a package and in what a gate lists and reports. */
    @Test
    void ofAZipAndOfTheGatesWords() throws Exception {
        byte[] zip = Files.readAllBytes(CorpusTest.CORPUS.resolve("package/seed-sealed"));
        var packages = new DossierTargets();
        for (int at = 0; at + 46 < zip.length; at++) {
            boolean local = signature(zip, at, 0x04034b50);
            boolean central = signature(zip, at, 0x02014b50);
            boolean end = signature(zip, at, 0x06054b50);
            for (int field : local
                    ? new int[] {18, 22}
                    : central ? new int[] {20, 24, 42} : end ? new int[] {12, 16} : new int[0]) {
                for (int value : FOUR_BYTES) {
                    byte[] forged = zip.clone();
                    ByteBuffer.wrap(forged).order(ByteOrder.LITTLE_ENDIAN).putInt(at + field, value);
                    tried++;
                    packages.container(forged);
                    assertThat(packages.verifiesWithOtherFiles(forged, zip)).isFalse();
                }
            }
        }
        stated(Target.REPORT, "addition", "\"length\":3", "\"length\":");
        stated(Target.WAITING_LIST, "one", "67195", "");
    }

    private static void stated(Target target, String seed, String number, String before) throws Exception {
        String text = Files.readString(CorpusTest.CORPUS.resolve(target.folder() + "/seed-" + seed));
        for (String other : WRITTEN) {
            tried++;
            target.parser().take(text.replace(number, before + other).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean signature(byte[] zip, int at, int signature) {
        return ByteBuffer.wrap(Arrays.copyOfRange(zip, at, at + 4))
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .getInt()
                == signature;
    }
}
