// SPDX-License-Identifier: Apache-2.0
/**
 * The demonstration: an invented world, written entry by entry as its members would have written it. Nothing here is used
 * by a desk that was not started with {@code --demo}.
 */
@NullMarked
package org.lapwing.desk.demo;

import org.jspecify.annotations.NullMarked;
