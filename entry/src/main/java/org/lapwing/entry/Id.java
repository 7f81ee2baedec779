// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * 128 random bits that name something. Never ordered by time, so an id says nothing of when or beside what it was made.
 * Written as 26 characters of lower-case base32 (RFC 4648 alphabet, no padding).
 */
public record Id(long high, long low) implements Comparable<Id> {
    public static final int LENGTH = 26;
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final byte[] FIVES = fives();

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
        Id id = orNull(text);
        if (id == null) {
            throw new EntryException("an id has 26 characters of a-z and 2-7");
        }
        return id;
    }

    /** Whether the text is the written form of an id: the question to ask of anything that came in an address. */
    public static boolean isId(String text) {
        return orNull(text) != null;
    }

    /** The id, or null where this is not the written form of one. Asked millions of times as a desk opens. */
    static @Nullable Id orNull(String text) {
        if (text.length() != LENGTH) {
            return null;
        }
        // 13 characters hold the upper 64 bits and one bit of the lower; each that is none of the alphabet makes all
        // negative
        int all = 0;
        long high = 0;
        for (int i = 0; i < 12; i++) {
            int five = five(text.charAt(i));
            all |= five;
            high = high << 5 | five;
        }
        int between = five(text.charAt(12));
        all |= between;
        long low = between & 1;
        for (int i = 13; i < LENGTH - 1; i++) {
            int five = five(text.charAt(i));
            all |= five;
            low = low << 5 | five;
        }
        int last = five(text.charAt(LENGTH - 1));
        all |= last;
        // 26 * 5 = 130 bits: the last two must be zero, so that an id has one written form only.
        return all >= 0 && (last & 3) == 0 ? new Id(high << 4 | between >> 1, low << 3 | last >> 2) : null;
    }

    private static byte[] fives() {
        byte[] fives = new byte[128];
        Arrays.fill(fives, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            fives[ALPHABET.charAt(i)] = (byte) i;
        }
        return fives;
    }

    /** The five bits of a character, or -1; from a table, since which of letter and digit comes next cannot be guessed. */
    private static int five(char c) {
        return c < FIVES.length ? FIVES[c] : -1;
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
