// SPDX-License-Identifier: Apache-2.0
/**
 * Measured figures beside the targets that were set, and beside a peer measured in the same run on the same machine.
 *
 * <p>Promises: bounded in count and time; loopback only; data from a stated seed; each case's figures are kept as soon as
 * they are there, so that a run that was stopped goes on where it ended. Refuses: to assert anything; a figure is a figure.
 * Not thread-safe.
 */
@NullMarked
package org.lapwing.bench;

import org.jspecify.annotations.NullMarked;
