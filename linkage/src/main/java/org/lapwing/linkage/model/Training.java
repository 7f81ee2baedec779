// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.lapwing.linkage.block.Candidates;
import org.lapwing.linkage.block.Key;
import org.lapwing.linkage.block.KeyChoice;
import org.lapwing.linkage.block.PairShapes;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.Records;

/**
 * Learns a model without labels: u from random pairs and frequencies; then, for several keys in turn, m of the fields that
 * the key leaves free, from the patterns of pairs that share it; then the keys anew, by what true pairs were seen to share.
 */
public final class Training {

    private static final int TRAINING_KEYS = 8;
    private static final int PAIRS_A_KEY = 120_000;
    private static final int SHAPES_A_KEY = 3000;
    private static final double SHRINK = 60;

    private final Records records;
    private final Layout layout;
    private final long seed;
    private final Levels levels;
    private final double[][] u;
    private final double[][] start;

    private Training(Records records, Layout layout, long seed) {
        this.records = records;
        this.layout = layout;
        this.seed = seed;
        this.levels = new Levels(records);
        this.u = Chance.u(records, levels, seed);
        this.start = new double[u.length][];
        for (int f = 0; f < u.length; f++) {
            start[f] = usual(u[f].length);
        }
    }

    public static Model of(Records records, Layout layout, long seed) {
        return new Training(records, layout, seed).model();
    }

    /** Most pairs of one person agree; what disagrees is more often nearly the same than not at all. */
    private static double[] usual(int levels) {
        double[] m = new double[levels];
        Arrays.fill(m, 0.16 / Math.max(1, levels - 2));
        m[0] = levels == 2 ? 0.1 : 0.06;
        m[levels - 1] = levels == 2 ? 0.9 : 0.78;
        return m;
    }

    /** How many pairs linking may compare: enough for any key that helps, little enough to stay linear in records. */
    static double budget(Records records) {
        return Math.max(150_000, 30.0 * records.size());
    }

    private Model model() {
        int n = records.fields().size();
        double budget = budget(records);
        KeyChoice first = new KeyChoice(records, new PairShapes(n), budget, seed);
        Set<Key> keys = new java.util.LinkedHashSet<>(first.choose(TRAINING_KEYS, budget, -1));
        for (int f = 0; f < n; f++) {
            int field = f;
            if (keys.stream().allMatch(key -> fieldsOf(key).contains(field))) {
                keys.addAll(first.choose(2, budget, field));
            }
        }
        PairShapes shapes = new PairShapes(n);
        List<Sample> samples = new ArrayList<>();
        for (Key key : keys) {
            samples.add(new Sample(key));
        }
        Learned all = join(samples);
        for (Sample sample : samples) {
            sample.shapes(all, shapes);
        }
        KeyChoice second = new KeyChoice(records, shapes, budget, seed + 1);
        List<Key> chosen = second.choose(12, budget, -1);
        double loss = KeyChoice.loss(records, shapes, chosen, seed + 2);
        List<FieldModel> fields = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            fields.add(new FieldModel(records.fields().get(f).plan(), all.m[f], u[f], all.kin[f]));
        }
        double pairs = 0.5 * records.size() * (records.size() - 1.0);
        return new Model(
                layout,
                fields,
                all.kinPairs / Math.max(1, pairs),
                Math.max(0.5, all.matches) / Math.max(1, pairs),
                chosen,
                loss,
                ownM(samples, all.m));
    }

    private static Set<Integer> fieldsOf(Key key) {
        Set<Integer> fields = new HashSet<>();
        key.parts().forEach(part -> fields.add(part.field()));
        return fields;
    }

    private record Learned(double[][] m, double[][] kin, double matches, double kinPairs) {}

    /** Each key tells of the fields that it leaves free, by how many matches it saw. */
    private Learned join(List<Sample> samples) {
        double[][] m = new double[u.length][];
        double[][] kin = new double[u.length][];
        double matches = 0;
        double kinPairs = 0;
        for (int f = 0; f < u.length; f++) {
            m[f] = new double[u[f].length];
            kin[f] = new double[u[f].length];
            double weights = 0;
            double kinWeights = 0;
            for (Sample sample : samples) {
                if (sample.learned.used()[f]) {
                    weights += gather(m[f], sample.learned.m()[f], sample.learned.matches() + 1e-3);
                    kinWeights += gather(kin[f], sample.learned.kin()[f], sample.learned.kinPairs() + 1e-3);
                }
            }
            scaled(m[f], start[f], weights);
            scaled(kin[f], start[f], kinWeights);
        }
        for (Sample sample : samples) {
            matches = Math.max(matches, sample.learned.matches() * sample.scale);
            kinPairs = Math.max(kinPairs, sample.learned.kinPairs() * sample.scale);
        }
        return new Learned(m, kin, matches, kinPairs);
    }

    private static double gather(double[] sums, double[] shares, double weight) {
        for (int level = 0; level < sums.length; level++) {
            sums[level] += weight * shares[level];
        }
        return weight;
    }

    private static void scaled(double[] sums, double[] otherwise, double weights) {
        for (int level = 0; level < sums.length; level++) {
            sums[level] = weights > 0 ? sums[level] / weights : otherwise[level];
        }
    }

    /** m for pairs of two given lists: their own counts and, as if seen in sixty pairs more, everybody's. */
    private Map<String, double[][]> ownM(List<Sample> samples, double[][] m) {
        Map<String, double[][]> own = new TreeMap<>();
        int lists = records.lists().size();
        for (int a = 0; a < lists && lists > 1; a++) {
            for (int b = a; b < lists; b++) {
                double[][] sums = new double[m.length][];
                double most = 0;
                for (int f = 0; f < m.length; f++) {
                    sums[f] = new double[m[f].length];
                    for (Sample sample : samples) {
                        if (sample.learned.used()[f]) {
                            sample.gather(a * lists + b, f, m, sums[f]);
                        }
                    }
                    double seen = Arrays.stream(sums[f]).sum();
                    most = Math.max(most, seen);
                    for (int level = 0; level < sums[f].length; level++) {
                        sums[f][level] = (sums[f][level] + SHRINK * m[f][level]) / (seen + SHRINK);
                    }
                }
                if (most > SHRINK) {
                    own.put(records.lists().get(a) + "|" + records.lists().get(b), sums);
                }
            }
        }
        return own;
    }

    /** The pairs of one key, or an even share of its groups. */
    private final class Sample implements Candidates.Visitor {
        private final Key key;
        private final PatternCounts counts = new PatternCounts();
        private final Em.Learned learned;
        private final double scale;
        private final PatternCounts.Sorted sorted;
        private final long step;
        private int left;
        private long visited;
        private int[] kept = new int[4096];
        private int keptCount;

        Sample(Key key) {
            this.key = key;
            Candidates candidates = new Candidates(records, List.of(key), Candidates.mostInAGroup(records.size()));
            this.step = Math.max(1, candidates.pairs() / PAIRS_A_KEY);
            this.scale = step;
            candidates.forEach(1, _ -> this);
            this.sorted = counts.sorted();
            this.learned = new Em(records.fields(), u, fieldsOf(key)).learn(byLevels(), start);
        }

        @Override
        public void left(int record) {
            left = record;
        }

        @Override
        public void right(int record) {
            if (visited++ % step != 0) {
                return;
            }
            int lists = records.lists().size();
            int a = Math.min(records.list(left), records.list(record));
            int b = Math.max(records.list(left), records.list(record));
            counts.add(levels.pattern(left, record) | (long) (a * lists + b) << 48, 1);
            if (keptCount == kept.length) {
                kept = Arrays.copyOf(kept, keptCount * 2);
            }
            kept[keptCount++] = left;
            kept[keptCount++] = record;
        }

        private PatternCounts.Sorted byLevels() {
            PatternCounts joined = new PatternCounts();
            for (int i = 0; i < sorted.patterns().length; i++) {
                joined.add(sorted.patterns()[i] & 0xFFFF_FFFF_FFFFL, sorted.counts()[i]);
            }
            return joined.sorted();
        }

        /** The probability that a pair of this sample is one person, given all that was learned. */
        private double probability(long pattern, double[][] m) {
            double pairs = Math.max(1, keptCount / 2.0);
            double share = Math.min(0.99, Math.max(1e-6, learned.matches() / pairs));
            double odds = share / (1 - share);
            for (int f = 0; f < u.length; f++) {
                int level = PatternCounts.level(pattern, f);
                if (level > 0 && learned.used()[f]) {
                    odds *= m[f][level - 1] / u[f][level - 1];
                }
            }
            return odds / (1 + odds);
        }

        void gather(int lists, int field, double[][] m, double[] sums) {
            for (int i = 0; i < sorted.patterns().length; i++) {
                int level = PatternCounts.level(sorted.patterns()[i], field);
                if (level > 0 && (int) (sorted.patterns()[i] >>> 48) == lists) {
                    sums[level - 1] += sorted.counts()[i] * probability(sorted.patterns()[i], m);
                }
            }
        }

        void shapes(Learned all, PairShapes shapes) {
            int before = shapes.size();
            double due = 0;
            for (int k = 0; k < keptCount && shapes.size() - before < SHAPES_A_KEY; k += 2) {
                due += probability(levels.pattern(kept[k], kept[k + 1]), all.m);
                if (due >= 1) {
                    due -= 1;
                    shapes.add(records, key, kept[k], kept[k + 1]);
                }
            }
        }
    }
}
