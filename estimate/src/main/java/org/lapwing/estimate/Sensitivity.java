// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lapwing.estimate.decomposable.GraphAveraging;
import org.lapwing.estimate.latent.LatentClasses;
import org.lapwing.estimate.latent.LatentPrior;
import org.lapwing.estimate.latent.LatentSettings;

/**
 * What the estimate over graphs becomes if lists are left out or merged or referrals removed, what it and latent classes become
 * if the prior is another, and the saturated model under other assumptions. One thread.
 */
public final class Sensitivity {
    private static final int MOST_LISTS = 5;

    /** In a hundred: shares of people whom no list can reach. */
    static final List<Integer> HIDDEN = List.of(0, 5, 10, 20, 30, 50);

    private static final double[] REFERRED = {0.1, 0.25, 0.5};

    /** Draws of each chain under another prior: enough to see whether it matters. */
    private static final int SCANS = 800;

    private static final int MOST_LISTS_OF_CLASSES = 8;

    private static final Map<LatentPrior, Said> PRIORS = priors();

    private final CaptureTable table;
    private final List<Referral> referrals;
    private final Settings settings;
    private @Nullable Map<Said, Answer> all;

    /**
     * @param referrals between lists of the table
     * @param settings of the estimates that are asked what if
     */
    public Sensitivity(CaptureTable table, List<Referral> referrals, Settings settings) {
        this.table = table;
        this.referrals = referrals;
        this.settings = settings;
    }

    private static Map<LatentPrior, Said> priors() {
        Map<LatentPrior, Said> priors = new LinkedHashMap<>();
        priors.put(
                new LatentPrior(1, 1, 1),
                new Said(
                        "latent classes, more groups: concentration Gamma(1, 1)",
                        "латентные классы, больше групп: концентрация Gamma(1, 1)"));
        priors.put(
                new LatentPrior(0.25, 2.5, 1),
                new Said(
                        "latent classes, fewer groups: concentration Gamma(0.25, 2.5)",
                        "латентные классы, меньше групп: концентрация Gamma(0.25, 2.5)"));
        priors.put(
                new LatentPrior(0.25, 0.25, 0.5),
                new Said(
                        "latent classes, chances of lists nearer 0 and 1: Beta(0.5, 0.5)",
                        "латентные классы, вероятности ближе к 0 и 1: Beta(0.5, 0.5)"));
        priors.put(
                new LatentPrior(0.25, 0.25, 2),
                new Said(
                        "latent classes, chances of lists nearer a half: Beta(2, 2)",
                        "латентные классы, вероятности ближе к половине: Beta(2, 2)"));
        return priors;
    }

    /** Computed once. */
    public Map<Said, Answer> all() {
        Map<Said, Answer> known = all;
        if (known == null) {
            known = computed();
            all = known;
        }
        return known;
    }

    private Map<Said, Answer> computed() {
        Map<Said, Answer> all = new LinkedHashMap<>();
        if (table.size() <= MOST_LISTS) {
            for (int list = 0; list < table.size() && table.size() > 3; list++) {
                all.put(
                        new Said("dga without %s", "dga без %s")
                                .with(table.lists().get(list)),
                        graphs(table.without(list)));
            }
            for (int i = 0; i < table.size() && table.size() > 3; i++) {
                for (int j = i + 1; j < table.size(); j++) {
                    CaptureTable merged = table.merged(i, j);
                    all.put(
                            new Said("dga, one list: %s", "dga, один список: %s")
                                    .with(merged.lists().get(i)),
                            graphs(merged));
                }
            }
        }
        if (table.size() > 2 && table.size() <= MOST_LISTS) {
            for (double delta : new double[] {Math.pow(2, -table.size()), 0.5, 1}) {
                all.put(
                        new Said("dga, prior count of %.3g in each cell", "dga, априорно %.3g в каждой ячейке")
                                .with(delta),
                        new GraphAveraging(table, delta).estimate(0).answer());
            }
        }
        if (table.size() > 2 && table.size() <= MOST_LISTS_OF_CLASSES && asksForClasses()) {
            PRIORS.forEach((prior, named) -> all.put(named, classes(prior)));
        }
        for (Referral referral : referrals) {
            for (double share : REFERRED) {
                all.put(referral.named(share), referral.answer(table, share));
            }
        }
        for (double ratio : new double[] {0.5, 2.0 / 3, 1, 1.5, 2}) {
            all.put(new Said("saturated, ξ = %.2f", "насыщенная, ξ = %.2f").with(ratio), saturated(ratio));
        }
        return all;
    }

    /** All of it, a hidden share and internal consistency, as diagnostics of the headline. */
    public Estimate told(Estimate headline) {
        List<Map<String, Object>> whatIf = new ArrayList<>();
        all().forEach((what, answer) -> whatIf.add(row("what", what.english(), answer)));
        List<Map<String, Object>> hidden = new ArrayList<>();
        headline.interval()
                .ifPresent(range ->
                        HIDDEN.forEach(percent -> hidden.add(row("hidden_percent", percent, hidden(range, percent)))));
        List<Map<String, Object>> checks = new ArrayList<>();
        for (InternalConsistency.Check check : InternalConsistency.of(table)) {
            Map<String, Object> row = row("list", check.list(), check.answer());
            row.put("truth", check.truth());
            checks.add(row);
        }
        return headline.telling("sensitivity", whatIf)
                .telling("hidden_share", hidden)
                .telling("internal_consistency", checks);
    }

    /** What the range becomes if so many in a hundred can be reached by no list. */
    static Answer.Interval hidden(Answer.Interval range, int percent) {
        double factor = 1 / (1 - percent / 100.0);
        return new Answer.Interval(
                range.estimate() * factor, range.lower() * factor, range.upper() * factor, 0, new double[0]);
    }

    private static Map<String, Object> row(String name, Object value, Answer answer) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(name, value);
        switch (answer) {
            case Answer.Interval range -> {
                row.put("estimate", range.estimate());
                row.put("lower", range.lower());
                row.put("upper", range.upper());
            }
            case Answer.Refused(Said because) -> row.put("refused", because.english());
        }
        return row;
    }

    private boolean asksForClasses() {
        return settings.asks(Method.LCMCR) || settings.asks(Method.HEADLINE);
    }

    private Answer classes(LatentPrior prior) {
        LatentSettings sampled =
                new LatentSettings(settings.classes(), settings.cap(), 4, SCANS, settings.seed(), prior);
        return new LatentClasses(table, sampled).estimate().answer();
    }

    private static Answer graphs(CaptureTable table) {
        return new GraphAveraging(table, Math.pow(2, -table.size())).estimate(0).answer();
    }

    /**
     * Aleshin-Guendel, Sadinle and Wakefield (2021): the saturated model fits exactly, and n_0 follows from an assumed
     * highest-order odds ratio. At 1 it is the usual assumption of no highest-order interaction; the data say nothing of it.
     */
    public Answer saturated(double ratio) {
        double log = 0;
        double variance = 0;
        for (int pattern = 1; pattern < 1 << Math.min(table.size(), 12); pattern++) {
            double count = table.countOf(pattern);
            if (count == 0) {
                return Answer.refused("a cell of the table is empty", "одна из ячеек таблицы пуста");
            }
            log += (Integer.bitCount(pattern) % 2 == 1 ? 1 : -1) * Math.log(count);
            variance += 1 / count;
        }
        double unseen = Math.exp(log) / ratio;
        double error = Math.sqrt(unseen * unseen * variance + unseen);
        double point = table.observed() + unseen;
        return new Answer.Interval(point, point - 1.96 * error, point + 1.96 * error);
    }
}
