// SPDX-License-Identifier: Apache-2.0
/** What a desk's process and its folder hold, searched from outside. */
@NullMarked
package org.lapwing.desk.memory;

import org.jspecify.annotations.NullMarked;
