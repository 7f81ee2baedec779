// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

/** The logarithm of a density, up to a constant, and a force that leads up it. */
interface Landscape {
    int dimension();

    /** Exact. */
    double logDensity(double[] point);

    default double called(double[] point) { return 1; }

    /** The slope of the density, or near it: whether a path is taken is decided by the density alone. */
    void gradient(double[] point, double[] into);
}
