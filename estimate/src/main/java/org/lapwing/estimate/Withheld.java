// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.lapwing.estimate.decomposable.GraphAveraging;
import org.lapwing.tables.OverlapTable;

/**
 * What counts known only as "fewer than k" may be, drawn by likelihood: each in turn given the others (Gibbs), its values
 * weighted by the chance of the whole table over all decomposable graphs and unseen counts. With other than 3 to 6 lists
 * there is no such chance and all values weigh alike.
 */
public final class Withheld {
    private static final int BURNED = 10;
    private static final int BETWEEN = 2;
    private static final int MOST_VALUES = 25;
    private static final int MOST_LISTS = 6;

    private final OverlapTable table;
    private final Map<Integer, long[]> values = new LinkedHashMap<>();
    private final Map<Map<Integer, Long>, Double> evidence = new HashMap<>();
    private final SplittableRandom random;

    public Withheld(OverlapTable table, long seed) {
        this.table = table;
        this.random = new SplittableRandom(seed * 7_919 + 17);
        table.counts().forEach((pattern, count) -> {
            if (count.least() < count.most()) {
                values.put(pattern, values(count.least(), count.most()));
            }
        });
    }

    public boolean isAny() {
        return !values.isEmpty();
    }

    /** Every value, or 25 evenly between the ends, each for those beside it. */
    private static long[] values(long least, long most) {
        if (most - least < MOST_VALUES) {
            return LongStream.rangeClosed(least, most).toArray();
        }
        return LongStream.range(0, MOST_VALUES)
                .map(i -> least + Math.round((most - least) * (i / (MOST_VALUES - 1.0))))
                .toArray();
    }

    /** So many tables with every count known; one, if nothing is withheld. */
    public List<CaptureTable> completions(int count) {
        TreeMap<Integer, Long> cells = new TreeMap<>();
        table.counts().forEach((pattern, known) -> cells.put(pattern, (known.least() + known.most()) / 2));
        if (!isAny()) {
            return List.of(CaptureTable.of(table.lists(), cells));
        }
        values.forEach((pattern, possible) -> cells.put(pattern, possible[possible.length / 2]));
        List<CaptureTable> completions = new ArrayList<>();
        for (int sweep = 1; completions.size() < count; sweep++) {
            values.forEach((pattern, possible) -> cells.put(pattern, drawn(cells, pattern, possible)));
            if (sweep > BURNED && sweep % BETWEEN == 0) {
                completions.add(CaptureTable.of(table.lists(), cells));
            }
        }
        return completions;
    }

    private long drawn(Map<Integer, Long> cells, int pattern, long[] possible) {
        double[] logs = new double[possible.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < possible.length; i++) {
            cells.put(pattern, possible[i]);
            logs[i] = evidence(cells);
            most = Math.max(most, logs[i]);
        }
        double total = 0;
        for (int i = 0; i < possible.length; i++) {
            logs[i] = Double.isInfinite(most) ? 1 : Math.exp(logs[i] - most);
            total += logs[i];
        }
        double place = random.nextDouble() * total;
        for (int i = 0; i < possible.length; i++) {
            place -= logs[i];
            if (place < 0) {
                return possible[i];
            }
        }
        return possible[possible.length - 1];
    }

    private double evidence(Map<Integer, Long> cells) {
        int t = table.lists().size();
        if (t < 3 || t > MOST_LISTS) {
            return 0;
        }
        Map<Integer, Long> chosen = new TreeMap<>(cells);
        chosen.keySet().retainAll(values.keySet());
        return evidence.computeIfAbsent(
                chosen,
                key -> new GraphAveraging(CaptureTable.of(table.lists(), cells), Math.pow(2, -t)).logEvidence());
    }
}
