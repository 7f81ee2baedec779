// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lapwing.evacuation.Changes;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.figures.Caption;
import org.lapwing.figures.DataTable;
import org.lapwing.figures.Language;
import org.lapwing.figures.NightGrid;
import org.lapwing.figures.Report;

/** The whole plan for those who may see it: houses by nights, who has no place and why, who moves when. One HTML file. */
public final class PlanReport {
    private final Situation situation;
    private final Plan plan;
    private final Language language;

    private PlanReport(Situation situation, Plan plan, Language language) {
        this.situation = situation;
        this.plan = plan;
        this.language = language;
    }

    /** @param changes against what was told before, if anything was */
    public static String html(Situation situation, Plan plan, Optional<Changes> changes, Language language) {
        return new PlanReport(situation, plan, language).html(changes);
    }

    private String html(Optional<Changes> changes) {
        Report report = new Report(language, say("Who sleeps where", "Кто где ночует"));
        report.lead(say(
                "%d of %d households have a place from %s until %s.",
                "Место есть у %d из %d семей, с %s до %s.",
                plan.routes().size(),
                situation.households().size(),
                situation.date(0),
                situation.date(situation.nights())));
        report.warning(say(
                "Whoever reads this knows everything. Do not print it, do not send it on.",
                "Кто это читает, знает всё. Не печатайте и не пересылайте."));
        unplaced(report);
        changes.ifPresent(each -> changes(report, each));
        report.heading(say("Houses by nights", "Дома по ночам"));
        report.figure(grid().draw());
        report.heading(say("Moves by day", "Переезды по дням"));
        report.table(moves());
        report.heading(say("What it costs", "Чего это стоит"));
        report.table(costs());
        return report.html();
    }

    private void unplaced(Report report) {
        for (Plan.Unplaced each : plan.unplaced()) {
            report.warning(each.household()
                    + say(" has no place", " без места")
                    + each.decision()
                            .map(said -> say(", as %s decided: %s", ", так решил(а) %s: %s", said.by(), said.why()))
                            .orElse(say(". Somebody has to decide.", ". Кто-то должен решить.")));
            sentences(report, each, false, say("What leaves no way, all together:", "Что вместе не оставляет пути:"));
            sentences(
                    report,
                    each,
                    true,
                    say("What would help, each by itself:", "Что помогло бы, каждое само по себе:"));
        }
    }

    private void sentences(Report report, Plan.Unplaced household, boolean frees, String before) {
        List<String> sentences = household.reasons().stream()
                .filter(reason -> reason.frees() == frees)
                .map(reason -> reason.sentence(locale()))
                .toList();
        if (!sentences.isEmpty()) {
            report.paragraph(before).list(sentences);
        }
    }

    private void changes(Report report, Changes changes) {
        report.heading(say("What changes for whom", "Что и для кого меняется"));
        List<List<String>> rows = changes.each().stream()
                .map(each -> List.of(
                        each.household(),
                        each.kind().words().in(locale()),
                        situation.date(each.from()).toString()))
                .toList();
        report.table(
                new DataTable(List.of(say("household", "семья"), say("change", "изменение"), say("from", "с")), rows));
    }

    private NightGrid grid() {
        List<NightGrid.Stay> stays = new ArrayList<>();
        for (Plan.Route route : plan.routes()) {
            Household household = situation.household(route.household()).orElseThrow();
            for (Plan.Leg leg : route.legs()) {
                stays.add(new NightGrid.Stay(
                        route.household(),
                        situation.houses().indexOf(situation.house(leg.house()).orElseThrow()),
                        leg.nights().from(),
                        leg.nights().count(),
                        household.persons(),
                        leg.nights().from() < situation.today()));
            }
        }
        stays.sort(Comparator.comparingInt(NightGrid.Stay::firstNight));
        int beds = situation.houses().stream().mapToInt(House::beds).sum();
        Caption caption = new Caption(
                language,
                say("Who sleeps where on which night", "Кто где ночует в какую ночь"),
                say(
                        "%d stays in %d houses with %d beds; a dark edge marks what has begun.",
                        "%d пребываний в %d домах, мест %d; тёмный край отмечает начатое.",
                        stays.size(),
                        situation.houses().size(),
                        beds));
        return new NightGrid(
                caption,
                IntStream.range(0, situation.nights())
                        .mapToObj(night -> situation.date(night).toString().substring(5))
                        .toList(),
                situation.houses().stream()
                        .map(house -> new NightGrid.House(house.name(), house.beds()))
                        .toList(),
                stays);
    }

    private DataTable moves() {
        record Move(int day, List<String> cells) {}
        List<Move> moves = new ArrayList<>();
        for (Plan.Route route : plan.routes()) {
            for (Plan.Leg leg : route.legs()) {
                int day = leg.nights().from();
                moves.add(new Move(
                        day,
                        List.of(
                                situation.date(day).toString(),
                                route.household(),
                                leg.house(),
                                leg.escort().orElse("—"))));
            }
            route.departure()
                    .ifPresent(each -> moves.add(new Move(
                            each.day(),
                            List.of(
                                    situation.date(each.day()).toString(),
                                    route.household(),
                                    say("leaves", "выезд"),
                                    each.escort().orElse("—")))));
        }
        return new DataTable(
                List.of(
                        say("day", "день"),
                        say("household", "семья"),
                        say("to", "куда"),
                        say("escort", "сопровождает")),
                moves.stream()
                        .sorted(Comparator.comparingInt(Move::day))
                        .map(Move::cells)
                        .toList());
    }

    private DataTable costs() {
        List<List<String>> rows = new ArrayList<>();
        plan.cost()
                .forEach((rule, amount) ->
                        rows.add(List.of(rule.key(), rule.sentence(locale()), language.number((double) amount, 0))));
        rows.add(List.of(say("together", "вместе"), "", language.number((double) plan.total(), 0)));
        return new DataTable(List.of(say("rule", "правило"), say("in words", "словами"), say("cost", "цена")), rows);
    }

    private Locale locale() {
        return Locale.of(language.code());
    }

    private String say(String english, String russian, Object... values) {
        String text = language.of(english, russian);
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }
}
