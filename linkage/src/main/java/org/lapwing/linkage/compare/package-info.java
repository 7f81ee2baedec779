/**
 * What two cells of one column say to each other, in grades: a {@link org.lapwing.linkage.compare.Comparison} reads cells
 * into values, names its levels from "differs" up to "the same", and gives the keys by which records are brought together. It
 * never repairs a cell: what it cannot read counts as missing, and missing says nothing. Comparisons with a working table
 * belong to one thread; {@link org.lapwing.linkage.compare.Kind#comparison} makes a new one.
 */
@NullMarked
package org.lapwing.linkage.compare;

import org.jspecify.annotations.NullMarked;
