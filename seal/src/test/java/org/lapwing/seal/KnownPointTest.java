// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Optional;
import java.util.SplittableRandom;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.junit.jupiter.api.Test;

class KnownPointTest {
    private static final HexFormat HEX = HexFormat.of();

    private final SplittableRandom random = new SplittableRandom(20261122);

    private byte[] bytes() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] multiplied(KnownPoint point, byte[] scalar) {
        byte[] out = new byte[32];
        point.multiply(scalar, out);
        return out;
    }

    private static byte[] expected(byte[] scalar, byte[] key) {
        byte[] out = new byte[32];
        X25519.scalarMult(scalar, 0, key, 0, out, 0);
        return out;
    }

    @Test
    void givesWhatTheLadderGivesForRandomKeysAndScalars() {
        int keys = 0;
        while (keys < 40) {
            byte[] key = bytes();
            if (keys % 2 == 0) { // of the group itself, as every honest key is
                X25519.scalarMultBase(bytes(), 0, key, 0);
            }
            Optional<KnownPoint> point = KnownPoint.of(key);
            if (point.isPresent()) { // half of all random coordinates lie on the twist
                keys++;
                for (int i = 0; i < 25; i++) {
                    byte[] scalar = bytes();
                    assertThat(multiplied(point.get(), scalar)).isEqualTo(expected(scalar, key));
                }
            }
        }
    }

    @Test
    void givesWhatTheLadderGivesForScalarsOfOnesZerosAndEachSingleNibble() {
        byte[] key = new byte[32];
        X25519.scalarMultBase(bytes(), 0, key, 0);
        KnownPoint point = KnownPoint.of(key).orElseThrow();
        for (int at = 0; at < 64; at++) {
            for (int nibble = 0; nibble < 16; nibble++) {
                for (int rest : new int[] {0, 0xff, 0x88, 0x77}) {
                    byte[] scalar = new byte[32];
                    java.util.Arrays.fill(scalar, (byte) rest);
                    scalar[at / 2] = (byte) (at % 2 == 0 ? rest & 0xf0 | nibble : rest & 0x0f | nibble << 4);
                    assertThat(multiplied(point, scalar)).isEqualTo(expected(scalar, key));
                }
            }
        }
    }

    @Test
    void saysWhenNothingWasAgreedOn() {
        for (String low : new String[] {
            "00".repeat(32),
            "01" + "00".repeat(31),
            "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
            "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"
        }) {
            byte[] key = HEX.parseHex(low);
            assertThat(expected(bytes(), key)).isEqualTo(new byte[32]);
            KnownPoint.of(key)
                    .ifPresent(point ->
                            assertThat(point.multiply(bytes(), new byte[32])).isFalse());
        }
    }
}
