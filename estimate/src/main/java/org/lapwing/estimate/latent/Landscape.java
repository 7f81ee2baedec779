// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

/** A density, as likelihood and prior in logarithms up to a constant, and a force that leads up it. */
interface Landscape {
    int dimension();

    /** Exact. */
    double logLikelihood(double[] point);

    /** Exact. */
    double logPrior(double[] point);

    /** The slope of the density, or near it: whether a path is taken is decided by the density alone. */
    void gradient(double[] point, double[] into);

    /** The logarithm of the chance that a path is begun at all, were this the place: what keeps a path that leads elsewhere fair. */
    default double logCalled(double[] point) {
        return 0;
    }
}
