// SPDX-License-Identifier: Apache-2.0
/** Every door of the desk, tried by every duty and without every compartment. */
@NullMarked
package org.lapwing.desk.access;

import org.jspecify.annotations.NullMarked;
