// SPDX-License-Identifier: Apache-2.0
/**
 * How many in all, including those on nobody's list? Overlap tables in; intervals, or reasons why there is none, out.
 *
 * <p>{@link org.lapwing.estimate.CaptureTable} is what every method reads; each answers with
 * {@link org.lapwing.estimate.Estimate}s, whose {@link org.lapwing.estimate.Answer} is an interval or a refusal with its
 * reason. {@link org.lapwing.estimate.Headline} says what may be said of all of them together.
 *
 * <p>Promised: methods that are exact are exact; those that sample say whether their chains agree and refuse if not; the
 * same table, settings and seed give the same bytes on any number of cores; nothing loops without end. Refused: counting
 * rows, and a number where the lists cannot carry one. Everything is a value or a pure function, safe between threads.
 */
@NullMarked
package org.lapwing.estimate;

import org.jspecify.annotations.NullMarked;
