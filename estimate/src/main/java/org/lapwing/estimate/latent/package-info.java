// SPDX-License-Identifier: Apache-2.0
/** Latent classes with stick-breaking weights (Manrique-Vallier 2016): the sampler and its diagnostics. Pure functions; thread-safe. */
@NullMarked
package org.lapwing.estimate.latent;

import org.jspecify.annotations.NullMarked;
