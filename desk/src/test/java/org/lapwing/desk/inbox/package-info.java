// SPDX-License-Identifier: Apache-2.0
/** Collection against a gate that stands in for the real one, over real HTTP. */
@NullMarked
package org.lapwing.desk.inbox;

import org.jspecify.annotations.NullMarked;
