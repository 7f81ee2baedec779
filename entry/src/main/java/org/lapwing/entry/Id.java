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
        byte[] bytes = new byte[17];
        int bit = 0;
        for (int i = 0; i < LENGTH; i++) {
            int five = ALPHABET.indexOf(text.charAt(i));
            for (int b = 4; b >= 0; b--, bit++) {
                bytes[bit >> 3] |= (byte) (((five >> b) & 1) << (7 - (bit & 7)));
            }
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Id(buffer.getLong(), buffer.getLong());
    }

    /** Whether the text is the written form of an id: the question to ask of anything that came in an address. */
    public static boolean isId(String text) {
        return text.length() == LENGTH
                && text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)
                // 26 * 5 = 130 bits: the last two must be zero, so that an id has one written form only.
                && (ALPHABET.indexOf(text.charAt(LENGTH - 1)) & 3) == 0;
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
        byte[] bytes = java.util.Arrays.copyOf(bytes(), 17);
        StringBuilder out = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            int bit = i * 5;
            int pair = ((bytes[bit >> 3] & 0xff) << 8) | ((bit >> 3) + 1 < 17 ? bytes[(bit >> 3) + 1] & 0xff : 0);
            out.append(ALPHABET.charAt((pair >> (11 - (bit & 7))) & 31));
        }
        return out.toString();
    }
}
