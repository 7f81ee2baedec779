// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.date;
import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.PlaceFact.CommandsUnit;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.RunsPlace;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.UnitType;
import org.lapwing.entry.Id;
import org.lapwing.tables.Row;

/** Towns, places and units of the invented world. */
final class DemoPlaces {
    private final DemoWorld world;
    private final DemoCast cast;

    DemoPlaces(DemoWorld world, DemoCast cast) {
        this.world = world;
        this.cast = cast;
    }

    void write() {
        var facts = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("towns.csv")) {
            Id town = cast.places.computeIfAbsent(row.text("key"), key -> world.newId());
            facts.add(new PlaceOpened(
                    town,
                    List.of(row.text("name_en"), row.text("name_ru")),
                    PlaceType.TOWN_OR_DISTRICT,
                    Standing.OFFICIAL,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        for (Row row : DemoFiles.table("units.csv")) {
            Id unit = cast.units.computeIfAbsent(row.text("key"), key -> world.newId());
            facts.add(new UnitOpened(
                    unit,
                    List.of(row.text("name_en"), row.text("name_ru")),
                    row.text("kind").matches("directorate|station|office") ? UnitType.POLICE : UnitType.ARMED_FORCES,
                    some(row.text("parent")).map(parent -> need(cast.units, parent))));
            some(row.text("commander"))
                    .ifPresent(person -> facts.add(new CommandsUnit(
                            need(cast.persons, person), unit, date(some(row.text("from"))), List.of())));
        }
        for (Row row : DemoFiles.table("places.csv")) {
            Id place = cast.places.computeIfAbsent(row.text("key"), key -> world.newId());
            facts.add(new PlaceOpened(
                    place,
                    List.of(row.text("name_en"), row.text("name_ru")),
                    sort(row.text("key"), row.text("kind")),
                    row.text("kind").startsWith("official") ? Standing.OFFICIAL : Standing.UNOFFICIAL,
                    Optional.ofNullable(cast.places.get(row.text("town"))),
                    Optional.empty(),
                    some(row.text("description_en"))));
            some(row.text("unit"))
                    .ifPresent(unit ->
                            facts.add(new RunsPlace(need(cast.units, unit), place, Optional.empty(), List.of())));
        }
        world.as(DemoWorld.INVESTIGATOR, facts);
    }

    private static PlaceType sort(String key, String kind) {
        return switch (kind) {
            case "official-detention" -> PlaceType.POLICE_STATION;
            case "private-house" -> PlaceType.PRIVATE_HOUSE;
            case "checkpoint" -> PlaceType.CHECKPOINT;
            default ->
                key.contains("yard")
                        ? PlaceType.YARD
                        : key.contains("depot") || key.contains("garage")
                                ? PlaceType.DEPOT_OR_GARAGE
                                : key.contains("dairy") ? PlaceType.FARM_OR_WORKS : PlaceType.BASEMENT;
        };
    }
}
