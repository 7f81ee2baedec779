// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

/**
 * The leaves {@code start} to {@code end} (exclusive) of a log, with their root, as
 * draft-ietf-plants-merkle-tree-certs-02 defines a subtree.
 */
public record Subtree(long start, long end, Hash root) {
    /** A subtree is not empty and starts at a multiple of the smallest power of two that holds it. */
    public boolean wellFormed() {
        if (start < 0 || start >= end || end > TreeHead.MAX_SIZE) {
            return false;
        }
        long width = end - start;
        long ceiling = width == 1 ? 1 : Long.highestOneBit(width - 1) << 1;
        return (start & (ceiling - 1)) == 0;
    }
}
