/**
 * Lists of people as they come, what their columns hold, and the records of all of them in one order with every distinct cell
 * read once. Refuses ids that stand twice in a list, and columns of one name. Values are not changed once built and are safe
 * between threads; messages name file, line and column, never a cell.
 */
@NullMarked
package org.lapwing.linkage.lists;

import org.jspecify.annotations.NullMarked;
