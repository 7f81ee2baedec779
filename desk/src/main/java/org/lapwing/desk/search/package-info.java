// SPDX-License-Identifier: Apache-2.0
/**
 * Search: words of the casebook found again, in Russian and English, by whoever may read them.
 *
 * <p>Promised: one index per compartment, in memory only, made when its volume is read and gone with it; nobody's search
 * touches an index of a compartment that they do not hold. An index holds ids and the stems of words, no text: what a
 * page quotes is read again from the reader's {@link org.lapwing.desk.reading.View}. Name values are in the index of
 * their own compartment alone, which is asked by press, with a purpose, as an entry. What was sought stands in no address,
 * no log and no file. Refused: a syntax to learn; whatever is typed is looked for. Safe for use by several threads.
 */
@NullMarked
package org.lapwing.desk.search;

import org.jspecify.annotations.NullMarked;
