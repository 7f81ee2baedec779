// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.lapwing.linkage.block.Key;
import org.lapwing.linkage.block.KeyChoice;
import org.lapwing.linkage.block.PairShapes;
import org.lapwing.linkage.compare.Kind.Sharing;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.Records;

/**
 * Learns a model without labels: u from random pairs and frequencies; then, for several keys in turn, m of the fields that
 * the key leaves free, from the patterns of pairs that share it; then the keys anew, by what true pairs were seen to share.
 */
public final class Training {

    private static final int TRAINING_KEYS = 8;
    private static final int PAIRS_A_KEY = 40_000;
    private static final int PAIRS_OF_ALL = 250_000;
    private static final int SHAPES = 6000;
    private static final double LEAN = 20;
    private static final int MOST_RECORDS = 150_000;
    private static final double SHRINK = 60;
    private static final int KIN_DRAWN = 20_000;
    private static final double LEAST_SEEN_OF_KIN = 0.005;

    private final Records records;
    private final int all;
    private final Layout layout;
    private final long seed;
    private final Levels levels;
    private final double[][] u;
    private final double[][] start;

    private Training(Records whole, Layout layout, long seed) {
        this.records = whole.some(MOST_RECORDS, seed);
        this.all = whole.size();
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
    private double budget() {
        double sampled = (double) records.size() / all;
        return Math.max(150_000, 30.0 * all) * sampled * sampled;
    }

    private Model model() {
        int n = records.fields().size();
        double budget = budget();
        KeyChoice first = new KeyChoice(records, new PairShapes(n), budget, seed);
        Set<Key> keys = new LinkedHashSet<>(first.choose(TRAINING_KEYS, budget, -1));
        for (int f = 0; f < n; f++) {
            int field = f;
            if (keys.stream().allMatch(key -> fieldsOf(key).contains(field))) {
                keys.addAll(first.choose(2, budget, field));
            }
        }
        List<TrainingPairs> byKey = keys.parallelStream()
                .map(key -> new TrainingPairs(records, new Levels(records), List.of(key), PAIRS_A_KEY))
                .toList();
        double pairs = 0.5 * records.size() * (records.size() - 1.0);
        Em.Learned begun = begin(byKey, pairs);
        TrainingPairs together = new TrainingPairs(records, levels, List.copyOf(keys), PAIRS_OF_ALL);
        double share = Math.max(begun.matches(), 1) / pairs;
        double seen = pairs / together.step();
        Em.Learned learned = new Em(records.fields(), u, Set.of())
                .seeingOfKin(Math.max(LEAST_SEEN_OF_KIN, seenOfKin(keys)))
                .learn(
                        together.byLevels(),
                        begun.m(),
                        seen,
                        Math.max(1, Math.min(0.3 * together.count(), share * seen)));
        PairShapes shapes = new PairShapes(n);
        Posterior posterior = new Posterior(u, learned, seen);
        together.shapes(posterior, shapes, SHAPES);
        KeyChoice second = new KeyChoice(records, shapes, budget, seed + 1);
        List<Key> chosen = second.choose(12, budget, -1);
        double loss = KeyChoice.loss(records, shapes, chosen, seed + 2);
        List<FieldModel> fields = new ArrayList<>();
        for (int f = 0; f < n; f++) {
            fields.add(new FieldModel(
                    records.fields().get(f).plan(), learned.m()[f], u[f], learned.kin()[f], learned.namesakes()[f]));
        }
        return new Model(
                layout,
                fields,
                learned.kinPairs() / seen,
                learned.namesakePairs() / seen,
                Math.max(0.5, learned.matches()) / seen,
                chosen,
                loss,
                ownM(together, posterior, learned.m()));
    }

    /**
     * The share of pairs of kin that some key brings together: what a household shares agrees, all else agrees as among
     * strangers. Keys are made to find one person, so that most kin are never seen; without this, siblings who are missing a
     * date would pass for one person.
     */
    private double seenOfKin(Set<Key> keys) {
        SplittableRandom random = new SplittableRandom(seed + 3);
        int found = 0;
        for (int k = 0; k < KIN_DRAWN; k++) {
            int a = random.nextInt(records.size());
            int b = random.nextInt(records.size());
            found += keys.stream().anyMatch(key -> agreeAsKin(key, a, b)) ? 1 : 0;
        }
        return (double) found / KIN_DRAWN;
    }

    private boolean agreeAsKin(Key key, int a, int b) {
        return key.parts().stream().allMatch(part -> {
            Field field = records.fields().get(part.field());
            int one = field.key(part.which(), field.code(a));
            int other = field.key(part.which(), field.code(b));
            boolean shared = field.plan().kind().sharing() == Sharing.HOUSEHOLD;
            return one != 0 && (shared ? other != 0 : one == other);
        });
    }

    private static Set<Integer> fieldsOf(Key key) {
        Set<Integer> fields = new HashSet<>();
        key.parts().forEach(part -> fields.add(part.field()));
        return fields;
    }

    /** Each key tells of the fields that it leaves free, by how many matches it saw: where the joint estimate begins. */
    private Em.Learned begin(List<TrainingPairs> byKey, double pairs) {
        double[][] m = new double[u.length][];
        double[] weights = new double[u.length];
        double matches = 0;
        for (int f = 0; f < u.length; f++) {
            m[f] = new double[u[f].length];
        }
        for (TrainingPairs sample : byKey) {
            Em em = new Em(records.fields(), u, fieldsOf(sample.keys().getFirst()));
            if (sample.count() == 0 || em.free() < 2) {
                continue;
            }
            Em.Learned learned = em.learn(sample.byLevels(), start, sample.count(), 0.2 * sample.count());
            matches = Math.max(matches, learned.matches() * sample.step());
            for (int f = 0; f < u.length; f++) {
                double weight = learned.used()[f] ? learned.matches() : 0;
                weights[f] += weight;
                for (int level = 0; level < m[f].length; level++) {
                    m[f][level] += weight * learned.m()[f][level];
                }
            }
        }
        for (int f = 0; f < u.length; f++) {
            for (int level = 0; level < m[f].length; level++) {
                m[f][level] = (m[f][level] + LEAN * start[f][level]) / (weights[f] + LEAN);
            }
        }
        return new Em.Learned(m, m, m, Math.min(matches, 0.3 * pairs), 0, 0, new boolean[u.length]);
    }

    /** m for pairs of two given lists: their own counts and, as if seen in sixty pairs more, everybody's. */
    private Map<String, double[][]> ownM(TrainingPairs together, Posterior posterior, double[][] m) {
        Map<String, double[][]> own = new TreeMap<>();
        int lists = records.lists().size();
        for (int a = 0; a < lists && lists > 1; a++) {
            for (int b = a; b < lists; b++) {
                double[][] sums = new double[m.length][];
                double most = 0;
                for (int f = 0; f < m.length; f++) {
                    sums[f] = new double[m[f].length];
                    together.gather(a * lists + b, f, posterior, sums[f]);
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
}
