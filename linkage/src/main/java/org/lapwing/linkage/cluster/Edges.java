// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lapwing.linkage.spill.Spill;
import org.lapwing.linkage.spill.WorkingMemory;

/**
 * Pairs with their weights: log2 of the odds that both records are one person. Ordered by left, then right record; left is
 * always the lower number. Not changed once built.
 */
public final class Edges {

    /** What one pair takes. */
    static final int BYTES = Long.BYTES + Float.BYTES;

    private static final int RADIX_BITS = 11;
    private static final int RADIX = 1 << RADIX_BITS;

    private final long[] pairs;
    private final float[] weights;

    private Edges(long[] pairs, float[] weights) {
        this.pairs = pairs;
        this.weights = weights;
    }

    /** Collects pairs on one thread, in memory as far as it goes and beyond that on disk. Read only when all are in. */
    public static final class Builder {
        private static final int CHUNK = 1 << 14;

        private final WorkingMemory memory;
        private final List<Chunk> chunks = new ArrayList<>();
        private final List<Spill.Piece> spilled = new ArrayList<>();
        private Chunk last = new Chunk(new long[64], new float[64]);
        private int filled;

        private record Chunk(long[] pairs, float[] weights) {}

        public Builder() {
            this(WorkingMemory.unbounded());
        }

        public Builder(WorkingMemory memory) {
            this.memory = memory;
        }

        public void add(int a, int b, double weight) {
            if (filled == last.pairs.length) {
                if (filled < CHUNK) {
                    last = new Chunk(Arrays.copyOf(last.pairs, 4 * filled), Arrays.copyOf(last.weights, 4 * filled));
                } else {
                    putAway();
                }
            }
            last.pairs[filled] = (long) Math.min(a, b) << 32 | Math.max(a, b);
            last.weights[filled++] = (float) weight;
        }

        private void putAway() {
            if (memory.take((long) BYTES * CHUNK)) {
                chunks.add(last);
                last = new Chunk(new long[CHUNK], new float[CHUNK]);
            } else {
                ByteBuffer plain = ByteBuffer.allocate(BYTES * CHUNK);
                plain.asLongBuffer().put(last.pairs);
                plain.position(Long.BYTES * CHUNK).asFloatBuffer().put(last.weights);
                spilled.add(memory.spill().write(plain.rewind()));
            }
            filled = 0;
        }

        /** All pairs in any order. */
        public void forEach(Visitor visitor) {
            for (Spill.Piece piece : spilled) {
                ByteBuffer plain = memory.spill().read(piece);
                long[] pairs = new long[CHUNK];
                float[] weights = new float[CHUNK];
                plain.asLongBuffer().get(pairs);
                plain.position(Long.BYTES * CHUNK).asFloatBuffer().get(weights);
                visit(pairs, weights, CHUNK, visitor);
            }
            for (Chunk chunk : chunks) {
                visit(chunk.pairs, chunk.weights, CHUNK, visitor);
            }
            visit(last.pairs, last.weights, filled, visitor);
        }

        private static void visit(long[] pairs, float[] weights, int count, Visitor visitor) {
            for (int k = 0; k < count; k++) {
                visitor.pair((int) (pairs[k] >>> 32), (int) pairs[k], weights[k]);
            }
        }
    }

    /** Takes pairs, the lower record first. */
    public interface Visitor {
        void pair(int left, int right, float weight);
    }

    /** All pairs of all builders in order, each once. */
    public static Edges of(List<Builder> builders) {
        return of(builders, (_, _, weight) -> weight, Double.NEGATIVE_INFINITY);
    }

    /** The same with weights changed by {@code change}, without those that then weigh less than {@code least}. */
    public static Edges of(List<Builder> builders, Change change, double least) {
        int[] count = new int[1];
        builders.forEach(each ->
                each.forEach((a, b, weight) -> count[0] += (float) change.of(a, b, weight) >= least ? 1 : 0));
        long[] pairs = new long[count[0]];
        float[] weights = new float[count[0]];
        int[] at = new int[1];
        builders.forEach(each -> each.forEach((a, b, weight) -> {
            float changed = (float) change.of(a, b, weight);
            if (changed >= least) {
                pairs[at[0]] = (long) a << 32 | b;
                weights[at[0]++] = changed;
            }
        }));
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

    /** The edge of a pair, or a negative number if there is none. */
    public int find(int a, int b) {
        return Arrays.binarySearch(pairs, (long) Math.min(a, b) << 32 | Math.max(a, b));
    }

    /** A new weight for a pair. */
    public interface Change {
        double of(int left, int right, double weight);
    }
}
