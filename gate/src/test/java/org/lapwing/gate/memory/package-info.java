// SPDX-License-Identifier: Apache-2.0
/** What a used gate's process and its folder hold, searched from outside. */
@NullMarked
package org.lapwing.gate.memory;

import org.jspecify.annotations.NullMarked;
