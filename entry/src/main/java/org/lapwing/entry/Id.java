// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.nio.ByteBuffer;
import java.util.Random;

/**
 * 128 random bits that name something. Never ordered by time, so an id says nothing of when or beside what it was made.
 * Written as 26 characters of lower-case base32 (RFC 4648 alphabet, no padding).
 */
public record Id(long high, long low) implements Comparable<Id> {
    public static final int LENGTH = 26;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    /** @param random a {@link java.security.SecureRandom}, except in tests and in the demonstration */
    public static Id random(Random random) {
        return new Id(random.nextLong(), random.nextLong());
    }

    public static Id of(byte[] sixteen) {
        if (sixteen.length != 16) {
            throw new EntryException("an id has 16 bytes, not " + sixteen.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(sixteen);
        return new Id(buffer.getLong(), buffer.getLong());
    }

    public static Id parse(String text) {
        if (!isId(text)) {
            throw new EntryException("an id has 26 characters of a-z and 2-7");
        }
        // 13 characters hold the upper 64 bits and one bit of the lower; the last of the 26 ends with two bits of
        // nothing
        long high = 0;
        for (int i = 0; i < 12; i++) {
            high = high << 5 | five(text.charAt(i));
        }
        int between = five(text.charAt(12));
        long low = between & 1;
        for (int i = 13; i < LENGTH - 1; i++) {
            low = low << 5 | five(text.charAt(i));
        }
        return new Id(high << 4 | between >> 1, low << 3 | five(text.charAt(LENGTH - 1)) >> 2);
    }

    /** The five bits of a character, or -1. */
    private static int five(char c) {
        return c >= 'a' && c <= 'z' ? c - 'a' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
    }

    /** Whether the text is the written form of an id: the question to ask of anything that came in an address. */
    public static boolean isId(String text) {
        if (text.length() != LENGTH) {
            return false;
        }
        int all = 0;
        for (int i = 0; i < LENGTH; i++) {
            all |= five(text.charAt(i));
        }
        // 26 * 5 = 130 bits: the last two must be zero, so that an id has one written form only.
        return all >= 0 && (five(text.charAt(LENGTH - 1)) & 3) == 0;
    }

    public byte[] bytes() {
        return ByteBuffer.allocate(16).putLong(high).putLong(low).array();
    }

    @Override
    public int compareTo(Id other) {
        int byHigh = Long.compareUnsigned(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        char[] out = new char[LENGTH];
        for (int i = 0; i < 12; i++) {
            out[i] = ALPHABET.charAt((int) (high >>> (59 - 5 * i)) & 31);
        }
        out[12] = ALPHABET.charAt((int) (high << 1 | low >>> 63) & 31);
        for (int i = 13; i < LENGTH - 1; i++) {
            out[i] = ALPHABET.charAt((int) (low >>> (58 - 5 * (i - 13))) & 31);
        }
        out[LENGTH - 1] = ALPHABET.charAt((int) (low << 2) & 31);
        return new String(out);
    }
}
