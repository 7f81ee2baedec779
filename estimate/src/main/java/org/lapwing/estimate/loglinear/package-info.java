// SPDX-License-Identifier: Apache-2.0
/** Log-linear models of the capture table: fits, searches, profile intervals, heterogeneity, and the stepwise search for sparse tables. Pure functions; thread-safe. */
@NullMarked
package org.lapwing.estimate.loglinear;

import org.jspecify.annotations.NullMarked;
