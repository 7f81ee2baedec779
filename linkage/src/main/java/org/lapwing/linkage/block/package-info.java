/**
 * Which pairs are worth comparing: keys chosen from the data, groups of records that share one, and how many true pairs share
 * none. Nothing explodes in silence: a group that is too large is compared in a window and counted. Not changed once built,
 * safe between threads.
 */
@NullMarked
package org.lapwing.linkage.block;

import org.jspecify.annotations.NullMarked;
