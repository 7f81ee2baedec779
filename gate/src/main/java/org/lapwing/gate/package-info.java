// SPDX-License-Identifier: Apache-2.0
/**
 * The gate: the public process that takes reports in and can read nothing of what it keeps.
 *
 * <p><b>Promises.</b> What is sent is sealed as it streams in and durable before it is acknowledged. No log of requests,
 * no name of a server, no file outside the data folder. It never dials out.
 *
 * <p><b>Refuses.</b> To start where it would write a heap dump, or without a roster that holds from the pinned root.
 *
 * <p>Rooms inside: {@code visit} is what people see, {@code spool} what lies on the disk, {@code trust} whom it believes,
 * {@code collection} what the desk asks.
 */
@NullMarked
package org.lapwing.gate;

import org.jspecify.annotations.NullMarked;
