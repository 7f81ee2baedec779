// SPDX-License-Identifier: Apache-2.0
/**
 * What somebody sees and does at the gate: one address, one neutral title, each step a page, each press a POST that is
 * answered by a redirect.
 *
 * <p><b>Promises.</b> What was typed lives in memory until it is sealed, half an hour at most, and is wiped on leaving. No
 * address holds anything. A receipt that fits no report shows what one shows whose reply is not there yet.
 *
 * <p><b>Refuses.</b> Scripts, anything from elsewhere, any log of what was asked.
 *
 * <p><b>Thread-safety.</b> {@link org.lapwing.gate.visit.Visits} and the door may be used by several threads; a visit is
 * changed by one request at a time.
 */
@NullMarked
package org.lapwing.gate.visit;

import org.jspecify.annotations.NullMarked;
