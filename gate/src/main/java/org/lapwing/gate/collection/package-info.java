// SPDX-License-Identifier: Apache-2.0
/**
 * What the desk asks of the gate: reports to collect, rosters, certificates and replies to push, the bell.
 *
 * <p>Promises to obey only requests signed by the desk key of the newest roster, fresh and never twice. Refuses everything
 * else in one line of plain text, and keeps no log. What is handed out is sealed; this side cannot read it. Thread-safe.
 * The protocol is written down in {@code docs/formats/gate.md}.
 */
@NullMarked
package org.lapwing.gate.collection;

import org.jspecify.annotations.NullMarked;
