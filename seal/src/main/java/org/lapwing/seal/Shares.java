// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Shamir's sharing (CACM 22:11, 1979) byte by byte over GF(256) with the polynomial of AES, x^8+x^4+x^3+x+1.
 *
 * <p>Fewer than the threshold say nothing about the secret. A wrong share gives a wrong secret, not an error: compare
 * each share's {@link Share#commitment()} first, as {@link #combine(List, int, List)} does. Multiplication has no tables
 * and no branches on secrets. Stateless, thread-safe.
 */
public final class Shares {

    private Shares() {}

    /** Splits {@code secret} so that any {@code threshold} of {@code count} shares (at most 255) give it back. */
    public static List<Share> split(byte[] secret, int threshold, int count, SecureRandom random) {
        if (threshold < 2 || threshold > count || count > 255) {
            throw new SealException(
                    "shares are 2 to 255, the threshold 2 to their number; asked for " + threshold + " of " + count);
        }
        byte[][] coefficients = new byte[threshold][];
        coefficients[0] = secret.clone();
        for (int power = 1; power < threshold; power++) {
            coefficients[power] = new byte[secret.length];
            random.nextBytes(coefficients[power]);
        }
        List<Share> shares = new ArrayList<>();
        for (int x = 1; x <= count; x++) {
            shares.add(new Share(x, evaluate(coefficients, x)));
        }
        return List.copyOf(shares);
    }

    /** The secret of exactly {@code threshold} shares, each checked against its commitment (a list by index - 1). */
    public static byte[] combine(List<Share> shares, int threshold, List<byte[]> commitments) {
        if (shares.size() != threshold) {
            throw new SealException("needs " + threshold + " shares, was given " + shares.size());
        }
        for (Share share : shares) {
            if (share.index() > commitments.size() || !share.matches(commitments.get(share.index() - 1))) {
                throw new SealException(
                        "share " + share.index() + " is not the one that was made: its commitment differs");
            }
        }
        return combine(shares);
    }

    /** Lagrange interpolation at zero; the caller vouches for the shares and for their number. */
    static byte[] combine(List<Share> shares) {
        int length = shares.getFirst().value().length;
        byte[] secret = new byte[length];
        for (int at = 0; at < shares.size(); at++) {
            Share share = shares.get(at);
            int weight = weightAtZero(at, shares);
            byte[] value = share.value();
            if (value.length != length) {
                throw new SealException(
                        "shares of one secret have one length; found " + length + " and " + value.length);
            }
            for (int i = 0; i < length; i++) {
                secret[i] ^= (byte) multiply(weight, value[i] & 0xff);
            }
        }
        return secret;
    }

    private static int weightAtZero(int at, List<Share> shares) {
        int own = shares.get(at).index();
        int weight = 1;
        for (int i = 0; i < shares.size(); i++) {
            int other = shares.get(i).index();
            if (i != at && other == own) {
                throw new SealException("share " + own + " was given twice");
            }
            if (i != at) {
                weight = multiply(weight, multiply(other, inverse(other ^ own)));
            }
        }
        return weight;
    }

    private static byte[] evaluate(byte[][] coefficients, int x) {
        byte[] value = new byte[coefficients[0].length];
        for (int power = coefficients.length - 1; power >= 0; power--) { // Horner
            for (int i = 0; i < value.length; i++) {
                value[i] = (byte) (multiply(value[i] & 0xff, x) ^ coefficients[power][i]);
            }
        }
        return value;
    }

    static int multiply(int a, int b) {
        int product = 0;
        int factor = a;
        for (int bit = 0; bit < 8; bit++) {
            product ^= -((b >>> bit) & 1) & factor;
            factor = (factor << 1) ^ (-((factor >>> 7) & 1) & 0x11b);
        }
        return product;
    }

    /** a^254, since a^255 = 1 for every a but 0. */
    static int inverse(int a) {
        int power = a;
        int result = 1;
        for (int bit = 1; bit < 8; bit++) {
            power = multiply(power, power);
            result = multiply(result, power);
        }
        return result;
    }
}
