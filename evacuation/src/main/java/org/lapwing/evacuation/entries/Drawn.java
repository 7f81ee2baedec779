// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.Id;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Days;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.entries.CaseFact.HouseholdDescribed;
import org.lapwing.evacuation.entries.PlanFact.LegPinned;
import org.lapwing.evacuation.entries.ShelterFact.HelperDescribed;
import org.lapwing.evacuation.entries.ShelterFact.HouseDescribed;
import org.lapwing.evacuation.entries.ShelterFact.Spell;

/** A situation drawn from a board: ids become code names, dates become nights. */
record Drawn(Board board, Situation frame) {
    /** Longer than any plan: a house that was lost is closed for good. */
    private static final int FOR_GOOD = 10_000;

    Situation situation() {
        return new Situation(
                frame.firstNight(),
                frame.nights(),
                frame.today(),
                frame.confidence(),
                frame.weights(),
                frame.travel(),
                board.households().values().stream().map(this::household).toList(),
                board.houses().values().stream().map(this::house).toList(),
                board.helpers().values().stream().map(this::helper).toList(),
                apart());
    }

    private int night(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(frame.firstNight(), date);
    }

    private Nights nights(Spell spell) {
        return new Nights(night(spell.from()), night(spell.until()));
    }

    /** A case that is closed meets nobody. */
    private List<Apart> apart() {
        return board.apart().stream()
                .filter(each -> board.households().containsKey(each.one())
                        && board.households().containsKey(each.other()))
                .map(each -> new Apart(board.name(each.one()), board.name(each.other()), each.kind()))
                .toList();
    }

    private Household household(HouseholdDescribed said) {
        CaseFact.Needs needs = said.needs();
        return new Household(
                said.codeName(),
                said.people(),
                new Household.Timing(
                        night(said.ready()), night(said.latest()), said.stay(), said.urgency(), said.risk()),
                new Household.Needs(
                        Set.copyOf(needs.languages()),
                        Set.copyOf(needs.medical()),
                        needs.stepFree(),
                        Set.copyOf(needs.forbiddenRegions()),
                        needs.escortGender()),
                vetting(said.household()),
                Optional.ofNullable(board.minors().get(said.household()))
                        .map(path -> new Household.MinorsPath(path.lead(), path.opinion(), path.deciders())),
                papers(said),
                pins(said.household()),
                List.of(),
                Optional.ofNullable(board.decisions().get(said.household()))
                        .map(each -> new Household.Decision(each.by(), each.because())));
    }

    /** Until two have decided, nobody counts as cleared. */
    private Household.Vetting vetting(Id household) {
        CaseFact.VettingDecided decided = board.vetting().get(household);
        return decided == null
                ? new Household.Vetting(false, Optional.empty())
                : new Household.Vetting(
                        decided.cleared()
                                && decided.deciders().stream().distinct().count() >= 2,
                        decided.expected().map(this::night));
    }

    private Household.Papers papers(HouseholdDescribed said) {
        return new Household.Papers(
                Set.copyOf(said.documents()),
                said.awaited().stream()
                        .map(each -> new Household.Awaited(each.document(), later(each.days(), night(each.counted()))))
                        .toList(),
                said.pathway()
                        .map(way -> new Household.Pathway(
                                way.name(),
                                Set.copyOf(way.requires()),
                                night(way.opens()),
                                night(way.closes()),
                                way.accompanied())));
    }

    private static Days later(Days days, int by) {
        return new Days(Math.max(0, days.least() + by), Math.max(0, days.likely() + by), Math.max(0, days.most() + by));
    }

    private List<Household.Pin> pins(Id household) {
        return board.pins().values().stream()
                .filter(each -> each.household().equals(household))
                .sorted(Comparator.comparing(each -> each.leg().from()))
                .map(this::pin)
                .toList();
    }

    private Household.Pin pin(LegPinned pinned) {
        PlanFact.Leg leg = pinned.leg();
        return new Household.Pin(
                board.name(leg.house()),
                new Nights(night(leg.from()), night(leg.until())),
                pinned.open(),
                leg.escort().map(board::name));
    }

    private House house(HouseDescribed said) {
        List<Nights> closed =
                new ArrayList<>(said.closed().stream().map(this::nights).toList());
        Optional.ofNullable(board.lost().get(said.house()))
                .ifPresent(lost -> closed.add(new Nights(night(lost.from()), FOR_GOOD)));
        ShelterFact.Offers offers = said.offers();
        return new House(
                said.codeName(),
                said.beds(),
                said.changes().stream()
                        .map(each -> new House.BedChange(nights(each.spell()), each.beds()))
                        .toList(),
                closed,
                said.region(),
                new House.Offers(
                        Set.copyOf(offers.languages()),
                        offers.admits(),
                        offers.children(),
                        offers.stepFree(),
                        Set.copyOf(offers.medical())),
                said.firstPlace(),
                said.mostNights(),
                said.exposure());
    }

    private Helper helper(HelperDescribed said) {
        return new Helper(
                said.codeName(),
                Set.copyOf(said.duties()),
                said.free().stream().map(this::nights).toList(),
                said.gender(),
                Set.copyOf(said.languages()));
    }
}
