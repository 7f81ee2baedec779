// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lapwing.linkage.Threads;
import org.lapwing.linkage.lists.Records;

/**
 * From weighed pairs to persons. Components of likely pairs are clustered one by one; what one component holds does not
 * depend on any other, nor on threads.
 */
public final class Clustering {

    /** Pairs less likely than one in sixty-four connect nothing. */
    public static final double FLOOR = -6;

    /**
     * By how many bits all weights together may be off, one after the other in the samples: the quintiles' middles of a normal
     * law of 1.5 bits, which is how far stated and true odds lay apart on the labelled lists of docs/benchmarks.md. What the
     * model got wrong it got wrong everywhere, so one sample has one shift.
     */
    static final double[] SHIFTS = {0, -1.92, 1.92, -0.79, 0.79};

    private static final int CHUNK = 256;

    private final Records records;
    private final Edges edges;
    private final Decisions decisions;
    private final Supplier<Evidence> evidence;
    private final int samples;
    private final long seed;

    public Clustering(
            Records records, Edges edges, Decisions decisions, Supplier<Evidence> evidence, int samples, long seed) {
        this.records = records;
        this.edges = edges;
        this.decisions = decisions;
        this.evidence = evidence;
        this.samples = samples;
        this.seed = seed;
    }

    public Clusters run(int threads) {
        int n = records.size();
        List<int[]> components = components();
        int[] clusterOf = IntStream.range(0, n).toArray();
        float[] probability = new float[n];
        Arrays.fill(probability, 1);
        int[][] patterns = new int[samples][1 << records.lists().size()];
        boolean[] connected = new boolean[n];
        for (int[] members : components) {
            for (int member : members) {
                connected[member] = true;
            }
        }
        int[] single = new int[1 << records.lists().size()];
        for (int record = 0; record < n; record++) {
            if (!connected[record]) {
                single[1 << records.list(record)]++;
            }
        }
        for (int[] pattern : patterns) {
            System.arraycopy(single, 0, pattern, 0, single.length);
        }
        inParallel(threads, components, clusterOf, probability, patterns);
        return new Clusters(clusterOf, probability, patterns);
    }

    private void inParallel(
            int threads, List<int[]> components, int[] clusterOf, float[] probability, int[][] patterns) {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Object>> workers = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            workers.add(() -> {
                Evidence own = evidence.get();
                PatternSamples sampled = new PatternSamples(records, samples, seed, probability);
                for (int from = next.getAndAdd(CHUNK); from < components.size(); from = next.getAndAdd(CHUNK)) {
                    int until = Math.min(components.size(), from + CHUNK);
                    for (int k = from; k < until; k++) {
                        one(components.get(k), own, clusterOf, sampled);
                    }
                }
                synchronized (patterns) {
                    sampled.addTo(patterns);
                }
                return "";
            });
        }
        Threads.all(workers);
    }

    private void one(int[] members, Evidence own, int[] clusterOf, PatternSamples sampled) {
        Component component = Component.of(members, edges, own, decisions);
        int[] group = component.clustered();
        for (int i = 0; i < members.length; i++) {
            clusterOf[members[i]] = members[group[i]];
        }
        sampled.add(component, group);
    }

    /** Groups of two and more records that likely pairs connect, each sorted, in the order of their first members. */
    private List<int[]> components() {
        double floor = FLOOR;
        List<int[]> done = new ArrayList<>();
        List<int[]> open = split(IntStream.range(0, records.size()).toArray(), floor, true);
        while (!open.isEmpty()) {
            floor += 2;
            List<int[]> tooLarge = new ArrayList<>();
            for (int[] members : open) {
                (members.length <= Component.LARGEST || floor > 30 ? done : tooLarge).add(members);
            }
            open = new ArrayList<>();
            for (int[] members : tooLarge) {
                open.addAll(split(members, floor, false));
            }
        }
        done.sort((a, b) -> Integer.compare(a[0], b[0]));
        return done;
    }

    private List<int[]> split(int[] members, double floor, boolean all) {
        UnionFind sets = new UnionFind(records.size());
        boolean[] inside = new boolean[all ? 0 : records.size()];
        for (int member : members) {
            if (!all) {
                inside[member] = true;
            }
        }
        for (int e = 0; e < edges.size(); e++) {
            boolean here = all || (inside[edges.left(e)] && inside[edges.right(e)]);
            if (here && edges.weight(e) >= floor && !decisions.different().contains(pairOf(e))) {
                sets.join(edges.left(e), edges.right(e));
            }
        }
        for (long pair : decisions.same()) {
            if (all || (inside[(int) (pair >>> 32)] && inside[(int) pair])) {
                sets.join((int) (pair >>> 32), (int) pair);
            }
        }
        return groups(members, sets);
    }

    private long pairOf(int edge) {
        return Decisions.pair(edges.left(edge), edges.right(edge));
    }

    private static List<int[]> groups(int[] members, UnionFind sets) {
        long[] byRoot = new long[members.length];
        int joined = 0;
        for (int member : members) {
            if (!sets.isAlone(member)) {
                byRoot[joined++] = (long) sets.find(member) << 32 | member;
            }
        }
        byRoot = Arrays.copyOf(byRoot, joined);
        Arrays.parallelSort(byRoot);
        List<int[]> groups = new ArrayList<>();
        for (int from = 0; from < byRoot.length; ) {
            int until = from + 1;
            while (until < byRoot.length && byRoot[until] >>> 32 == byRoot[from] >>> 32) {
                until++;
            }
            if (until - from > 1) {
                int[] group = new int[until - from];
                for (int k = from; k < until; k++) {
                    group[k - from] = (int) byRoot[k];
                }
                groups.add(group);
            }
            from = until;
        }
        return groups;
    }
}
