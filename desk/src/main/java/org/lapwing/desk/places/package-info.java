// SPDX-License-Identifier: Apache-2.0
/**
 * Places and who was held there, when.
 *
 * <p>Promised: a bar is solid only for what somebody says who was there; an end that nobody knows is drawn open; whoever
 * is known only through others and not reviewed is left out and counted as left out. Every drawing has a table beside it.
 * Immutable throughout, so pages may share them.
 */
@NullMarked
package org.lapwing.desk.places;

import org.jspecify.annotations.NullMarked;
