// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.threshold.SecretShare;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;
import org.junit.jupiter.api.Test;

class SharesTest {

    private final SecureRandom random = new Fixed.Counting(77);

    @Test
    void multipliesAsAesDoes() {
        assertThat(Shares.multiply(0x57, 0x83)).isEqualTo(0xc1); // FIPS 197 section 4.2
        assertThat(Shares.multiply(0x57, 0x13)).isEqualTo(0xfe); // FIPS 197 section 4.2.1
    }

    @Test
    void hasAnInverseForEveryByteButZero() {
        for (int a = 1; a < 256; a++) {
            assertThat(Shares.multiply(a, Shares.inverse(a))).isEqualTo(1);
        }
    }

    @Test
    void multipliesLikeLongDivisionForAllPairs() {
        for (int a = 0; a < 256; a++) {
            for (int b = 0; b < 256; b++) {
                assertThat(Shares.multiply(a, b)).isEqualTo(slowProduct(a, b));
            }
        }
    }

    /** Product of polynomials, then the remainder by x^8+x^4+x^3+x+1: another way to the same. */
    private static int slowProduct(int a, int b) {
        int product = 0;
        for (int bit = 0; bit < 8; bit++) {
            if ((b >> bit & 1) == 1) {
                product ^= a << bit;
            }
        }
        for (int bit = 14; bit >= 8; bit--) {
            if ((product >> bit & 1) == 1) {
                product ^= 0x11b << (bit - 8);
            }
        }
        return product;
    }

    @Test
    void givesBackEverySecretByteFromAnyTwoOfThree() {
        for (int secret = 0; secret < 256; secret++) {
            List<Share> shares = Shares.split(new byte[] {(byte) secret}, 2, 3, random);
            for (List<Integer> pair : List.of(List.of(0, 1), List.of(0, 2), List.of(1, 2), List.of(2, 0))) {
                List<Share> two = pair.stream().map(shares::get).toList();
                assertThat(Shares.combine(two)).containsExactly(secret);
            }
        }
    }

    @Test
    void givesBackASecretFromAnyKofN() {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        for (int n = 2; n <= 6; n++) {
            for (int k = 2; k <= n; k++) {
                List<Share> shares = Shares.split(secret, k, n, random);
                for (int mask = 0; mask < 1 << n; mask++) {
                    if (Integer.bitCount(mask) == k) {
                        assertThat(Shares.combine(chosen(shares, mask))).isEqualTo(secret);
                    }
                }
            }
        }
    }

    /** With one share known, each of the 256 secrets is equally possible: exactly one other share fits each. */
    @Test
    void oneShareOfTwoSaysNothing() {
        Share known = Shares.split(new byte[] {0x2a}, 2, 3, random).getFirst();
        boolean[] possible = new boolean[256];
        for (int other = 0; other < 256; other++) {
            possible[Shares.combine(List.of(known, new Share(2, new byte[] {(byte) other})))[0] & 0xff] = true;
        }
        assertThat(possible).doesNotContain(false);
    }

    @Test
    void combinesWhatBouncyCastleSplit() throws Exception {
        for (int k = 2; k <= 5; k++) {
            var splitter = new ShamirSecretSplitter(
                    ShamirSecretSplitter.Algorithm.AES, ShamirSecretSplitter.Mode.Native, 32, new SecureRandom());
            ShamirSplitSecret split = (ShamirSplitSecret) splitter.split(k, 5);
            SecretShare[] theirs = split.getSecretShares();
            List<Share> ours = new ArrayList<>();
            for (int i = 0; i < k; i++) {
                ours.add(new Share(i + 1, theirs[i].getEncoded()));
            }
            assertThat(Shares.combine(ours)).isEqualTo(split.getSecret());
        }
    }

    @Test
    void splitsWhatBouncyCastleCombines() throws Exception {
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        for (int k = 2; k <= 5; k++) {
            List<Share> ours = Shares.split(secret, k, 5, random).subList(0, k);
            ShamirSplitSecretShare[] theirs = ours.stream()
                    .map(share -> new ShamirSplitSecretShare(share.value(), share.index()))
                    .toArray(ShamirSplitSecretShare[]::new);
            var split =
                    new ShamirSplitSecret(ShamirSecretSplitter.Algorithm.AES, ShamirSecretSplitter.Mode.Native, theirs);
            assertThat(split.getSecret()).isEqualTo(secret);
        }
    }

    @Test
    void refusesAShareThatIsNotTheOneMade() {
        List<Share> shares = Shares.split(Fixed.bytes(32, 7), 2, 3, random);
        List<byte[]> commitments = shares.stream().map(Share::commitment).toList();
        Share forged = new Share(2, Fixed.flipped(shares.get(1).value(), 31));
        Share renamed = new Share(3, shares.get(1).value());
        assertThat(Shares.combine(List.of(shares.get(0), shares.get(1)), 2, commitments))
                .isEqualTo(Fixed.bytes(32, 7));
        for (Share wrong : List.of(forged, renamed)) {
            assertThatThrownBy(() -> Shares.combine(List.of(shares.get(0), wrong), 2, commitments))
                    .isInstanceOf(SealException.class)
                    .hasMessageContaining("not the one that was made");
        }
    }

    @Test
    void refusesTooFewOrTheSameTwice() {
        List<Share> shares = Shares.split(Fixed.bytes(32, 7), 2, 3, random);
        List<byte[]> commitments = shares.stream().map(Share::commitment).toList();
        assertThatThrownBy(() -> Shares.combine(shares.subList(0, 1), 2, commitments))
                .hasMessage("needs 2 shares, was given 1");
        assertThatThrownBy(() -> Shares.combine(List.of(shares.get(0), shares.get(0)), 2, commitments))
                .hasMessageContaining("given twice");
    }

    private static List<Share> chosen(List<Share> shares, int mask) {
        List<Share> chosen = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            if ((mask >> i & 1) == 1) {
                chosen.add(shares.get(i));
            }
        }
        return chosen;
    }
}
