// SPDX-License-Identifier: Apache-2.0
/** Special functions, small linear algebra, quantiles and random variates, as the methods need them. Thread-safe. */
@NullMarked
package org.lapwing.estimate.numeric;

import org.jspecify.annotations.NullMarked;
