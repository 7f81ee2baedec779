// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Bits;

/**
 * Samples of how many persons are on which lists, component by component: what a component usually is counts in all samples,
 * and only the samples in which it is otherwise are drawn. What one component draws depends on nothing but itself. Belongs to
 * one thread.
 */
final class PatternSamples {

    private static final List<List<byte[]>> SMALL = Partitions.all();

    private final Records records;
    private final long seed;
    private final int samples;
    private final float[] probability;
    private final int[] usual;
    private final int[][] otherwise;

    /** @param probability by record, filled in: the share of samples in which exactly its cluster stands */
    PatternSamples(Records records, int samples, long seed, float[] probability) {
        this.records = records;
        this.seed = seed;
        this.samples = samples;
        this.probability = probability;
        this.usual = new int[1 << records.lists().size()];
        this.otherwise = new int[samples][usual.length];
    }

    /** Adds what was counted, by sample and set of lists. */
    void addTo(int[][] patterns) {
        for (int s = 0; s < samples; s++) {
            for (int p = 0; p < usual.length; p++) {
                patterns[s][p] += usual[p] + otherwise[s][p];
            }
        }
    }

    /** @param group by member: its cluster's lowest member */
    void add(Component component, int[] group) {
        if (component.size() == 2) {
            pair(component, group);
        } else if (component.size() <= Partitions.MOST_MEMBERS) {
            exactly(component, group);
        } else {
            byChain(component, group);
        }
    }

    private SplittableRandom random(Component component) {
        return new SplittableRandom(seed * 31 + stable(component.members()[0]));
    }

    /** Two records are together or not. */
    private void pair(Component component, int[] group) {
        boolean one = group[0] == group[1];
        double weight = one ? component.weights()[0][1] : -component.weights()[0][1];
        double[] departing = new double[Clustering.SHIFTS.length];
        for (int d = 0; d < departing.length; d++) {
            departing[d] = Bits.probability(-weight - (one ? Clustering.SHIFTS[d] : -Clustering.SHIFTS[d]));
        }
        int first = 1 << records.list(component.members()[0]);
        int second = 1 << records.list(component.members()[1]);
        count(usual, first, second, one, 1);
        Departures departures = new Departures(random(component), departing, samples);
        int agreed = samples;
        for (int s = departures.next(); s >= 0; s = departures.next()) {
            count(otherwise[s], first, second, one, -1);
            count(otherwise[s], first, second, !one, 1);
            agreed--;
        }
        put(component.members()[0], agreed);
        put(component.members()[1], agreed);
    }

    private static void count(int[] counts, int first, int second, boolean one, int times) {
        counts[one ? first | second : first] += times;
        counts[second] += one ? 0 : times;
    }

    /** Of a few members all partitions are weighed, and drawn from. */
    private void exactly(Component component, int[] group) {
        SplittableRandom random = random(component);
        Partitions partitions = new Partitions(component, SMALL.get(component.size()), Clustering.SHIFTS);
        byte[] usually = partitions.groups(partitions.usual());
        count(usual, component, usually, 1);
        Departures departures = new Departures(random, partitions.departing(), samples);
        int[] drawn = new int[partitions.count()];
        drawn[partitions.usual()] = samples;
        for (int s = departures.next(); s >= 0; s = departures.next()) {
            int partition = partitions.draw(random, s % Clustering.SHIFTS.length);
            count(otherwise[s], component, usually, -1);
            count(otherwise[s], component, partitions.groups(partition), 1);
            drawn[partitions.usual()]--;
            drawn[partition]++;
        }
        int[] agreed = new int[component.size()];
        int[] groups = new int[component.size()];
        for (int p = 0; p < drawn.length; p++) {
            if (drawn[p] > 0) {
                byte[] narrow = partitions.groups(p);
                Arrays.setAll(groups, member -> narrow[member]);
                agree(group, groups, agreed, drawn[p]);
            }
        }
        share(component, group, agreed);
    }

    /** Adds the persons of this partition, by the set of lists that each is on. */
    private void count(int[] counts, Component component, byte[] groups, int times) {
        for (int g = 0; g < groups.length; g++) {
            int mask = 0;
            for (int i = 0; i < groups.length; i++) {
                mask |= groups[i] == g ? 1 << records.list(component.members()[i]) : 0;
            }
            counts[mask] += mask == 0 ? 0 : times;
        }
    }

    private void byChain(Component component, int[] group) {
        PartitionSampler sampler = new PartitionSampler(
                component,
                group,
                Clustering.SHIFTS,
                seed * 31 + stable(component.members()[0]));
        int[] agreed = new int[component.size()];
        int[] masks = new int[component.size()];
        for (int s = 0; s < samples; s++) {
            int[] drawn = sampler.next(s % Clustering.SHIFTS.length);
            Arrays.fill(masks, 0);
            for (int i = 0; i < masks.length; i++) {
                masks[drawn[i]] |= 1 << records.list(component.members()[i]);
            }
            for (int mask : masks) {
                otherwise[s][mask] += mask == 0 ? 0 : 1;
            }
            agree(group, drawn, agreed, 1);
        }
        share(component, group, agreed);
    }

    private void share(Component component, int[] group, int[] agreed) {
        for (int i = 0; i < group.length; i++) {
            put(component.members()[i], agreed[group[i]]);
        }
    }

    private void put(int record, int agreed) {
        probability[record] = samples == 0 ? 1 : (float) agreed / samples;
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
}
