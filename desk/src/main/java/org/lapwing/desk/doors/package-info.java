// SPDX-License-Identifier: Apache-2.0
/**
 * Who may come in: the roster, set-up in the browser, unlocking and locking, duties.
 *
 * <p>Promised: a route is open only to members with its duty; keys live in memory while their member is unlocked and not
 * a moment longer. A locked screen says nothing of what this is.
 */
@NullMarked
package org.lapwing.desk.doors;

import org.jspecify.annotations.NullMarked;
