/**
 * Which records on several lists are the same person: lists in; scored pairs, clusters, samples of whole partitions out.
 *
 * <p>Promises: no labels and no expert are needed; the same lists give the same bytes on any number of threads and in any
 * order of rows; a pair that people decided is never overruled; what blocking loses is estimated and told. Refuses: ids that
 * stand twice in a list, columns of one name, models that name absent columns. It stores nothing and knows no desk.
 */
@NullMarked
package org.lapwing.linkage;

import org.jspecify.annotations.NullMarked;
