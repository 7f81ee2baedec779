// SPDX-License-Identifier: Apache-2.0
/**
 * How sure the group may be: who knows what apart from whom, what a standard of proof asks for and what is missing, what
 * few people could have told, how many are documented.
 *
 * <p>Promised: pure functions of a casebook; unknown is never independent; a bare denial never blocks or lowers anything;
 * every missing thing is named. What other compartments hold is not seen, so every number is "of what you may see".
 * Refused: scores, averages of claims, and any standard that belongs to courts.
 *
 * <p>Everything is immutable and safe for use by several threads.
 */
@NullMarked
package org.lapwing.casebook.weigh;

import org.jspecify.annotations.NullMarked;
