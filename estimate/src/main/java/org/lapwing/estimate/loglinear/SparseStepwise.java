// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.numeric.Quantiles;
import org.lapwing.estimate.numeric.SpecialFunctions;

/**
 * Main effects and terms of two lists, chosen step by step for tables with many empty cells (Chan, Silverman and Vincent
 * 2021). A chosen pair of lists that share nobody has its cells removed: its term is minus infinity, the others stay
 * finite. The assumption: nothing joins three lists, and a pair that is not significant is independent.
 */
public final class SparseStepwise {
    private static final double MOST_DRAWS = 2e9;

    private final CaptureTable table;
    private final double threshold;
    private final int lists;

    private record Chosen(List<Integer> terms, PoissonFit fit) {}

    public SparseStepwise(CaptureTable table, double threshold) {
        this.table = table;
        this.threshold = threshold;
        this.lists = table.size();
    }

    /** The interval that is symmetric in log n_0, and, if there are replicates, the BCa bootstrap of the whole search. */
    public List<Estimate> estimates(int replicates, long seed) {
        Optional<Chosen> chosen = search(table.dense());
        if (chosen.isEmpty() || lists < 3) {
            return List.of(estimate(
                    "wald",
                    Answer.refused(
                            "the model of independent lists has no finite fit",
                            "модель независимых списков не подгоняется"),
                    Map.of()));
        }
        PoissonFit fit = chosen.get().fit();
        double n = table.observed();
        double spread = Math.exp(SpecialFunctions.Z_975 * Math.sqrt(fit.covarianceOfFirst()[0]));
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("model", names(chosen.get().terms(), false));
        diagnostics.put("empty", names(chosen.get().terms(), true));
        diagnostics.put("fit_p", fit.chanceOfDeviance());
        List<Estimate> all = new ArrayList<>();
        all.add(estimate(
                "wald",
                new Answer.Interval(n + fit.unseen(), n + fit.unseen() / spread, n + fit.unseen() * spread),
                diagnostics));
        if (replicates > 0 && (double) replicates * table.observed() > MOST_DRAWS) {
            all.add(estimate(
                    "bca",
                    Answer.refused(
                            "the bootstrap's budget is too small for so many people",
                            "бюджет бутстрепа мал для такого числа людей"),
                    Map.of()));
        } else if (replicates > 0) {
            all.add(bootstrap(n + fit.unseen(), replicates, seed));
        }
        return all;
    }

    private Optional<Chosen> search(double[] dense) {
        List<Integer> terms = new ArrayList<>();
        Optional<PoissonFit> fit = fit(dense, terms, true);
        while (fit.isPresent()) {
            int best = 0;
            double least = threshold;
            double[] fitted = spread(fit.get(), terms, dense);
            for (int i = 0; i < lists; i++) {
                for (int j = i + 1; j < lists; j++) {
                    int pair = 1 << i | 1 << j;
                    if (!terms.contains(pair)) {
                        double p = significance(dense, fitted, pair);
                        if (p < least && exists(dense, terms, pair)) {
                            least = p;
                            best = pair;
                        }
                    }
                }
            }
            if (best == 0) {
                return Optional.of(new Chosen(terms, fit.get()));
            }
            terms.add(best);
            fit = fit(dense, terms, false);
        }
        return Optional.empty();
    }

    private static double significance(double[] dense, double[] fitted, int pair) {
        double seen = 0;
        double mean = 0;
        for (int pattern = 1; pattern < dense.length; pattern++) {
            if ((pattern & pair) == pair) {
                seen += dense[pattern];
                mean += fitted[pattern];
            }
        }
        return Math.min(SpecialFunctions.poissonAtMost(seen, mean), SpecialFunctions.poissonAtLeast(seen, mean));
    }

    private boolean exists(double[] dense, List<Integer> terms, int pair) {
        List<Integer> more = new ArrayList<>(terms);
        more.add(pair);
        Reduced reduced = new Reduced(dense, more);
        return Existence.holds(reduced.design, reduced.counts);
    }

    private Optional<PoissonFit> fit(double[] dense, List<Integer> terms, boolean check) {
        Reduced reduced = new Reduced(dense, terms);
        return check && !Existence.holds(reduced.design, reduced.counts)
                ? Optional.empty()
                : PoissonFit.of(reduced.design, reduced.counts);
    }

    private double[] spread(PoissonFit fit, List<Integer> terms, double[] dense) {
        Reduced reduced = new Reduced(dense, terms);
        double[] fitted = new double[dense.length];
        for (int i = 0; i < reduced.patterns.length; i++) {
            fitted[reduced.patterns[i]] = fit.fitted()[i];
        }
        return fitted;
    }

    /** The table and design without the cells and the terms of pairs that share nobody. */
    private final class Reduced {
        final int[] patterns;
        final double[] counts;
        final double[][] design;

        Reduced(double[] dense, List<Integer> terms) {
            List<Integer> empty =
                    terms.stream().filter(pair -> shared(dense, pair) == 0).toList();
            List<Integer> kept =
                    terms.stream().filter(pair -> !empty.contains(pair)).toList();
            patterns = java.util.stream.IntStream.range(1, dense.length)
                    .filter(pattern -> empty.stream().noneMatch(pair -> (pattern & pair) == pair))
                    .toArray();
            counts = Arrays.stream(patterns)
                    .mapToDouble(pattern -> dense[pattern])
                    .toArray();
            design = new double[patterns.length][];
            for (int i = 0; i < patterns.length; i++) {
                double[] row = new double[1 + lists + kept.size()];
                row[0] = 1;
                for (int list = 0; list < lists; list++) {
                    row[1 + list] = patterns[i] >> list & 1;
                }
                for (int k = 0; k < kept.size(); k++) {
                    row[1 + lists + k] = (patterns[i] & kept.get(k)) == kept.get(k) ? 1 : 0;
                }
                design[i] = row;
            }
        }
    }

    private static double shared(double[] dense, int pair) {
        double sum = 0;
        for (int pattern = 1; pattern < dense.length; pattern++) {
            sum += (pattern & pair) == pair ? dense[pattern] : 0;
        }
        return sum;
    }

    /** Efron's (1987) BCa: resampled tables searched anew; acceleration by the jackknife over cells, weighted by counts. */
    private Estimate bootstrap(double point, int replicates, long seed) {
        double[] dense = table.dense();
        double[] totals = java.util.stream.IntStream.range(0, replicates)
                .parallel()
                .mapToDouble(i -> total(resampled(new SplittableRandom(seed * 1_000_003L + i))))
                .filter(Double::isFinite)
                .toArray();
        double below = Arrays.stream(totals).filter(each -> each < point).count() / (double) totals.length;
        double bias = SpecialFunctions.normalQuantile(below);
        if (totals.length < replicates * 0.9 || Double.isInfinite(bias)) {
            return estimate(
                    "bca",
                    Answer.refused("the bootstrap does not surround the point", "бутстреп не окружает оценку"),
                    Map.of("replicates", totals.length));
        }
        double acceleration = acceleration(dense);
        Arrays.sort(totals);
        double[] ends = new double[2];
        for (int side = 0; side < 2; side++) {
            double z = bias + (side == 0 ? -1 : 1) * SpecialFunctions.Z_975;
            double level = SpecialFunctions.normal(bias + z / (1 - acceleration * z));
            ends[side] = Quantiles.median8(totals, level);
        }
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("replicates", totals.length);
        diagnostics.put("boot_median", Quantiles.ofSorted(totals, 0.5));
        diagnostics.put("acceleration", acceleration);
        return estimate("bca", new Answer.Interval(point, ends[0], ends[1]), diagnostics);
    }

    private double total(double[] dense) {
        double n = Arrays.stream(dense).sum();
        return search(dense).map(chosen -> n + chosen.fit().unseen()).orElse(Double.NaN);
    }

    private double[] resampled(SplittableRandom random) {
        long n = table.observed();
        double[] sums = new double[table.cells()];
        double sum = 0;
        for (int cell = 0; cell < sums.length; cell++) {
            sum += table.count(cell);
            sums[cell] = sum;
        }
        double[] dense = new double[1 << lists];
        for (long i = 0; i < n; i++) {
            int at = Arrays.binarySearch(sums, random.nextDouble() * n);
            dense[table.pattern(at < 0 ? -at - 1 : Math.min(at + 1, sums.length - 1))]++;
        }
        return dense;
    }

    private double acceleration(double[] dense) {
        int cells = table.cells();
        double[] left = new double[cells];
        double mean = 0;
        for (int cell = 0; cell < cells; cell++) {
            double[] without = dense.clone();
            without[table.pattern(cell)]--;
            left[cell] = total(without);
            mean += table.count(cell) * left[cell] / table.observed();
        }
        double squares = 0;
        double cubes = 0;
        for (int cell = 0; cell < cells; cell++) {
            double apart = mean - left[cell];
            squares += table.count(cell) * apart * apart;
            cubes += table.count(cell) * apart * apart * apart;
        }
        return squares > 0 ? cubes / (6 * Math.pow(squares, 1.5)) : 0;
    }

    private List<String> names(List<Integer> terms, boolean empty) {
        return terms.stream()
                .filter(pair -> table.onAll(pair) == 0 == empty)
                .map(pair -> table.lists().get(Integer.numberOfTrailingZeros(pair)) + ":"
                        + table.lists().get(31 - Integer.numberOfLeadingZeros(pair)))
                .toList();
    }

    private Estimate estimate(String interval, Answer answer, Map<String, Object> diagnostics) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("pthresh", Double.toString(threshold));
        settings.put("interval", interval);
        return new Estimate(Method.SPARSE, settings, answer, table.observed(), 0, diagnostics);
    }
}
