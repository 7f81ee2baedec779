// SPDX-License-Identifier: Apache-2.0
/**
 * What can have happened in a casebook: every kind of entry that this room owns, as records in the past tense, grouped by
 * the compartment that holds them. Slot numbers are fixed for ever; the listing is {@code docs/formats/kinds.md}.
 *
 * <p>Promised: a fact knows its compartment, the subjects that it changes and the ids that it mentions. Refused: any
 * field for orientation, religion or ethnicity, and any form in which "who named whom under torture" could be written
 * down: a claim of coerced naming has no place for whoever was named.
 *
 * <p>All values are immutable and safe for use by several threads.
 */
@NullMarked
package org.lapwing.casebook.fact;

import org.jspecify.annotations.NullMarked;
