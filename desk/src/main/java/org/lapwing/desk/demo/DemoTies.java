// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.date;
import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.util.ArrayList;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.TieFact.TieRecorded;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.tables.Row;

/** Who in the invented world knows whom. */
final class DemoTies {
    private final DemoWorld world;
    private final DemoCast cast;

    DemoTies(DemoWorld world, DemoCast cast) {
        this.world = world;
        this.cast = cast;
    }

    void write() {
        var facts = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("ties.csv")) {
            if (!cast.sources.containsKey(row.text("a")) || !cast.sources.containsKey(row.text("b"))) {
                continue;
            }
            facts.add(new TieRecorded(
                    world.newId(),
                    need(cast.sources, row.text("a")),
                    need(cast.sources, row.text("b")),
                    tie(row.text("kind")),
                    date(some(row.text("when"))),
                    some(row.text("note")).orElse("known from " + row.text("known_from"))));
        }
        world.as(DemoWorld.INVESTIGATOR, facts);
    }

    static TieKind tie(String word) {
        return switch (word) {
            case "cell", "wall", "pit" -> TieKind.CELL;
            case "shelter" -> TieKind.SHELTER;
            case "interviewer" -> TieKind.INTERVIEWER;
            case "family" -> TieKind.FAMILY;
            case "publication", "same-list" -> TieKind.PUBLICATION;
            default -> TieKind.ACQUAINTANCE;
        };
    }
}
