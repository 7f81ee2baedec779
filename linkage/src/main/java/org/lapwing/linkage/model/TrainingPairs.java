// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.Arrays;
import java.util.List;
import org.lapwing.linkage.block.Candidates;
import org.lapwing.linkage.block.Key;
import org.lapwing.linkage.block.PairShapes;
import org.lapwing.linkage.lists.Records;

/** The pairs that some keys bring together, or every so-manieth of them, and their patterns. Belongs to one thread. */
final class TrainingPairs implements Candidates.Visitor {

    private final Records records;
    private final Levels levels;
    private final List<Key> keys;
    private final PatternCounts counts = new PatternCounts();
    private final PatternCounts.Sorted sorted;
    private final long step;
    private int left;
    private long visited;
    private int[] kept = new int[4096];
    private int keptCount;

    /** @param most about so many pairs are kept, evenly spread */
    TrainingPairs(Records records, Levels levels, List<Key> keys, int most) {
        this.records = records;
        this.levels = levels;
        this.keys = keys;
        Candidates candidates = new Candidates(records, keys, Candidates.mostInAGroup(records.size()));
        this.step = Math.max(1, candidates.pairs() / most);
        candidates.forEach(1, _ -> this);
        this.sorted = counts.sorted();
    }

    List<Key> keys() {
        return keys;
    }

    long step() {
        return step;
    }

    int count() {
        return keptCount / 2;
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

    /** Patterns without the pair of lists. */
    PatternCounts.Sorted byLevels() {
        PatternCounts joined = new PatternCounts();
        for (int i = 0; i < sorted.patterns().length; i++) {
            joined.add(sorted.patterns()[i] & 0xFFFF_FFFF_FFFFL, sorted.counts()[i]);
        }
        return joined.sorted();
    }

    /** Adds, by level, how many pairs of these lists are one person. */
    void gather(int lists, int field, Posterior posterior, double[] sums) {
        for (int i = 0; i < sorted.patterns().length; i++) {
            int level = PatternCounts.level(sorted.patterns()[i], field);
            if (level > 0 && (int) (sorted.patterns()[i] >>> 48) == lists) {
                sums[level - 1] += sorted.counts()[i] * posterior.of(sorted.patterns()[i]);
            }
        }
    }

    /** Draws pairs of one person by how probable they are. */
    void shapes(Posterior posterior, PairShapes shapes, int most) {
        double expected = 0;
        for (int i = 0; i < sorted.patterns().length; i++) {
            expected += sorted.counts()[i] * posterior.of(sorted.patterns()[i]);
        }
        double thin = Math.max(1, expected / most);
        double due = 0;
        for (int k = 0; k < keptCount; k += 2) {
            due += posterior.of(levels.pattern(kept[k], kept[k + 1]));
            if (due >= thin) {
                due -= thin;
                shapes.add(records, keys, kept[k], kept[k + 1]);
            }
        }
    }
}
