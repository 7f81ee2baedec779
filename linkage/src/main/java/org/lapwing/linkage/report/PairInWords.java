// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.report;

import java.util.ArrayList;
import java.util.List;
import org.lapwing.figures.Caption;
import org.lapwing.figures.Figure;
import org.lapwing.figures.Language;
import org.lapwing.figures.Waterfall;
import org.lapwing.linkage.Linked;
import org.lapwing.linkage.files.Outputs;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Priors;
import org.lapwing.linkage.model.Scorer;

/** Why a pair weighs what it weighs, field by field in words. */
final class PairInWords {

    private final Linked linked;
    private final Records records;
    private final Language language;
    private final boolean withValues;
    private final Scorer scorer;

    PairInWords(Linked linked, Language language, boolean withValues) {
        this.linked = linked;
        this.records = linked.records();
        this.language = language;
        this.withValues = withValues;
        this.scorer = new Scorer(records, new Scorer.Tables(records, linked.model()));
    }

    Figure waterfall(int edge) {
        int a = linked.edges().left(edge);
        int b = linked.edges().right(edge);
        int lists = records.lists().size();
        double prior = Priors.bits(linked.priors()[records.list(a) * lists + records.list(b)]);
        List<Waterfall.Step> steps = new ArrayList<>();
        steps.add(new Waterfall.Step(
                language.of("any two records of these lists", "любые две записи этих списков"), rounded(prior)));
        for (Scorer.Step step : scorer.steps(a, b)) {
            add(step, a, b, steps);
        }
        double probability = 100 * Outputs.probability(linked.edges().weight(edge));
        String title = id(a) + " – " + id(b);
        String sentence = language.of(
                "One person with a probability of " + language.number(probability, 0) + " in a hundred.",
                "Один человек с вероятностью " + language.number(probability, 0) + " из ста.");
        return new Waterfall(
                        new Caption(language, title, sentence),
                        language.of("bits of evidence", "биты свидетельства"),
                        steps,
                        language.of("weight", "вес"))
                .draw();
    }

    private void add(Scorer.Step step, int a, int b, List<Waterfall.Step> steps) {
        if (step.field() < 0) {
            if (step.bits() < -0.05) {
                steps.add(new Waterfall.Step(
                        language.of("kin or namesakes share this too", "это бывает общим у родных и тёзок"),
                        rounded(step.bits())));
            }
            return;
        }
        Field field = records.fields().get(step.field());
        String name = Words.in(language, field.plan().name());
        if (step.level() == 0) {
            steps.add(new Waterfall.Step(name + ": " + language.of("missing", "нет данных"), 0));
            return;
        }
        String level = Words.in(
                language, Field.comparison(field.plan().kind()).levels().get(step.level() - 1));
        String cells =
                withValues ? " (" + records.text(step.field(), a) + " / " + records.text(step.field(), b) + ")" : "";
        steps.add(new Waterfall.Step(name + ": " + level + cells, rounded(step.bits())));
        if (Math.abs(step.termBits()) >= 0.05) {
            steps.add(new Waterfall.Step(
                    name
                            + (step.termBits() > 0
                                    ? language.of(": rare", ": редкое")
                                    : language.of(": common", ": частое")),
                    rounded(step.termBits())));
        }
    }

    private static double rounded(double bits) {
        return Math.round(bits * 100) / 100.0;
    }

    private String id(int record) {
        return records.lists().get(records.list(record)) + " " + records.id(record);
    }
}
