/**
 * The report of one run for people, in English or Russian: what was recognised, what agreement is worth, which pairs to look
 * at and why, how lists overlap. One HTML file without scripts. Pure functions of a result.
 */
@NullMarked
package org.lapwing.linkage.report;

import org.jspecify.annotations.NullMarked;
