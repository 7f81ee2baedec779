// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * The sizes that sealed bodies come in: from 256 bytes, eight even steps to each doubling, so 6 to 12.5 % apart. What is
 * seen of a length is its class.
 */
public final class BodySizes {

    public static final int SMALLEST = 256;
    public static final int LARGEST = 16 * 1024 * 1024;
    /** Nonce, commitment, tag and the length before the text. */
    static final int OVERHEAD = 32 + 32 + Gcm.TAG_BYTES + 4;

    public static final int LARGEST_TEXT = LARGEST - OVERHEAD;

    private BodySizes() {}

    /** The smallest class that holds {@code bytes}. */
    public static int classOf(int bytes) {
        if (bytes < 0 || bytes > LARGEST) {
            throw new SealException("a sealed body has at most " + LARGEST + " bytes; this would have " + bytes);
        }
        if (bytes <= SMALLEST) {
            return SMALLEST;
        }
        int step = Integer.highestOneBit(bytes - 1) / 8;
        return Math.ceilDiv(bytes, step) * step;
    }

    static boolean isClass(int bytes) {
        return bytes >= SMALLEST && bytes <= LARGEST && classOf(bytes) == bytes;
    }
}
