// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.lapwing.estimate.loglinear;

import org.jspecify.annotations.NullMarked;
