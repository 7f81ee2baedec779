// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

/** A tree of {@code size} leaves with this {@code root}: what a checkpoint states, without its signatures. */
public record TreeHead(long size, Hash root) {
    /** The largest size that every peer, JSON in browsers included, reads exactly: 2^53 - 1. */
    public static final long MAX_SIZE = (1L << 53) - 1;

    static boolean isSize(long size) {
        return size >= 0 && size <= MAX_SIZE;
    }
}
