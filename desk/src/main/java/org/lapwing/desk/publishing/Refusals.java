// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.release.Permission;
import org.lapwing.desk.Chrome;
import org.lapwing.desk.reading.View;
import org.lapwing.dossier.Obstacle;
import org.lapwing.dossier.Prepared;
import org.lapwing.entry.Id;

/** Why something stays in the house, in sentences with the way to what would change it. */
public final class Refusals {
    /** @param href where it can be mended; empty where nowhere */
    public record Line(String words, String href) {}

    private Refusals() {}

    static List<Line> obstacles(View view, Chrome chrome, Prepared prepared) {
        return prepared instanceof Prepared.NotPublishable not
                ? not.reasons().stream()
                        .map(obstacle -> line(view.casebook(), chrome, obstacle))
                        .distinct()
                        .toList()
                : List.of();
    }

    static List<Line> rows(View view, Chrome chrome, Prepared prepared) {
        List<Line> lines = new ArrayList<>();
        if (prepared instanceof Prepared.Ready ready) {
            for (Prepared.Row row : ready.refused()) {
                lines.add(new Line(because(view.casebook(), chrome, row.because()), "/accounts/" + row.account()));
            }
        }
        return lines;
    }

    private static Line line(Casebook casebook, Chrome chrome, Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NotHere gone -> new Line(chrome.say("publishing.obstacle.not-here"), "");
            case Obstacle.KeptInside kept ->
                new Line(chrome.say("publishing.obstacle.kept-inside", "purpose", chrome.term(kept.purpose())), "");
            case Obstacle.ChecklistOpen open ->
                new Line(
                        chrome.say("publishing.obstacle.checklist", "item", chrome.term(open.item())),
                        "/findings/" + open.finding());
            case Obstacle.DetailHeld held ->
                new Line(
                        chrome.say(
                                "publishing.obstacle.held",
                                "phrase",
                                held.detail().phrase()),
                        "/findings/" + held.finding() + "#check-EXPOSURE");
            case Obstacle.SentenceTellsMore sentence ->
                new Line(chrome.say("publishing.obstacle.sentence"), "/findings/" + sentence.finding());
            case Obstacle.SubjectRefused subject ->
                new Line(
                        chrome.say("publishing.obstacle.subject", "why", because(casebook, chrome, subject.because())),
                        "/findings/" + subject.finding());
            case Obstacle.PlaceNeverLeaves safe ->
                new Line(chrome.say("publishing.obstacle.place"), "/findings/" + safe.finding());
            case Obstacle.NameLeft left -> new Line(chrome.say("publishing.obstacle.name"), "");
        };
    }

    private static String because(Casebook casebook, Chrome chrome, List<Permission.Because> because) {
        return because.stream()
                .map(each -> codeName(casebook, each.whom()) + ": " + chrome.term(each.refusal()))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static String codeName(Casebook casebook, Id whom) {
        return casebook.sources()
                .source(whom)
                .map(source -> source.codeName())
                .or(() -> casebook.people().person(whom).map(person -> person.codeName()))
                .orElse("?");
    }
}
