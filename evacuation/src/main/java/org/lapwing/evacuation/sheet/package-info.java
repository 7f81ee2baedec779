/**
 * What leaves the hands of whoever leads: one sheet for each move, and the report for those who may see everything.
 * Stateless.
 */
@NullMarked
package org.lapwing.evacuation.sheet;

import org.jspecify.annotations.NullMarked;
