// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.entry.Slot;
import org.lapwing.evacuation.Rule;

/** About plans: what was fixed by hand, what was taken, who has no place and why. */
public sealed interface PlanFact extends MovingFact {

    /** A move to a house and the nights there, by ids: code names may change. */
    record Leg(Id house, LocalDate from, LocalDate until, Optional<Id> escort) {}

    record Departure(LocalDate day, Optional<Id> escort) {}

    record Route(Id household, List<Leg> legs, Optional<Departure> departure) {}

    /** @param cost what one rule costs in a plan, weighted */
    record Weighed(Rule rule, long cost) {}

    /**
     * A leg is fixed by hand.
     *
     * @param open it lasts at least until then and may last longer
     */
    record LegPinned(
            @Slot(0) Id pin,
            @Slot(1) Id household,
            @Slot(2) Leg leg,
            @Slot(3) boolean open,
            @Slot(4) String reasons) implements PlanFact {
        @Override
        public List<Id> subjects() {
            return List.of(pin, household);
        }
    }

    /** It is no longer fixed. */
    record PinReleased(
            @Slot(0) Id pin, @Slot(1) Id household, @Slot(2) String reasons) implements PlanFact {
        @Override
        public List<Id> subjects() {
            return List.of(pin, household);
        }
    }

    /**
     * This plan is in force: what people are told from now on.
     *
     * @param replaces the plan in force until then
     * @param today nights before it were past
     * @param unplaced households without a place in it; each needs an {@link UnplacedDecided}
     */
    record PlanTaken(
            @Slot(0) Id plan,
            @Slot(1) Optional<Id> replaces,
            @Slot(2) LocalDate firstNight,
            @Slot(3) int nights,
            @Slot(4) LocalDate today,
            @Slot(5) List<Route> routes,
            @Slot(6) List<Id> unplaced,
            @Slot(7) List<Weighed> cost)
            implements PlanFact {
        @Override
        public List<Id> subjects() {
            return List.of(plan);
        }
    }

    /**
     * A named decision that somebody has no place now, with the reasons that stood before whoever decided.
     *
     * @param by code name of who decided, as the plan shows it
     * @param rules those that leave no way
     * @param because in the decider's own words
     */
    record UnplacedDecided(
            @Slot(0) Id household,
            @Slot(1) String by,
            @Slot(2) List<Rule> rules,
            @Slot(3) String because) implements PlanFact {
        @Override
        public List<Id> subjects() {
            return List.of(household);
        }
    }

    /** The decision no longer holds: the household is planned again. */
    record PlacingResumed(@Slot(0) Id household, @Slot(1) String reasons) implements PlanFact {
        @Override
        public List<Id> subjects() {
            return List.of(household);
        }
    }
}
