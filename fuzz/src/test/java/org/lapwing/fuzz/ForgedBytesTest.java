// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every one-byte change of everything that is signed or sealed is refused, and every truncation; the short run tries some
 * bytes only, the long one all of them.
 */
class ForgedBytesTest {

    @ParameterizedTest
    @EnumSource
    void refusesSomeChangesAndTruncations(Artefact artefact) throws Exception {
        tryAll(artefact, artefact.step(), false);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void refusesEveryOneByteChangeAndEveryTruncation(Artefact artefact) throws Exception {
        tryAll(artefact, 1, true);
    }

    private static void tryAll(Artefact artefact, int step, boolean all) throws Exception {
        Artefact.Judged made = artefact.make();
        byte[] bytes = made.bytes();
        assertThat(made.judge().takes(bytes)).as("the true one").isTrue();
        int changes = 0;
        for (int at = 0; at < bytes.length; at += step) {
            for (int other : all ? others(artefact, bytes, at) : Set.of((bytes[at] ^ 1 << at % 8) & 0xff)) {
                byte[] forged = bytes.clone();
                forged[at] = (byte) other;
                assertThat(Artefact.refuses(made.judge(), forged) || harmless(artefact, bytes, at, other))
                        .as("%s, byte %d of %d made %d", artefact, at, bytes.length, other)
                        .isTrue();
                changes++;
            }
        }
        int cuts = 0;
        for (int length = 0; length < bytes.length; length += step) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThat(Artefact.refuses(made.judge(), cut) || harmlessCut(artefact, bytes, length))
                    .as("%s, the first %d bytes of %d", artefact, length, bytes.length)
                    .isTrue();
            cuts++;
        }
        System.out.printf(
                "forged %-13s %,7d bytes: %,9d changes and %,7d truncations refused%n",
                artefact, bytes.length, changes, cuts);
    }

    /** All eight single bits and three more values; of artefacts over 16 kB three values in all, turning with the place. */
    private static Set<Integer> others(Artefact artefact, byte[] bytes, int at) {
        var values = new TreeSet<Integer>();
        int own = bytes[at] & 0xff;
        boolean large = bytes.length > 4 * 4096;
        for (int bit = 0; bit < 8; bit++) {
            if (!large || bit == at % 8 || bit == (at + 5) % 8) {
                values.add(own ^ 1 << bit);
            }
        }
        values.add(own ^ 0xff);
        if (!large) {
            values.add(0);
            values.add((own + 1) & 0xff);
        }
        values.remove(own);
        return values;
    }

    /** docs/formats/seal.md: armor may have white space around it, and its last line end may be that. */
    private static boolean harmless(Artefact artefact, byte[] bytes, int at, int other) {
        return artefact == Artefact.ARMOR && at == bytes.length - 1 && " \t\r\n".indexOf(other) >= 0;
    }

    /** The same line end may be missing. */
    private static boolean harmlessCut(Artefact artefact, byte[] bytes, int length) {
        return artefact == Artefact.ARMOR && length == bytes.length - 1;
    }
}
