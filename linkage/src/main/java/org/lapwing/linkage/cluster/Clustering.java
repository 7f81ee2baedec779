// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lapwing.linkage.Threads;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Bits;

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

    private final List<List<byte[]>> smallPartitions = Partitions.all();
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
                int[][] counted = new int[samples][1 << records.lists().size()];
                for (int from = next.getAndAdd(CHUNK); from < components.size(); from = next.getAndAdd(CHUNK)) {
                    int until = Math.min(components.size(), from + CHUNK);
                    for (int k = from; k < until; k++) {
                        one(components.get(k), own, clusterOf, probability, counted);
                    }
                }
                synchronized (patterns) {
                    for (int s = 0; s < samples; s++) {
                        for (int p = 0; p < counted[s].length; p++) {
                            patterns[s][p] += counted[s][p];
                        }
                    }
                }
                return "";
            });
        }
        Threads.all(workers);
    }

    private void one(int[] members, Evidence own, int[] clusterOf, float[] probability, int[][] patterns) {
        Component component = Component.of(members, edges, own, decisions);
        int[] group = component.clustered();
        for (int i = 0; i < members.length; i++) {
            clusterOf[members[i]] = members[group[i]];
        }
        if (members.length == 2) {
            pair(members, component.weights()[0][1], group, probability, patterns);
        } else if (members.length <= Partitions.MOST_MEMBERS) {
            exactly(members, component, group, probability, patterns);
        } else {
            byChain(members, component, group, probability, patterns);
        }
    }

    /** Of a few members all partitions are weighed, and drawn from. */
    private void exactly(int[] members, Component component, int[] group, float[] probability, int[][] patterns) {
        Partitions partitions = new Partitions(component, smallPartitions.get(members.length), SHIFTS);
        SplittableRandom random = new SplittableRandom(seed * 31 + stable(members[0]));
        int[] drawn = new int[partitions.count()];
        int[] masks = new int[members.length];
        for (int s = 0; s < samples; s++) {
            int partition = partitions.draw(random, s % SHIFTS.length);
            drawn[partition]++;
            byte[] groups = partitions.groups(partition);
            Arrays.fill(masks, 0);
            for (int i = 0; i < members.length; i++) {
                masks[groups[i]] |= 1 << records.list(members[i]);
            }
            for (int mask : masks) {
                patterns[s][mask] += mask == 0 ? 0 : 1;
            }
        }
        int[] agreed = new int[members.length];
        for (int p = 0; p < drawn.length; p++) {
            if (drawn[p] > 0) {
                byte[] groups = partitions.groups(p);
                int[] widened = new int[groups.length];
                for (int i = 0; i < widened.length; i++) {
                    widened[i] = groups[i];
                }
                agree(group, widened, agreed, drawn[p]);
            }
        }
        share(members, group, agreed, probability);
    }

    private void byChain(int[] members, Component component, int[] group, float[] probability, int[][] patterns) {
        PartitionSampler sampler = new PartitionSampler(component, group, seed * 31 + stable(members[0]));
        int[] agreed = new int[members.length];
        int[] masks = new int[members.length];
        for (int s = 0; s < samples; s++) {
            int[] drawn = sampler.next(SHIFTS[s % SHIFTS.length]);
            Arrays.fill(masks, 0);
            for (int i = 0; i < members.length; i++) {
                masks[drawn[i]] |= 1 << records.list(members[i]);
            }
            for (int mask : masks) {
                patterns[s][mask] += mask == 0 ? 0 : 1;
            }
            agree(group, drawn, agreed, 1);
        }
        share(members, group, agreed, probability);
    }

    private void share(int[] members, int[] group, int[] agreed, float[] probability) {
        for (int i = 0; i < members.length; i++) {
            probability[members[i]] = samples == 0 ? 1 : (float) agreed[group[i]] / samples;
        }
    }

    /** Two records are together or not: no chain is needed to draw from that. */
    private void pair(int[] members, double weight, int[] group, float[] probability, int[][] patterns) {
        SplittableRandom random = new SplittableRandom(seed * 31 + stable(members[0]));
        double[] together = new double[SHIFTS.length];
        Arrays.setAll(together, d -> Bits.probability(weight + SHIFTS[d]));
        int first = 1 << records.list(members[0]);
        int second = 1 << records.list(members[1]);
        int agreed = 0;
        for (int s = 0; s < samples; s++) {
            boolean one = random.nextDouble() < together[s % SHIFTS.length];
            agreed += one == (group[0] == group[1]) ? 1 : 0;
            patterns[s][one ? first | second : first]++;
            patterns[s][second] += one ? 0 : 1;
        }
        probability[members[0]] = (float) agreed / samples;
        probability[members[1]] = (float) agreed / samples;
    }

    /** Counts, at each group's first member, whether the sample has exactly this group. */
    private static void agree(int[] group, int[] drawn, int[] agreed, int times) {
        int n = group.length;
        boolean[] differs = new boolean[n];
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if ((group[i] == group[j]) != (drawn[i] == drawn[j])) {
                    differs[group[i]] = true;
                    differs[group[j]] = true;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            agreed[i] += group[i] == i && !differs[i] ? times : 0;
        }
    }

    /** A number of the record that other records do not change. */
    private long stable(int record) {
        return ClusterNames.hash(records.lists().get(records.list(record)), records.id(record));
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
