// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Method;

/**
 * People who differ in how easily they are listed, as columns of a log-linear model that depend on how many lists a
 * person is on (Rivest and Baillargeon 2007): Poisson 2^k - 1, Darroch k²/2, Gamma -log(3.5 + k), and Chao's lower bound
 * with one column max(0, k - j) for each j from 2, none of them negative. M0 and Mh with one probability for all lists,
 * Mt and Mth with one for each.
 */
public final class Heterogeneity {
    private final CaptureTable table;
    private final int cells;
    private final double[] counts;

    public Heterogeneity(CaptureTable table) {
        this.table = table;
        this.cells = (1 << table.size()) - 1;
        this.counts = Arrays.copyOfRange(table.dense(), 1, cells + 1);
    }

    /** Mt alone: independence, with its symmetric interval in n_0 and with the one in log n_0. */
    public List<Estimate> independence() {
        Optional<PoissonFit> fit = PoissonFit.of(design(true, List.of()), counts);
        return List.of(
                wrapped(Method.INDEPENDENCE, Map.of("interval", "lognormal"), fit.map(this::logNormal)),
                wrapped(Method.INDEPENDENCE, Map.of("interval", "wald"), fit.map(this::symmetric)));
    }

    public List<Estimate> estimates() {
        List<Estimate> all = new ArrayList<>();
        for (boolean byList : new boolean[] {false, true}) {
            String mixed = byList ? "Mth" : "Mh";
            all.add(model(byList ? "Mt" : "M0", byList, List.of()));
            all.add(chao(mixed + " Chao (LB)", byList));
            all.add(model(mixed + " Poisson2", byList, List.of(k -> Math.pow(2, k) - 1)));
            all.add(model(mixed + " Darroch", byList, List.of(k -> k * k / 2)));
            all.add(model(mixed + " Gamma3.5", byList, List.of(k -> Math.log(3.5) - Math.log(3.5 + k))));
        }
        all.add(behaviour("Mb", false));
        all.add(behaviour("Mbh", true));
        return all;
    }

    private Estimate model(String name, boolean byList, List<DoubleUnaryOperator> columns) {
        double[][] design = design(byList, columns);
        return named(name, Existence.holds(design, counts) ? PoissonFit.of(design, counts) : Optional.empty());
    }

    private Estimate named(String name, Optional<PoissonFit> fit) {
        return wrapped(Method.HETEROGENEITY, settings(name), fit.map(this::symmetric));
    }

    private static Map<String, String> settings(String model) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("model", model);
        settings.put("interval", "wald");
        return settings;
    }

    /** The bound's columns must not be negative: those that come out so are left out, the first at a time. */
    private Estimate chao(String name, boolean byList) {
        List<DoubleUnaryOperator> columns = new ArrayList<>();
        for (int j = 2; j < table.size(); j++) {
            int from = j;
            columns.add(k -> Math.max(0, k - from));
        }
        while (true) {
            Optional<PoissonFit> fit = PoissonFit.of(design(byList, columns), counts);
            if (fit.isEmpty()) {
                return named(name, fit);
            }
            double[] found = fit.get().coefficients();
            int first = found.length - columns.size();
            int negative = -1;
            for (int i = columns.size() - 1; i >= 0; i--) {
                negative = found[first + i] < 0 ? i : negative;
            }
            if (negative < 0) {
                return named(name, fit);
            }
            columns.remove(negative);
        }
    }

    private double[][] design(boolean byList, List<DoubleUnaryOperator> columns) {
        int mains = byList ? table.size() : 1;
        double[][] design = new double[cells][1 + mains + columns.size()];
        for (int pattern = 1; pattern <= cells; pattern++) {
            double[] row = design[pattern - 1];
            int k = Integer.bitCount(pattern);
            row[0] = 1;
            for (int list = 0; list < mains; list++) {
                row[1 + list] = byList ? pattern >> list & 1 : k;
            }
            for (int column = 0; column < columns.size(); column++) {
                row[1 + mains + column] = columns.get(column).applyAsDouble(k);
            }
        }
        return design;
    }

    /**
     * Captures that change behaviour (Otis and others 1978): first captures fall off geometrically along the lists, from
     * the first list (Mb) or from the second (Mbh); the unseen are the rest of that series.
     */
    private Estimate behaviour(String name, boolean firstApart) {
        double[][] design = new double[cells][firstApart ? 4 : 3];
        for (int pattern = 1; pattern <= cells; pattern++) {
            double[] row = design[pattern - 1];
            int first = Integer.numberOfTrailingZeros(pattern);
            row[0] = 1;
            row[1] = first;
            row[2] = Integer.bitCount(pattern) - 1;
            if (firstApart) {
                row[3] = first == 0 ? 1 : 0;
            }
        }
        Map<String, String> settings = settings(name);
        settings.put("interval", "profile");
        Optional<Answer.Interval> point = PoissonFit.of(design, counts).map(found -> tail(found.coefficients()));
        Optional<double[]> ends = point.filter(each -> each.estimate() > table.observed())
                .flatMap(_ -> new BehaviourProfile(table, firstApart).ends());
        if (point.isPresent() && ends.isEmpty()) {
            Estimate without = wrapped(Method.HETEROGENEITY, settings, point);
            return new Estimate(
                    without.method(),
                    settings,
                    without.answer(),
                    without.observed(),
                    0,
                    Map.of("no_interval", "people newly listed do not become fewer from list to list, in this order"));
        }
        return wrapped(
                Method.HETEROGENEITY,
                settings,
                point.map(each -> ends.map(two -> new Answer.Interval(each.estimate(), two[0], two[1]))
                        .orElse(each)));
    }

    /** The sum over first captures at t, t+1, ..., each with its later captures free. */
    private Answer.Interval tail(double[] b) {
        int t = table.size();
        double again = Math.exp(b[2]);
        // u_f = exp(b0 + b1 f) (1 + e^b2)^(t-1-f), with f counted from 0
        double ratio = Math.exp(b[1]) / (1 + again);
        double start = Math.exp(b[0]) * Math.pow(1 + again, t - 1.0);
        double point = table.observed() + start * Math.pow(ratio, t) / (1 - ratio);
        return new Answer.Interval(point, Double.NaN, Double.NaN);
    }

    private Answer.Interval symmetric(PoissonFit fit) {
        double point = table.observed() + fit.unseen();
        double error = fit.standardError();
        return new Answer.Interval(point, point - 1.96 * error, point + 1.96 * error);
    }

    private Answer.Interval logNormal(PoissonFit fit) {
        double spread = Math.exp(1.959963984540054 * Math.sqrt(fit.covarianceOfFirst()[0]));
        double n = table.observed();
        return new Answer.Interval(n + fit.unseen(), n + fit.unseen() / spread, n + fit.unseen() * spread);
    }

    private Estimate wrapped(Method method, Map<String, String> settings, Optional<Answer.Interval> interval) {
        Answer answer = interval.isPresent() && Double.isFinite(interval.get().estimate())
                ? interval.get()
                : Answer.refused("the model has no finite fit", "у модели нет конечной подгонки");
        return new Estimate(method, settings, answer, table.observed(), 0, Map.of());
    }
}
