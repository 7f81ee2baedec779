// SPDX-License-Identifier: Apache-2.0
/**
 * Whom the gate believes: the roster as a chain from the pinned root, and the intake certificates signed by its members.
 *
 * <p>Promises that nothing is sealed to a key, and no request obeyed, that the newest roster it was shown does not carry.
 * Refuses a chain that is not a continuation of its own, and a certificate that its roster does not bear out. Thread-safe.
 */
@NullMarked
package org.lapwing.gate.trust;

import org.jspecify.annotations.NullMarked;
