// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

/**
 * A state, and how far it has read.
 *
 * @param next the index from which to read on
 * @param era of {@link Snapshots#era} when the reading began: states from before an erasure are never written down
 */
public record Folded<S>(S state, long next, long era) {}
