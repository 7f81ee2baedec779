// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Locale;

/**
 * Bech32 (BIP 173) without its length limit, as age uses it. Strict: one case only, exact prefix, zero padding bits, no
 * whitespace. The checksum finds typing mistakes; it is no protection against an attacker.
 */
final class Bech32 {

    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int CHECKSUM_LENGTH = 6;

    private Bech32() {}

    /** Lower-case text of {@code bytes} under the lower-case prefix {@code prefix}. */
    static String encode(String prefix, byte[] bytes) {
        byte[] data = regroup(bytes, 8, 5, true);
        int checksum = checksum(prefix, Arrays.copyOf(data, data.length + CHECKSUM_LENGTH)) ^ 1;
        var text = new StringBuilder(prefix).append('1');
        for (byte value : data) {
            text.append(ALPHABET.charAt(value));
        }
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            text.append(ALPHABET.charAt((checksum >>> (5 * i)) & 31));
        }
        return text.toString();
    }

    /**
     * The bytes of {@code text}, whose prefix must be exactly {@code prefix}, in its case.
     *
     * @param what how messages call the value; the value itself never appears in them
     */
    static byte[] decode(String what, String prefix, String text) {
        if (!text.startsWith(prefix + "1")) {
            throw new SealException("This is not %s: it must begin with \"%s1\".".formatted(what, prefix));
        }
        boolean upper = prefix.equals(prefix.toUpperCase(Locale.ROOT));
        byte[] data = values(what, text, prefix.length() + 1, upper);
        if (data.length < CHECKSUM_LENGTH || checksum(prefix.toLowerCase(Locale.ROOT), data) != 1) {
            throw new SealException(
                    "This is not %s: its checksum is wrong.\nMaybe a character was lost or mistyped; copy it again, whole."
                            .formatted(what));
        }
        try {
            return regroup(Arrays.copyOf(data, data.length - CHECKSUM_LENGTH), 5, 8, false);
        } catch (IllegalArgumentException e) {
            throw new SealException("This is not %s: its last character carries spare bits.".formatted(what), e);
        }
    }

    private static byte[] values(String what, String text, int from, boolean upper) {
        byte[] data = new byte[text.length() - from];
        for (int i = 0; i < data.length; i++) {
            char c = text.charAt(from + i);
            int value = ALPHABET.indexOf(upper ? toLower(c) : c);
            if (value < 0) {
                throw new SealException("This is not %s: character %d is not accepted there (%s, without 1, b, i, o)."
                        .formatted(what, from + i + 1, upper ? "A to Z and 0 to 9" : "a to z and 0 to 9"));
            }
            data[i] = (byte) value;
        }
        return data;
    }

    /** Only capitals become small letters: in upper-case text a small letter stays no letter of the alphabet. */
    private static char toLower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c >= 'a' ? '!' : c;
    }

    private static int checksum(String prefix, byte[] data) {
        int sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix.length(); i++) {
            sum = step(sum, prefix.charAt(i) & 31);
        }
        for (byte value : data) {
            sum = step(sum, value);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if ((top >>> i & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    /** Regroups bits; without padding, left-over bits must be fewer than {@code from} and zero (BIP 173). */
    private static byte[] regroup(byte[] in, int from, int to, boolean pad) {
        var out = new ByteArrayOutputStream(in.length * from / to + 1);
        int held = 0;
        int bits = 0;
        for (byte b : in) {
            held = ((held << from) | (b & ((1 << from) - 1))) & 0xfff;
            bits += from;
            while (bits >= to) {
                bits -= to;
                out.write(held >>> bits & ((1 << to) - 1));
            }
        }
        int rest = held & ((1 << bits) - 1);
        if (pad && bits > 0) {
            out.write(rest << (to - bits) & ((1 << to) - 1));
        } else if (!pad && (bits >= from || rest != 0)) {
            throw new IllegalArgumentException("spare bits");
        }
        return out.toByteArray();
    }
}
