// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoCast.needTerm;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceReliabilityJudged;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Reliability;
import org.lapwing.casebook.term.Script;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.entry.Id;
import org.lapwing.tables.Row;

/** Sources and persons of the invented world. */
final class DemoPeople {
    private final DemoWorld world;
    private final DemoCast cast;

    DemoPeople(DemoWorld world, DemoCast cast) {
        this.world = world;
        this.cast = cast;
    }

    void write() {
        sources();
        persons();
    }

    private void sources() {
        Set<String> persons = new HashSet<>();
        DemoFiles.table("persons.csv").forEach(row -> persons.add(row.text("key")));
        for (Row row : DemoFiles.table("sources.csv")) {
            String key = row.text("key");
            Id source = world.newId();
            cast.sources.put(key, source);
            Optional<Id> himself = persons.contains(key)
                    ? Optional.of(cast.persons.computeIfAbsent(key, each -> world.newId()))
                    : Optional.empty();
            world.as(
                    DemoWorld.INTAKE,
                    List.of(new SourceOpened(
                            source,
                            key,
                            needTerm(SourceKind.class, row.text("kind")),
                            List.of(row.text("languages").split(" ")),
                            himself,
                            Optional.empty(),
                            Optional.empty(),
                            some(row.text("safe_contact")))));
            String judge = some(row.text("verified_by"))
                    .filter(cast.members::containsKey)
                    .orElse(DemoWorld.INVESTIGATOR);
            var judged = new ArrayList<Fact>();
            if (row.text("state").equals("verified")) {
                judged.add(new SourceVerified(source, true, how(row.text("verified_how")), row.text("verified_how")));
            }
            some(row.text("reason"))
                    .ifPresent(reason -> judged.add(new SourceReliabilityJudged(
                            source, needTerm(Reliability.class, row.text("reliability")), reason)));
            if (!judged.isEmpty()) {
                world.as(judge, judged);
            }
        }
    }

    private static VerifiedHow how(String words) {
        if (words.contains("call back")) {
            return VerifiedHow.CALL_BACK;
        } else if (words.contains("in person")) {
            return VerifiedHow.MET_IN_PERSON;
        } else if (words.contains("copy") || words.contains("recording") || words.contains("archive")) {
            return VerifiedHow.ORIGIN_CHECKED;
        }
        return VerifiedHow.DOCUMENT_SEEN;
    }

    private void persons() {
        var opened = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("persons.csv")) {
            Id person = cast.persons.get(row.text("key"));
            opened.add(new PersonOpened(
                    person == null ? cast.persons.computeIfAbsent(row.text("key"), key -> world.newId()) : person,
                    row.text("key"),
                    List.of(needTerm(PersonRole.class, row.text("role"))),
                    age(row.text("age_group"))));
        }
        world.as(DemoWorld.INTAKE, opened);
        var names = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("names.csv")) {
            for (NameKind kind : NameKind.values()) {
                some(row.text(kind.name().toLowerCase(Locale.ROOT)))
                        .ifPresent(value -> names.add(new NameRecorded(
                                world.newId(),
                                need(cast.persons, row.text("person")),
                                value,
                                row.text("script").equals("cyrl") ? Script.CYRILLIC : Script.LATIN,
                                kind,
                                Optional.ofNullable(cast.sources.get(row.text("said_by"))),
                                Optional.empty())));
            }
        }
        world.as(DemoWorld.INTAKE, names);
    }

    /** The files' groups are not those of the vocabulary; each goes to the one that holds its middle. */
    private static AgeGroup age(String word) {
        return switch (word) {
            case "under-18" -> AgeGroup.UNDER_18;
            case "18-24" -> AgeGroup.FROM_18_TO_25;
            case "25-34", "35-49" -> word.equals("25-34") ? AgeGroup.FROM_26_TO_40 : AgeGroup.FROM_41_TO_60;
            case "50-and-over" -> AgeGroup.OVER_60;
            default -> AgeGroup.UNKNOWN;
        };
    }
}
