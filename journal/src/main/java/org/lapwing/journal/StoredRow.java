// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

/**
 * A row as it lies in the store; every column but the index is ciphertext or opaque. The arrays are the row's own: not
 * to be changed.
 *
 * @param index {@code seq}: dense, from 0
 * @param epoch number of the key epoch of its compartment
 * @param tag 8 bytes by which holders of the compartment find it
 * @param leaf 32 bytes, the entry of the tile log
 */
public record StoredRow(
        long index, int epoch, byte[] tag, byte[] leaf, byte[] wrappedKey, byte[] header, byte[] body) {}
