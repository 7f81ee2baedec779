// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** A situation as the entries that a group would have written. */
final class Written {
    private final Situation situation;
    private final List<MovingFact> facts = new ArrayList<>();
    private final Map<String, Id> ids = new HashMap<>();

    private Written(Situation situation) {
        this.situation = situation;
    }

    static List<MovingFact> of(Situation situation) {
        Written written = new Written(situation);
        situation.houses().forEach(written::house);
        situation.helpers().forEach(written::helper);
        situation.households().forEach(written::household);
        for (Apart each : situation.apart()) {
            written.facts.add(new CaseFact.ApartKept(
                    written.id(each.one()), written.id(each.other()), each.kind(), "one told the police of the other"));
        }
        return written.facts;
    }

    Id id(String name) {
        return ids.computeIfAbsent(name, _ -> new Id(9, ids.size() + 1));
    }

    private LocalDate date(int night) {
        return situation.date(night);
    }

    private List<ShelterFact.Spell> spells(List<Nights> nights) {
        return nights.stream()
                .map(each -> new ShelterFact.Spell(date(each.from()), date(each.until())))
                .toList();
    }

    private static List<String> sorted(Collection<String> words) {
        return words.stream().sorted().toList();
    }

    private void house(House house) {
        House.Offers offers = house.offers();
        facts.add(new ShelterFact.HouseDescribed(
                id(house.name()),
                house.name(),
                house.beds(),
                house.changes().stream()
                        .map(each -> new ShelterFact.BedChange(
                                spells(List.of(each.nights())).getFirst(), each.beds()))
                        .toList(),
                spells(house.closed()),
                house.region(),
                new ShelterFact.Offers(
                        sorted(offers.languages()),
                        offers.admits(),
                        offers.children(),
                        offers.stepFree(),
                        sorted(offers.medical())),
                house.firstPlace(),
                house.mostNights(),
                house.exposure()));
    }

    private void helper(Helper helper) {
        facts.add(new ShelterFact.HelperDescribed(
                id(helper.name()),
                helper.name(),
                sorted(helper.duties()),
                spells(helper.free()),
                helper.gender(),
                sorted(helper.languages())));
    }

    private void household(Household each) {
        Id id = id(each.name());
        Household.Timing timing = each.timing();
        Household.Needs needs = each.needs();
        facts.add(new CaseFact.HouseholdDescribed(
                id,
                each.name(),
                each.people(),
                date(timing.ready()),
                date(timing.latest()),
                timing.stay(),
                timing.urgency(),
                timing.risk(),
                new CaseFact.Needs(
                        sorted(needs.languages()),
                        sorted(needs.medical()),
                        needs.stepFree(),
                        sorted(needs.forbiddenRegions()),
                        needs.escortGender()),
                sorted(each.papers().held()),
                each.papers().awaited().stream()
                        .map(paper -> new CaseFact.Awaited(paper.document(), paper.days(), date(0)))
                        .toList(),
                each.papers().pathway().map(this::pathway)));
        facts.add(new CaseFact.VettingDecided(
                id,
                each.vetting().cleared(),
                each.vetting().clears().map(this::date),
                List.of("decider-1", "decider-2"),
                "the call back was answered as agreed"));
        each.minorsPath()
                .ifPresent(path ->
                        facts.add(new CaseFact.MinorsPathSet(id, path.lead(), path.opinion(), path.deciders())));
        for (Household.Pin pin : each.pins()) {
            facts.add(new PlanFact.LegPinned(
                    new Id(8, facts.size()),
                    id,
                    new PlanFact.Leg(
                            id(pin.house()),
                            date(pin.nights().from()),
                            date(pin.nights().until()),
                            pin.escort().map(this::id)),
                    pin.open(),
                    "they are there already"));
        }
        each.decision()
                .ifPresent(said ->
                        facts.add(new PlanFact.UnplacedDecided(id, said.by(), List.of(Rule.UNPLACED), said.why())));
    }

    private CaseFact.Pathway pathway(Household.Pathway way) {
        return new CaseFact.Pathway(
                way.name(), sorted(way.requires()), date(way.opens()), date(way.closes()), way.accompanied());
    }

    /** One of each kind. */
    static List<MovingFact> examples() {
        Id house = new Id(1, 1);
        Id household = new Id(2, 1);
        Id helper = new Id(3, 1);
        LocalDate day = LocalDate.of(2031, 3, 2);
        ShelterFact.Spell spell = new ShelterFact.Spell(day, day.plusDays(4));
        PlanFact.Leg leg = new PlanFact.Leg(house, day, day.plusDays(9), Optional.of(helper));
        return List.of(
                new CaseFact.HouseholdDescribed(
                        household,
                        "grey-wren",
                        new Household.People(1, 0, 0, 1),
                        day,
                        day.plusDays(3),
                        new org.lapwing.evacuation.Days(8, 9, 14),
                        9,
                        2,
                        new CaseFact.Needs(
                                List.of("russian", "tarn"),
                                List.of("fridge"),
                                true,
                                List.of("hills"),
                                Optional.of("woman")),
                        List.of("passport"),
                        List.of(new CaseFact.Awaited("visa", new org.lapwing.evacuation.Days(3, 5, 9), day)),
                        Optional.of(new CaseFact.Pathway(
                                "third-country", List.of("passport", "visa"), day, day.plusDays(30), true))),
                new CaseFact.VettingDecided(
                        household, false, Optional.of(day.plusDays(2)), List.of("decider-1", "decider-2"), "referee"),
                new CaseFact.MinorsPathSet(household, "lead-1", "opinion-7", List.of("decider-1", "decider-2")),
                new CaseFact.ApartKept(household, new Id(2, 2), Apart.Kind.EVER, "he looks for them"),
                new CaseFact.CaseClosed(household, day, "arrived"),
                new ShelterFact.HouseDescribed(
                        house,
                        "elm",
                        4,
                        List.of(new ShelterFact.BedChange(spell, 2)),
                        List.of(spell),
                        "coast",
                        new ShelterFact.Offers(List.of("tarn"), House.Admits.WOMEN, true, false, List.of("fridge")),
                        false,
                        14,
                        1),
                new ShelterFact.HouseLost(house, day, "somebody asked at the door"),
                new ShelterFact.HelperDescribed(
                        helper, "linden", List.of("escort"), List.of(spell), Optional.of("woman"), List.of("tarn")),
                new PlanFact.LegPinned(new Id(4, 1), household, leg, true, "they are there already"),
                new PlanFact.PinReleased(new Id(4, 1), household, "the house asked for it"),
                new PlanFact.PlanTaken(
                        new Id(5, 2),
                        Optional.of(new Id(5, 1)),
                        day,
                        60,
                        day.plusDays(1),
                        List.of(new PlanFact.Route(
                                household,
                                List.of(leg),
                                Optional.of(new PlanFact.Departure(day.plusDays(9), Optional.empty())))),
                        List.of(new Id(2, 2)),
                        List.of(new PlanFact.Weighed(Rule.WAITING, 12))),
                new PlanFact.UnplacedDecided(
                        household, "lead-1", List.of(Rule.BEDS, Rule.APART_EVER), "an aunt takes them until May"),
                new PlanFact.PlacingResumed(household, "the aunt fell ill"));
    }
}
