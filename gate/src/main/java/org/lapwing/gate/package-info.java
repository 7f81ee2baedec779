// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.gate;

import org.jspecify.annotations.NullMarked;
