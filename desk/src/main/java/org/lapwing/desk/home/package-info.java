// SPDX-License-Identifier: Apache-2.0
/**
 * The page after unlocking: what waits for this member, and what they hold.
 *
 * <p>Promised: it counts only what the member may see. Stateless.
 */
@NullMarked
package org.lapwing.desk.home;

import org.jspecify.annotations.NullMarked;
