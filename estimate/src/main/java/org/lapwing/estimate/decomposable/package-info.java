// SPDX-License-Identifier: Apache-2.0
/** Bayesian averaging over decomposable graphs (Madigan and York 1997). Pure functions; thread-safe. */
@NullMarked
package org.lapwing.estimate.decomposable;

import org.jspecify.annotations.NullMarked;
