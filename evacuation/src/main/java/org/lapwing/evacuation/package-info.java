/**
 * Who moves when, and where they sleep: a situation in, a plan out, with the rules that both are held to.
 *
 * <p>Promised: {@link org.lapwing.evacuation.planner} never returns a plan that {@link org.lapwing.evacuation.check}
 * refuses; whoever finds no place is named with the reasons. Refused: addresses, names of people, where anybody is now.
 * Households, houses and helpers go by code names. Days are counted in nights: night 0 is the first one that is planned,
 * and a leg from night 3 until night 5 sleeps twice and moves on the morning of day 5.
 *
 * <p>Values are immutable and safe for use by several threads.
 */
@NullMarked
package org.lapwing.evacuation;

import org.jspecify.annotations.NullMarked;
