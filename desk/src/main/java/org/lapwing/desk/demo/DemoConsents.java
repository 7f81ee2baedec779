// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoCast.needTerm;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.release.ConsentWording;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.entry.Id;
import org.lapwing.tables.Row;

/** What tellers of the invented world allow, and have taken back. */
final class DemoConsents {
    private final DemoWorld world;
    private final DemoCast cast;
    private final ConsentWording wording = new ConsentWording(Locale.ENGLISH);

    DemoConsents(DemoWorld world, DemoCast cast) {
        this.world = world;
        this.cast = cast;
    }

    void write() {
        var facts = new ArrayList<Fact>();
        var withdrawn = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("consents.csv")) {
            if (row.text("valid").equals("no")) {
                continue;
            }
            Purpose purpose = needTerm(Purpose.class, row.text("purpose"));
            Id giver = someone(row.text("giver"));
            Id subject = someone(row.text("subject"));
            Optional<Id> body = body(row.text("recipient"), purpose);
            LocalDate day = LocalDate.parse(row.text("date"));
            boolean self = giver.equals(subject);
            facts.add(new ConsentGiven(
                    world.newId(),
                    giver,
                    subject,
                    self ? Relation.SELF : Relation.RELATIVE,
                    row.text("conflict").equals("yes") ? Optional.of("noted when it was asked") : Optional.empty(),
                    purpose,
                    body,
                    body.isPresent() ? "As worded for that body, read aloud." : wording.of(purpose),
                    true,
                    true,
                    "ru",
                    "none",
                    "asked at the end of the talk",
                    day,
                    Optional.empty(),
                    Optional.empty()));
            some(row.text("withdrawn"))
                    .ifPresent(on -> withdrawn.add(new ConsentWithdrawn(
                            giver, subject, Optional.of(purpose), LocalDate.parse(on), "told us")));
        }
        world.as(DemoWorld.INTAKE, facts);
        world.as(DemoWorld.INTAKE, withdrawn);
    }

    private Id someone(String key) {
        return cast.sources.containsKey(key) ? need(cast.sources, key) : need(cast.persons, key);
    }

    private Optional<Id> body(String recipient, Purpose purpose) {
        return purpose == Purpose.SHARE || purpose == Purpose.COURT
                ? Optional.of(need(cast.bodies, purpose == Purpose.COURT ? "court-abroad" : "un-working-group"))
                : Optional.ofNullable(cast.bodies.get(recipient));
    }
}
