// SPDX-License-Identifier: Apache-2.0
/**
 * Stories in a real browser and real processes, and the rules of the house. Nothing here is shipped. Each journey starts
 * the packaged house as {@code ./lapwing serve} does, in a folder of its own, and ends every process that it started.
 */
@NullMarked
package org.lapwing.journeys;

import org.jspecify.annotations.NullMarked;
