// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.numeric.SpecialFunctions;

/**
 * Fienberg's (1972) models, chosen by AIC and by BIC, and averaged by BIC. To five lists every hierarchical model up to
 * {@code mostOrder}; beyond, a search that adds or removes one term at a time while the criterion falls. The assumption of
 * each: no term of all lists together, and of the chosen one: no term that it leaves out.
 */
public final class LogLinearSearch {
    private static final int MOST_LISTS = 8;

    private record Fitted(LogLinearModel model, PoissonFit fit) {}

    private final CaptureTable table;
    private final int mostOrder;
    private final double[] dense;
    private final Map<LogLinearModel, Optional<Fitted>> seen = new HashMap<>();

    public LogLinearSearch(CaptureTable table, int mostOrder) {
        this.table = table;
        this.mostOrder = mostOrder;
        this.dense = table.size() <= MOST_LISTS ? table.dense() : new double[0];
    }

    /** All terms but the highest to four lists, terms of two lists beyond, as the reference does. */
    public static int usualOrder(int lists) {
        return lists <= 4 ? lists - 1 : 2;
    }

    public List<Estimate> estimates() {
        if (table.size() < 3 || table.size() > MOST_LISTS) {
            return List.of(estimate(
                    "BIC",
                    Answer.refused(
                            "log-linear models with dependence need 3 to 8 lists",
                            "логлинейным моделям с зависимостью нужно от 3 до 8 списков"),
                    Map.of()));
        }
        double n = table.observed();
        List<Fitted> fits = fits();
        if (fits.isEmpty()) {
            return List.of(estimate(
                    "BIC",
                    Answer.refused("no model could be fitted", "ни одну модель не удалось подогнать"),
                    Map.of()));
        }
        List<Estimate> all = new ArrayList<>();
        all.add(chosen("BIC", fits, fitted -> fitted.fit().bic(n)));
        all.add(chosen("AIC", fits, fitted -> fitted.fit().aic()));
        all.add(averaged(fits, n));
        return all;
    }

    private List<Fitted> fits() {
        if (table.size() <= 5) {
            return LogLinearModel.all(table.size(), mostOrder).stream()
                    .map(this::fit)
                    .flatMap(Optional::stream)
                    .toList();
        }
        walk(fitted -> fitted.fit().bic((double) table.observed()));
        walk(fitted -> fitted.fit().aic());
        return seen.values().stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(fitted -> fitted.model().toString()))
                .toList();
    }

    private void walk(ToDoubleFunction<Fitted> criterion) {
        Optional<Fitted> here = fit(new LogLinearModel(table.size(), List.of()));
        for (int step = 0; step < 60 && here.isPresent(); step++) {
            Optional<Fitted> best = here.get().model().neighbours(mostOrder).stream()
                    .map(this::fit)
                    .flatMap(Optional::stream)
                    .min(Comparator.comparingDouble(criterion));
            if (best.isEmpty() || criterion.applyAsDouble(best.get()) >= criterion.applyAsDouble(here.get())) {
                return;
            }
            here = best;
        }
    }

    private Optional<Fitted> fit(LogLinearModel model) {
        return seen.computeIfAbsent(model, each -> {
            double[] counts = java.util.Arrays.copyOfRange(dense, 1, dense.length);
            return PoissonFit.of(each.design(1), counts).map(found -> new Fitted(each, found));
        });
    }

    private Estimate chosen(String selection, List<Fitted> fits, ToDoubleFunction<Fitted> criterion) {
        Fitted best = fits.stream().min(Comparator.comparingDouble(criterion)).orElseThrow();
        double n = table.observed();
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("model", best.model().toString());
        diagnostics.put("models", fits.size());
        diagnostics.put("abundance", n + best.fit().unseen());
        diagnostics.put("standard_error", best.fit().standardError());
        diagnostics.put("aic", best.fit().aic());
        diagnostics.put("bic", best.fit().bic(n));
        diagnostics.put("deviance", best.fit().deviance());
        diagnostics.put("fit_p", best.fit().chanceOfDeviance());
        diagnostics.put("empty_terms", emptyTerms(best.model()));
        Answer answer = new ProfileInterval(best.model(), dense, n)
                .around(n + best.fit().unseen())
                .map(Answer.class::cast)
                .orElseGet(() -> Answer.refused("the profile could not be fitted", "профиль не удалось подогнать"));
        return estimate(selection, answer, diagnostics);
    }

    /** Terms whose lists share nobody: their true estimate is minus infinity. */
    private List<String> emptyTerms(LogLinearModel model) {
        return model.terms().stream()
                .filter(term -> table.onAll(term) == 0)
                .map(term -> new LogLinearModel(model.lists(), List.of(term)).toString())
                .toList();
    }

    /** A mixture of log-normal unseen counts, weighted by exp(-BIC/2) (Raftery 1995). */
    private Estimate averaged(List<Fitted> fits, double n) {
        double least =
                fits.stream().mapToDouble(each -> each.fit().bic(n)).min().orElse(0);
        TreeMap<Double, Fitted> byWeight = new TreeMap<>(Comparator.reverseOrder());
        double[] weights = fits.stream()
                .mapToDouble(each -> Math.exp((least - each.fit().bic(n)) / 2))
                .toArray();
        double sum = java.util.Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            byWeight.put(weights[i] / sum, fits.get(i));
        }
        Map<String, Object> top = new LinkedHashMap<>();
        byWeight.entrySet().stream()
                .limit(5)
                .forEach(entry -> top.put(entry.getValue().model().toString(), entry.getKey()));
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("models", fits.size());
        diagnostics.put("weights", top);
        return estimate(
                "averaged by BIC",
                new Answer.Interval(
                        n + mixture(fits, weights, sum, 0.5),
                        n + mixture(fits, weights, sum, 0.025),
                        n + mixture(fits, weights, sum, 0.975)),
                diagnostics);
    }

    private static double mixture(List<Fitted> fits, double[] weights, double sum, double probability) {
        double low = -30;
        double high = 45;
        for (int step = 0; step < 80; step++) {
            double middle = (low + high) / 2;
            double below = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > sum * 1e-9) {
                    PoissonFit fit = fits.get(i).fit();
                    double error = fit.standardError() / fit.unseen();
                    below += weights[i] * SpecialFunctions.normal((middle - fit.coefficients()[0]) / error);
                }
            }
            if (below < probability * sum) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private Estimate estimate(String selection, Answer answer, Map<String, Object> diagnostics) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("selection", selection);
        settings.put("max_order", Integer.toString(mostOrder));
        settings.put("search", table.size() <= 5 ? "all" : "stepwise");
        settings.put("interval", selection.startsWith("averaged") ? "mixture" : "profile");
        return new Estimate(Method.LOGLINEAR, settings, answer, table.observed(), 0, diagnostics);
    }
}
