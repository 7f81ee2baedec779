// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What needs only two lists or two counts: Chapman's estimator for each pair, and Chao's lower bound. */
public final class ListPairs {
    private ListPairs() {}

    /**
     * Chapman (1951) with Seber's variance, for each pair of lists: a diagnostic. Twice: with the symmetric interval
     * ({@code wald}), which may fall below n, and with one that is symmetric in log n_0 and does not.
     */
    public static List<Estimate> chapman(CaptureTable table) {
        List<Estimate> all = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            for (int j = i + 1; j < table.size(); j++) {
                double n1 = table.onAll(1 << i);
                double n2 = table.onAll(1 << j);
                double both = table.onAll(1 << i | 1 << j);
                double point = (n1 + 1) * (n2 + 1) / (both + 1) - 1;
                double variance =
                        (n1 + 1) * (n2 + 1) * (n1 - both) * (n2 - both) / ((both + 1) * (both + 1) * (both + 2));
                double error = Math.sqrt(variance);
                String pair = table.lists().get(i) + "-" + table.lists().get(j);
                Map<String, Object> diagnostics = Map.of("overlap", both, "standard_error", error);
                all.add(estimate(
                        Method.CHAPMAN,
                        Map.of("pair", pair, "interval", "wald"),
                        new Answer.Interval(point, point - 1.96 * error, point + 1.96 * error),
                        table,
                        diagnostics));
                Answer skewed = both == 0
                        ? Answer.refused("these two lists share nobody", "у этих двух списков нет общих людей")
                        : aboveSeen(n1 + n2 - both, point, variance);
                all.add(estimate(
                        Method.CHAPMAN, Map.of("pair", pair, "interval", "lognormal"), skewed, table, diagnostics));
            }
        }
        return all;
    }

    /** Chao (1987) on how many are on exactly one and exactly two lists; with the factor (t-1)/t of t occasions, and without. */
    public static List<Estimate> chao(CaptureTable table) {
        double f1 = table.onExactly(1);
        double f2 = table.onExactly(2);
        double t = table.size();
        Map<String, Object> counts = Map.of("f1", f1, "f2", f2);
        if (f2 == 0) {
            Answer none = Answer.refused("nobody is on exactly two lists", "никто не состоит ровно в двух списках");
            return List.of(estimate(Method.CHAO, Map.of("factor", "(t-1)/t"), none, table, counts));
        }
        double ratio = f1 / f2;
        double variance = f2 * (Math.pow(ratio, 4) / 4 + Math.pow(ratio, 3) + ratio * ratio / 2);
        List<Estimate> all = new ArrayList<>();
        for (boolean occasions : new boolean[] {true, false}) {
            double factor = occasions ? (t - 1) / t : 1;
            double unseen = factor * f1 * f1 / (2 * f2);
            all.add(estimate(
                    Method.CHAO,
                    Map.of("factor", occasions ? "(t-1)/t" : "1", "interval", "lognormal"),
                    aboveSeen((double) table.observed(), table.observed() + unseen, factor * factor * variance),
                    table,
                    counts));
        }
        return all;
    }

    /** The interval of which log n_0 is the middle (Chao 1987). */
    private static Answer aboveSeen(double seen, double point, double variance) {
        double unseen = point - seen;
        if (unseen <= 0) {
            return new Answer.Interval(point, Math.min(seen, point), Math.max(seen, point));
        }
        double spread = Math.exp(1.96 * Math.sqrt(Math.log1p(variance / (unseen * unseen))));
        return new Answer.Interval(point, seen + unseen / spread, seen + unseen * spread);
    }

    private static Estimate estimate(
            Method method, Map<String, String> settings, Answer answer, CaptureTable table, Map<String, Object> more) {
        return new Estimate(
                method, new java.util.TreeMap<>(settings), answer, table.observed(), 0, new java.util.TreeMap<>(more));
    }
}
