// SPDX-License-Identifier: Apache-2.0
/**
 * The closed lists of words that the casebook is written in, with labels in English and Russian and, where one exists,
 * the nearest number of the HURIDOCS micro-thesauri. Words and wording are our own.
 *
 * <p>Refused: any list from which a person's orientation, religion or ethnicity could be read. Order within a list means
 * something only where the list says so. Constants are immutable; adding one is no new version of a kind, removing or
 * renaming one is.
 */
@NullMarked
package org.lapwing.casebook.term;

import org.jspecify.annotations.NullMarked;
