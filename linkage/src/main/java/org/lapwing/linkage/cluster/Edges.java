// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.Arrays;
import java.util.List;

/**
 * Pairs with their weights: log2 of the odds that both records are one person. Ordered by left, then right record; left is
 * always the lower number. Not changed once built.
 */
public final class Edges {

    private static final int RADIX_BITS = 11;
    private static final int RADIX = 1 << RADIX_BITS;

    private final long[] pairs;
    private final float[] weights;

    private Edges(long[] pairs, float[] weights) {
        this.pairs = pairs;
        this.weights = weights;
    }

    /** Collects pairs on one thread. */
    public static final class Builder {
        private long[] pairs = new long[1024];
        private float[] weights = new float[1024];
        private int size;

        public void add(int a, int b, double weight) {
            if (size == pairs.length) {
                pairs = Arrays.copyOf(pairs, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
            }
            pairs[size] = (long) Math.min(a, b) << 32 | Math.max(a, b);
            weights[size++] = (float) weight;
        }

        public int size() {
            return size;
        }

        public int left(int at) {
            return (int) (pairs[at] >>> 32);
        }

        public int right(int at) {
            return (int) pairs[at];
        }

        public float weight(int at) {
            return weights[at];
        }
    }

    /** All pairs of all builders in order, each once. */
    public static Edges of(List<Builder> builders) {
        int size = builders.stream().mapToInt(Builder::size).sum();
        long[] pairs = new long[size];
        float[] weights = new float[size];
        int at = 0;
        for (Builder each : builders) {
            System.arraycopy(each.pairs, 0, pairs, at, each.size);
            System.arraycopy(each.weights, 0, weights, at, each.size);
            at += each.size;
        }
        return sorted(pairs, weights);
    }

    /** Least significant byte first, weights carried along; bytes that all pairs have in common are passed over. */
    private static Edges sorted(long[] pairs, float[] weights) {
        int n = pairs.length;
        long[] from = pairs;
        float[] fromWeights = weights;
        long[] to = new long[n];
        float[] toWeights = new float[n];
        int[] starts = new int[RADIX];
        for (int shift = 0; shift < Long.SIZE; shift += RADIX_BITS) {
            Arrays.fill(starts, 0);
            for (int k = 0; k < n; k++) {
                starts[(int) (from[k] >>> shift) & (RADIX - 1)]++;
            }
            if (n == 0 || starts[(int) (from[0] >>> shift) & (RADIX - 1)] == n) {
                continue;
            }
            int sum = 0;
            for (int digit = 0; digit < RADIX; digit++) {
                int count = starts[digit];
                starts[digit] = sum;
                sum += count;
            }
            for (int k = 0; k < n; k++) {
                int at = starts[(int) (from[k] >>> shift) & (RADIX - 1)]++;
                to[at] = from[k];
                toWeights[at] = fromWeights[k];
            }
            long[] freePairs = from;
            float[] freeWeights = fromWeights;
            from = to;
            fromWeights = toWeights;
            to = freePairs;
            toWeights = freeWeights;
        }
        int kept = 0;
        for (int k = 0; k < n; k++) {
            if (kept == 0 || from[kept - 1] != from[k]) {
                from[kept] = from[k];
                fromWeights[kept++] = fromWeights[k];
            }
        }
        return new Edges(Arrays.copyOf(from, kept), Arrays.copyOf(fromWeights, kept));
    }

    public int size() {
        return pairs.length;
    }

    public int left(int edge) {
        return (int) (pairs[edge] >>> 32);
    }

    public int right(int edge) {
        return (int) pairs[edge];
    }

    public double weight(int edge) {
        return weights[edge];
    }

    /** The same pairs with weights changed by {@code change}. */
    public Edges map(Change change) {
        float[] changed = new float[weights.length];
        for (int e = 0; e < changed.length; e++) {
            changed[e] = (float) change.of(left(e), right(e), weights[e]);
        }
        return new Edges(pairs, changed);
    }

    /** Only pairs of at least this weight. */
    public Edges atLeast(double weight) {
        long[] some = new long[pairs.length];
        float[] theirs = new float[pairs.length];
        int kept = 0;
        for (int e = 0; e < pairs.length; e++) {
            if (weights[e] >= weight) {
                some[kept] = pairs[e];
                theirs[kept++] = weights[e];
            }
        }
        return new Edges(Arrays.copyOf(some, kept), Arrays.copyOf(theirs, kept));
    }

    /** The edge of a pair, or a negative number if there is none. */
    public int find(int a, int b) {
        return Arrays.binarySearch(pairs, (long) Math.min(a, b) << 32 | Math.max(a, b));
    }

    /** A new weight for a pair. */
    public interface Change {
        double of(int left, int right, double weight);
    }
}
