// SPDX-License-Identifier: Apache-2.0
/**
 * What comes in at the gate: its collection, triage, replies, and the keys of the week to which the gate seals.
 *
 * <p>Promised: a report leaves the gate only after its entry is durable and under a signed checkpoint; one that does not
 * open or verify stays there and is shown as such. Refused: opening a file from outside. Nothing that a report says stands
 * in a log, an exception or an address.
 */
@NullMarked
package org.lapwing.desk.inbox;

import org.jspecify.annotations.NullMarked;
