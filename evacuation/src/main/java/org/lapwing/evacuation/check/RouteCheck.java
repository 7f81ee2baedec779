// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.util.List;
import java.util.Set;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** The rules that concern one household and its houses, whoever else is there. */
record RouteCheck(Situation situation, Household household, Plan.Route route, List<Violation> found) {

    void all() {
        order();
        if (route.legs().isEmpty()) {
            return;
        }
        timing();
        wayOut();
        placesOnly();
        minors();
        for (Household.Pin pin : household.pins()) {
            if (!PinCheck.kept(situation, pin, route)) {
                broken(Rule.PINNED, pin.nights().from());
            }
        }
    }

    /** What is asked of each house on each night. */
    void placesOnly() {
        for (Plan.Leg leg : route.legs()) {
            House house = situation.house(leg.house()).orElseThrow();
            fits(house, leg);
            for (int night = leg.nights().from(); night < leg.nights().until(); night++) {
                if (house.closedOn(night)) {
                    broken(Rule.CLOSED, night);
                    break;
                }
            }
            for (int night = leg.nights().from(); night < leg.nights().until(); night++) {
                boolean cleared = household.vetting().clearedOn(night);
                if (cleared == house.firstPlace()) {
                    broken(cleared ? Rule.FIRST_PLACE_KEPT : Rule.FIRST_PLACE_FIRST, night);
                    break;
                }
            }
        }
    }

    private void fits(House house, Plan.Leg leg) {
        int from = leg.nights().from();
        Household.People people = household.people();
        boolean onlyWomen = people.men() + people.others() == 0;
        boolean onlyMen = people.women() + people.others() == 0;
        boolean admitted = switch (house.offers().admits()) {
            case ANYONE -> true;
            case WOMEN -> onlyWomen;
            case MEN -> onlyMen;
        };
        if (!admitted) {
            broken(Rule.ADMITS, from);
        }
        if (people.minors() > 0 && !house.offers().children()) {
            broken(Rule.CHILDREN, from);
        }
        if (household.needs().stepFree() && !house.offers().stepFree()) {
            broken(Rule.STEP_FREE, from);
        }
        for (String need : household.needs().medical()) {
            if (!house.offers().medical().contains(need)) {
                broken(Rule.MEDICAL, from);
                break;
            }
        }
        if (household.needs().forbiddenRegions().contains(house.region())) {
            broken(Rule.REGION, from);
        }
        if (leg.nights().count() > house.mostNights()) {
            broken(Rule.MOST_NIGHTS, from);
        }
    }

    private void order() {
        int before = -1;
        String houseBefore = "";
        if (route.legs().isEmpty()) {
            broken(Rule.LONG_ENOUGH, 0);
        }
        for (Plan.Leg leg : route.legs()) {
            int from = leg.nights().from();
            if (leg.nights().until() <= from || from < 0 || leg.nights().until() > situation.nights()) {
                broken(Rule.NIGHTS_IN_ORDER, from);
            }
            if (before >= 0 && from != before) {
                broken(Rule.NO_NIGHT_OUTSIDE, Math.min(before, from));
            }
            if (leg.house().equals(houseBefore)) {
                broken(Rule.ANOTHER_HOUSE, from);
            }
            before = leg.nights().until();
            houseBefore = leg.house();
        }
    }

    private void timing() {
        int start = route.legs().getFirst().nights().from();
        if (start < household.timing().ready()) {
            broken(Rule.READY, start);
        }
        if (start > household.timing().latest()) {
            broken(Rule.DEADLINE, start);
        }
        for (Plan.Leg leg : route.legs()) {
            int from = leg.nights().from();
            boolean fixed =
                    household.pins().stream().anyMatch(pin -> pin.nights().from() == from);
            if (from < situation.today() && !fixed) {
                broken(Rule.NOT_IN_THE_PAST, from);
            }
        }
        int until = route.legs().getLast().nights().until();
        int needed = start + household.timing().stay().sufficing(situation.confidence());
        if (until < Math.min(needed, situation.nights())) {
            broken(Rule.LONG_ENOUGH, until);
        }
    }

    private void wayOut() {
        int until = route.legs().getLast().nights().until();
        if (household.papers().pathway().isEmpty()) {
            if (route.departure().isPresent()) {
                broken(Rule.EXIT_WINDOW, route.departure().get().day());
            }
            return;
        }
        Household.Pathway pathway = household.papers().pathway().get();
        if (route.departure().isEmpty()) {
            // staying on is right only until the end of what is planned
            if (until < situation.nights()) {
                broken(Rule.LONG_ENOUGH, until);
            }
            lastChance(pathway, until);
            return;
        }
        int day = route.departure().get().day();
        if (day != until) {
            broken(Rule.NO_NIGHT_OUTSIDE, Math.min(day, until));
        }
        if (day < pathway.opens() || day > pathway.closes()) {
            broken(Rule.EXIT_WINDOW, day);
        }
        for (String document : pathway.requires()) {
            int there = situation.documentDay(household, document).orElse(Integer.MAX_VALUE);
            if (day < there) {
                broken(Rule.DOCUMENTS, day);
            }
        }
    }

    /** Whoever is still there at the end of what is planned must still be able to leave afterwards. */
    private void lastChance(Household.Pathway pathway, int until) {
        if (pathway.closes() < until) {
            broken(Rule.EXIT_WINDOW, pathway.closes());
        }
        for (String document : pathway.requires()) {
            if (situation.documentDay(household, document).orElse(Integer.MAX_VALUE) > pathway.closes()) {
                broken(Rule.DOCUMENTS, until);
            }
        }
    }

    private void minors() {
        boolean whole = household.minorsPath().isPresent()
                && !household.minorsPath().get().lead().isBlank()
                && !household.minorsPath().get().opinion().isBlank()
                && Set.copyOf(household.minorsPath().get().deciders()).size() >= 2;
        if (household.people().minors() > 0 && !whole) {
            broken(Rule.MINORS_PATH, route.legs().getFirst().nights().from());
        }
    }

    private void broken(Rule rule, int night) {
        found.add(Violation.of(rule, household.name(), night));
    }
}
