// SPDX-License-Identifier: Apache-2.0
/** The doors as people meet them, over real HTTP. */
@NullMarked
package org.lapwing.desk.doors;

import org.jspecify.annotations.NullMarked;
