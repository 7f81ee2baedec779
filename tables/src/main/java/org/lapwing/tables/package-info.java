// SPDX-License-Identifier: Apache-2.0
/**
 * Typed CSV in and out, and the overlap table.
 *
 * <p><b>Accepts</b> UTF-8 with or without a byte order mark, lines ending in LF or CRLF, a header row, quoting as in RFC
 * 4180, and {@code ,} or {@code ;} between cells: whichever of the two stands first in the header outside quotes.
 *
 * <p><b>Refuses</b>, with one {@link org.lapwing.tables.TableException} that names file, line and column and says what is
 * accepted: bytes that are not UTF-8, NUL, a quote left open or out of place, rows longer or shorter than the header, two
 * columns of one name, a missing column, an empty file, a header without rows (unless the schema allows it), more columns
 * or longer cells than {@link org.lapwing.tables.Limits} state. It guesses no types, trims nothing and repairs nothing.
 *
 * <p>A message shows the value at fault, shortened, unless its column is sealed: then never. Columns that the schema does
 * not name have no type and so no errors of value.
 *
 * <p>{@link org.lapwing.tables.TableReader} streams in constant memory; {@link org.lapwing.tables.TableWriter} writes
 * beside and renames, so that no reader sees half a file. Values are immutable and safe between threads; a reader or
 * writer belongs to one thread.
 */
@NullMarked
package org.lapwing.tables;

import org.jspecify.annotations.NullMarked;
