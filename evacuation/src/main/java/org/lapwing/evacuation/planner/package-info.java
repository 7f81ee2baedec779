/**
 * From a situation to a plan: exact insertion of one household among the others by dynamic programming, and ruin and
 * recreate over that (Schrimpf and others, Journal of Computational Physics 159, 2000), escorts as a second stage.
 *
 * <p>Promised: with the same seed and number of iterations the same plan, bit for bit, on any number of cores; the best
 * plan so far at any moment; a stop when asked. Refused: proof that a plan is the best one.
 */
@NullMarked
package org.lapwing.evacuation.planner;

import org.jspecify.annotations.NullMarked;
