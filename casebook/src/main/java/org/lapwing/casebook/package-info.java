// SPDX-License-Identifier: Apache-2.0
/**
 * Who did what to whom, who says so: the casebook as a value, its fold, and the questions that pages ask of it.
 *
 * <p>Promised: nothing is averaged and nothing overwritten; every value leads to the entry that says it; a casebook of
 * some compartments answers for those and says which it holds; compartments folded apart are joined without cost.
 * Weighing (independence, proof, exposure) is in {@code weigh}, consent in {@code release}, code names and tokens in
 * {@code naming}, words of the field in {@code term}. Refused: storage, keys, clocks, and any attribute of a person that
 * could make a list of targets.
 *
 * <p>Everything is immutable and safe for use by several threads.
 */
@NullMarked
package org.lapwing.casebook;

import org.jspecify.annotations.NullMarked;
