/**
 * Which records on several lists are the same person: lists in; scored pairs, clusters, samples of whole partitions out.
 *
 * <p>Memory: with R records of C columns and F fields, K keys, D different cells, N different values and E found pairs, about
 * {@code R (4 C + 4 F + 4 K + 45) + 40 D + 500 N} bytes are held, and {@code 12 R K + 12 E} more at most, which go to an
 * encrypted file ({@link org.lapwing.linkage.spill}) beyond the bound that the caller sets.
 *
 * <p>Promises: no labels and no expert are needed; the same lists give the same bytes on any number of threads and in any
 * order of rows; a pair that people decided is never overruled; what blocking loses is estimated and told. Refuses: ids that
 * stand twice in a list, columns of one name, models that name absent columns. It stores nothing and knows no desk.
 */
@NullMarked
package org.lapwing.linkage;

import org.jspecify.annotations.NullMarked;
