// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What is asked of a table. The defaults are ours; the options name what reproduces a reference.
 *
 * @param seed of everything that is drawn
 * @param grid dga's grid of every unseen count to so many times n; 0 for ours, which widens itself
 * @param delta dga's prior count in each cell; 0 for 2^-t
 * @param classes K of the latent classes
 * @param cap of latent classes, in n; 0 for none
 * @param scans draws kept of each of four chains
 * @param threshold of the stepwise search for sparse tables
 * @param replicates of its bootstrap; 0 for none
 * @param doubtful names of lists that copy or feed another, or whose origin nobody documented
 */
public record Settings(
        Set<Method> methods,
        long seed,
        int grid,
        double delta,
        int classes,
        double cap,
        int scans,
        double threshold,
        int replicates,
        List<String> doubtful) {

    public Settings {
        methods = Set.copyOf(methods);
        doubtful = List.copyOf(doubtful);
    }

    public static Settings usual(long seed) {
        return new Settings(EnumSet.allOf(Method.class), seed, 0, 0, 10, 0, 5_000, 0.02, 0, List.of());
    }

    public Settings lighter(int otherScans) {
        return new Settings(methods, seed, grid, delta, classes, cap, otherScans, threshold, replicates, doubtful);
    }

    public Settings asking(Set<Method> others) {
        return new Settings(others, seed, grid, delta, classes, cap, scans, threshold, replicates, doubtful);
    }

    /** With every method that the headline reads, if it is asked for. */
    Settings withWhatTheHeadlineNeeds() {
        if (!asks(Method.HEADLINE)) {
            return this;
        }
        Set<Method> more = EnumSet.copyOf(methods);
        more.addAll(EnumSet.of(Method.LCMCR, Method.DGA, Method.SPARSE, Method.LOGLINEAR));
        return asking(more);
    }

    public boolean asks(Method method) {
        return methods.contains(method);
    }
}
