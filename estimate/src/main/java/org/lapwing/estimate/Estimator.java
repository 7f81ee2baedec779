// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lapwing.estimate.decomposable.GraphAveraging;
import org.lapwing.estimate.latent.LatentClasses;
import org.lapwing.estimate.latent.LatentSettings;
import org.lapwing.estimate.loglinear.Heterogeneity;
import org.lapwing.estimate.loglinear.LogLinearSearch;
import org.lapwing.estimate.loglinear.SparseStepwise;

/** Every method that was asked for, on one table, in a fixed order, the headline last. */
public final class Estimator {
    private static final int MOST_LISTS = 8;
    private static final long MOST_PEOPLE = 1L << 40;

    private final CaptureTable table;
    private final Settings settings;

    public Estimator(CaptureTable table, Settings settings) {
        this.table = table;
        this.settings = settings;
    }

    public List<Estimate> estimates() {
        List<Estimate> all = new ArrayList<>();
        boolean headline = settings.asks(Method.HEADLINE);
        if (table.observed() == 0 || table.observed() > MOST_PEOPLE) {
            return List.of(Headline.refused(table, Headline.NOBODY));
        }
        if (settings.asks(Method.CHAPMAN)) {
            all.addAll(timed(() -> ListPairs.chapman(table)));
        }
        if (headline || settings.asks(Method.CHAO)) {
            all.addAll(timed(() -> ListPairs.chao(table)));
        }
        if (table.size() <= MOST_LISTS) {
            models(all, headline);
        } else {
            all.add(tooMany());
        }
        if (headline) {
            all.add(new Headline(table, settings.doubtful()).of(all));
        }
        all.removeIf(estimate -> !settings.asks(estimate.method()));
        return all;
    }

    private Estimate tooMany() {
        Answer answer = Answer.refused(
                "models are fitted to 8 lists at most; merge lists of the same kind first",
                "модели подгоняются не более чем к 8 спискам; сначала объедините однородные списки");
        return new Estimate(Method.LOGLINEAR, java.util.Map.of(), answer, table.observed(), 0, java.util.Map.of());
    }

    private void models(List<Estimate> all, boolean headline) {
        int t = table.size();
        if (settings.asks(Method.INDEPENDENCE)) {
            all.addAll(timed(() -> new Heterogeneity(table).independence()));
        }
        if (headline || settings.asks(Method.LOGLINEAR)) {
            all.addAll(timed(() -> new LogLinearSearch(table, LogLinearSearch.usualOrder(t)).estimates()));
        }
        if (t > 2 && settings.asks(Method.HETEROGENEITY)) {
            all.addAll(timed(() -> new Heterogeneity(table).estimates()));
        }
        if (headline || settings.asks(Method.SPARSE)) {
            all.addAll(timed(() ->
                    new SparseStepwise(table, settings.threshold()).estimates(settings.replicates(), settings.seed())));
        }
        if (headline || settings.asks(Method.DGA)) {
            double delta = settings.delta() > 0 ? settings.delta() : Math.pow(2, -t);
            all.addAll(timed(() -> List.of(new GraphAveraging(table, delta).estimate(settings.grid()))));
        }
        if (headline || settings.asks(Method.LCMCR)) {
            all.addAll(timed(() -> List.of(latent())));
        }
    }

    /** Where the chains do not agree, once more with four times the draws: that is the budget. */
    private Estimate latent() {
        Estimate first = latent(settings.scans());
        return first.interval().isPresent() || table.size() < 3 ? first : latent(4 * settings.scans());
    }

    private Estimate latent(int scans) {
        return new LatentClasses(
                        table, new LatentSettings(settings.classes(), settings.cap(), 4, scans, settings.seed()))
                .estimate();
    }

    private static List<Estimate> timed(Supplier<List<Estimate>> method) {
        long start = System.nanoTime();
        List<Estimate> made = method.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        return made.stream().map(each -> each.took(seconds)).toList();
    }
}
