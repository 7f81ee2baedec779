// SPDX-License-Identifier: Apache-2.0
/**
 * Code names for people, and the tokens that stand for names in working copies.
 *
 * <p>Promised: a code name says nothing of whom it names; a token leads back to the original only through its map, which
 * lies in another compartment; offsets are code points. Randomness is passed in. Everything is immutable and safe for use
 * by several threads, except for the generator that the caller passes.
 */
@NullMarked
package org.lapwing.casebook.naming;

import org.jspecify.annotations.NullMarked;
