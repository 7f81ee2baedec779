// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import java.util.List;
import java.util.SplittableRandom;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;

/**
 * How often strangers stand at each level: u. Levels of alike values are counted over random pairs; the chance of the very
 * same value follows from the values' frequencies and needs no sampling.
 */
final class Chance {

    private static final int MOST_PAIRS = 60_000;

    private Chance() {}

    static double[][] u(Records records, Levels levels, long seed) {
        List<Field> fields = records.fields();
        double[][] counts = new double[fields.size()][];
        for (int f = 0; f < counts.length; f++) {
            counts[f] = new double[levels.count(f)];
        }
        int n = records.size();
        long all = (long) n * (n - 1) / 2;
        SplittableRandom random = new SplittableRandom(seed);
        int pairs = (int) Math.min(MOST_PAIRS, Math.max(2000, all * 4));
        for (int k = 0; k < pairs && n > 1; k++) {
            int a = random.nextInt(n);
            int b = random.nextInt(n - 1);
            long pattern = levels.pattern(a, b < a ? b : b + 1);
            for (int f = 0; f < counts.length; f++) {
                int level = PatternCounts.level(pattern, f);
                if (level > 0) {
                    counts[f][level - 1]++;
                }
            }
        }
        for (int f = 0; f < counts.length; f++) {
            toChances(counts[f], fields.get(f).sameValueByChance());
        }
        return counts;
    }

    private static void toChances(double[] counts, double sameValue) {
        int top = counts.length - 1;
        double others = 0;
        for (int level = 0; level < top; level++) {
            counts[level] += 0.5;
            others += counts[level];
        }
        double same = Math.min(0.98, Math.max(sameValue, 1e-9));
        for (int level = 0; level < top; level++) {
            counts[level] *= (1 - same) / others;
        }
        counts[top] = same;
    }
}
