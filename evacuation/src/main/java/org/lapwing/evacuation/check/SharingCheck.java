// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** The rules about who is in one house together: beds, first places, households that must not meet. */
final class SharingCheck {
    private final Situation situation;
    private final Plan plan;
    private final List<Violation> found;
    private final Map<String, Household> byName = new HashMap<>();

    SharingCheck(Situation situation, Plan plan, List<Violation> found) {
        this.situation = situation;
        this.plan = plan;
        this.found = found;
        situation.households().forEach(each -> byName.put(each.name(), each));
    }

    void all() {
        Map<String, List<List<String>>> guests = guests();
        for (House house : situation.houses()) {
            List<List<String>> nights = guests.getOrDefault(house.name(), List.of());
            beds(house, nights);
        }
        for (Apart pair : situation.apart()) {
            apart(pair);
        }
    }

    /** Households by house and night. */
    private Map<String, List<List<String>>> guests() {
        Map<String, List<List<String>>> guests = new HashMap<>();
        for (Plan.Route route : plan.routes()) {
            for (Plan.Leg leg : route.legs()) {
                List<List<String>> nights = guests.computeIfAbsent(leg.house(), _ -> {
                    List<List<String>> empty = new ArrayList<>();
                    for (int night = 0; night < situation.nights(); night++) {
                        empty.add(new ArrayList<>());
                    }
                    return empty;
                });
                for (int night = Math.max(0, leg.nights().from());
                        night < Math.min(situation.nights(), leg.nights().until());
                        night++) {
                    nights.get(night).add(route.household());
                }
            }
        }
        return guests;
    }

    private void beds(House house, List<List<String>> nights) {
        boolean full = false;
        boolean together = false;
        for (int night = 0; night < nights.size(); night++) {
            List<String> names = nights.get(night);
            int people = names.stream()
                    .mapToInt(each -> Objects.requireNonNull(byName.get(each)).persons())
                    .sum();
            boolean over = people > house.bedsOn(night);
            if (over && !full) {
                found.add(new Violation(Rule.BEDS, names, Optional.of(night)));
            }
            full = over;
            boolean shared = house.firstPlace() && names.size() > 1;
            if (shared && !together) {
                found.add(new Violation(Rule.FIRST_PLACE_ALONE, names, Optional.of(night)));
            }
            together = shared;
        }
    }

    private void apart(Apart pair) {
        List<Plan.Leg> one = legs(pair.one());
        List<Plan.Leg> other = legs(pair.other());
        if (pair.kind() == Apart.Kind.NIGHT) {
            for (Plan.Leg a : one) {
                for (Plan.Leg b : other) {
                    if (a.house().equals(b.house()) && a.nights().overlaps(b.nights())) {
                        int night = Math.max(a.nights().from(), b.nights().from());
                        found.add(new Violation(
                                Rule.APART_AT_NIGHT, List.of(pair.one(), pair.other()), Optional.of(night)));
                    }
                }
            }
            return;
        }
        Set<String> known = known(pair.one(), one);
        known.retainAll(known(pair.other(), other));
        boolean planned = one.stream().anyMatch(leg -> known.contains(leg.house()))
                || other.stream().anyMatch(leg -> known.contains(leg.house()));
        if (!known.isEmpty() && planned) {
            found.add(new Violation(Rule.APART_EVER, List.of(pair.one(), pair.other()), Optional.empty()));
        }
    }

    /** The houses that a household knows: of its plan, and those where it was or is bound to be. */
    private Set<String> known(String household, List<Plan.Leg> legs) {
        Set<String> known = new HashSet<>();
        legs.forEach(leg -> known.add(leg.house()));
        Household fixed = byName.get(household);
        if (fixed != null) {
            fixed.pins().forEach(pin -> known.add(pin.house()));
        }
        return known;
    }

    private List<Plan.Leg> legs(String household) {
        return plan.route(household).map(Plan.Route::legs).orElse(List.of());
    }
}
