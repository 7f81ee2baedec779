// SPDX-License-Identifier: Apache-2.0
/**
 * Dates as people remember them: uncertain, approximate, partly unknown, from-to.
 *
 * <p><b>Promises.</b> Reads and writes the Extended Date/Time Format of ISO 8601-2:2019 at level 1 (as profiled by the
 * Library of Congress), with intervals, and one form of level 2 that testimony needs: a day known to its tens
 * ({@code 2017-03-2X}). {@link org.lapwing.edtf.Edtf#parse} and {@code toString} round trip character for character.
 * Comparisons have three answers and say YES or NO only when no possible day disagrees. What is unknown stays unknown:
 * nothing here ever turns "2017" into the first of January.
 *
 * <p><b>What a value means.</b> Every value is read as a happening of one or more days, somewhere within
 * {@link org.lapwing.edtf.Edtf#earliest} to {@link org.lapwing.edtf.Edtf#latest}. That is true of an interval too, since
 * people say "between February and April" both of a stay and of one day that they cannot place. A caller that knows that
 * an interval is a stay from its start to its end asks {@link org.lapwing.edtf.EdtfInterval#throughout} and
 * {@link org.lapwing.edtf.EdtfInterval#meets}, which are surer.
 *
 * <p><b>Approximate</b> ({@code ~}, {@code %}) widens the bounds on both sides, by {@link org.lapwing.edtf.Form}: days by
 * three days, months and seasons by one month, years by one year, decades by five years, centuries by twenty-five.
 * <b>Doubted</b> ({@code ?}, {@code %}) leaves the bounds but makes every comparison answer MAYBE, because the date
 * itself may be wrong; whoever filters a list by date compares {@link org.lapwing.edtf.Edtf#stated} instead.
 *
 * <p><b>Seasons</b> are those of the northern hemisphere in whole months (spring is March to May). "Winter 2017" is said
 * of both ends of that year, so it runs from December 2016 to February 2018.
 *
 * <p><b>Refuses</b>, with a reason: years before 0000 and after 9999 ({@code -0044}, {@code Y17000}), times of day, and
 * the other forms of level 2 (sets, parts qualified singly, {@code 1XXX}, season codes from 25 on).
 *
 * <p>All types are immutable and safe between threads. Refusals are values ({@link org.lapwing.edtf.Reading}); the one
 * exception is {@link org.lapwing.edtf.EdtfException}. No message repeats the text it refuses.
 */
@NullMarked
package org.lapwing.edtf;

import org.jspecify.annotations.NullMarked;
