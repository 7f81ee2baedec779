// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.date;
import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoCast.needTerm;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.tables.Row;

/** What officials of the invented world say, and what tellers were made to take back. */
final class DemoStatements {
    private final DemoWorld world;
    private final DemoCast cast;

    DemoStatements(DemoWorld world, DemoCast cast) {
        this.world = world;
        this.cast = cast;
    }

    void write() {
        retractions();
        statements();
    }

    private void retractions() {
        for (Row row : DemoFiles.table("retractions.csv")) {
            Id retraction = world.newId();
            cast.retractions.put(row.text("key"), retraction);
            String control = row.text("control");
            world.as(
                    DemoWorld.INVESTIGATOR,
                    List.of(new RetractionRecorded(
                            retraction,
                            need(cast.sources, row.text("source")),
                            needTerm(RetractionKind.class, row.text("kind")),
                            row.text("channel"),
                            control.startsWith("within reach")
                                    ? Control.WITHIN_REACH_OF_ACCUSED
                                    : control.startsWith("own") ? Control.FREE : Control.NOT_KNOWN,
                            some(row.text("whereabouts")),
                            date(some(row.text("date"))),
                            Optional.empty(),
                            Optional.ofNullable(cast.accounts.get(row.text("account"))).stream()
                                    .toList())));
        }
    }

    private void statements() {
        for (Row row : DemoFiles.table("statements.csv")) {
            Id statement = world.newId();
            cast.statements.put(row.text("key"), statement);
            world.as(
                    DemoWorld.INVESTIGATOR,
                    List.of(new StatementRecorded(
                            statement,
                            row.text("key").replace('-', ' '),
                            Optional.ofNullable(cast.persons.get(row.text("speaker"))),
                            Edtf.parse(row.text("date")),
                            new Text(row.text("words_en"), "en"),
                            kind(row.text("kind")),
                            needTerm(StatementBasis.class, row.text("basis")),
                            Optional.empty(),
                            List.of(),
                            row.text("investigation_followed").startsWith("yes")
                                    ? Investigation.CLOSED
                                    : Investigation.NONE)));
        }
    }

    private static StatementKind kind(String word) {
        return word.equals("denies-existence")
                ? StatementKind.DENIES_THAT_SUCH_PEOPLE_EXIST
                : needTerm(StatementKind.class, word);
    }
}
