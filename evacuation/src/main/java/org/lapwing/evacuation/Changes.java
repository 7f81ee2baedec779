// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is different for whom between what was told and a new plan, from a day on. */
public record Changes(List<Change> each) {

    /** What happened to one household. */
    public enum Kind {
        NEWLY_PLACED("has a place now", "теперь есть место"),
        LOST_ITS_PLACE("has lost its place", "место потеряно"),
        OTHER_NIGHTS("sleeps elsewhere than was told", "ночует не там, где было сказано"),
        OTHER_ESCORT("goes with another escort", "едет с другим сопровождающим"),
        STILL_WITHOUT("is still without a place", "по-прежнему без места");

        private final String english;
        private final String russian;

        Kind(String english, String russian) {
            this.english = english;
            this.russian = russian;
        }

        public Phrase words() {
            return new Phrase(english, russian);
        }
    }

    /** @param from the first day that differs */
    public record Change(String household, Kind kind, int from) {}

    public Changes {
        each = List.copyOf(each);
    }

    public static Changes between(Plan told, Plan now, int today) {
        List<Change> changes = new ArrayList<>();
        for (Plan.Route route : now.routes()) {
            Optional<Plan.Route> before = told.route(route.household());
            if (before.isEmpty()) {
                int start = route.legs().getFirst().nights().from();
                changes.add(new Change(route.household(), Kind.NEWLY_PLACED, start));
            } else {
                compared(before.get(), route, today).ifPresent(changes::add);
            }
        }
        for (Plan.Unplaced unplaced : now.unplaced()) {
            boolean had = told.route(unplaced.household()).isPresent();
            changes.add(new Change(unplaced.household(), had ? Kind.LOST_ITS_PLACE : Kind.STILL_WITHOUT, today));
        }
        return new Changes(changes);
    }

    private static Optional<Change> compared(Plan.Route before, Plan.Route after, int today) {
        int end = Math.max(
                before.legs().getLast().nights().until(),
                after.legs().getLast().nights().until());
        for (int night = today; night < end; night++) {
            if (!houseOn(before, night).equals(houseOn(after, night))) {
                return Optional.of(new Change(after.household(), Kind.OTHER_NIGHTS, night));
            }
        }
        for (Plan.Leg leg : after.legs()) {
            boolean same = before.legs().stream()
                    .anyMatch(each -> each.nights().from() == leg.nights().from()
                            && each.escort().equals(leg.escort()));
            if (leg.nights().from() >= today && !same) {
                return Optional.of(new Change(
                        after.household(), Kind.OTHER_ESCORT, leg.nights().from()));
            }
        }
        return Optional.empty();
    }

    private static String houseOn(Plan.Route route, int night) {
        return route.legs().stream()
                .filter(leg -> leg.nights().has(night))
                .map(Plan.Leg::house)
                .findFirst()
                .orElse("");
    }

    /** Households that were told something and now sleep elsewhere than they were told. */
    public List<String> moved() {
        return each.stream()
                .filter(change -> change.kind() == Kind.OTHER_NIGHTS || change.kind() == Kind.LOST_ITS_PLACE)
                .map(Change::household)
                .toList();
    }
}
