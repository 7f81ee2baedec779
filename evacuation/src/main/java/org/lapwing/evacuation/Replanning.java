// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A situation on a later day, with the plan that was told to people before. What lies in the past is fixed; where people
 * sleep today is where they are; what they were told of the days to come is kept where the rules let it, because each
 * person whose way changes weighs {@link Rule#STABILITY}.
 */
public final class Replanning {
    private Replanning() {}

    /**
     * @param now the situation with what is new in it: arrivals, a house closed from today on, an escort no longer free, a
     *     paper that comes later. A house that was lost stays in it, closed, as people know it
     * @param today nights before it are past
     * @throws EvacuationException if the plan was made from another first night or names a house that is gone
     */
    public static Situation after(Situation now, Plan told, int today) {
        if (!told.firstNight().equals(now.firstNight())) {
            throw new EvacuationException("the earlier plan begins on another first night than the situation");
        }
        if (today < 0 || today >= now.nights()) {
            throw new EvacuationException("today is not one of the nights that are planned");
        }
        List<Household> households = new ArrayList<>();
        for (Household household : now.households()) {
            Optional<Plan.Route> route = told.route(household.name());
            households.add(route.isEmpty() ? household : told(now, household, route.get(), today));
        }
        return new Situation(
                now.firstNight(),
                now.nights(),
                today,
                now.confidence(),
                now.weights(),
                now.travel(),
                households,
                now.houses(),
                now.helpers(),
                now.apart());
    }

    private static Household told(Situation now, Household household, Plan.Route route, int today) {
        List<Household.Pin> pins = new ArrayList<>();
        List<Household.Pin> earlier = new ArrayList<>();
        for (Plan.Leg leg : route.legs()) {
            if (now.house(leg.house()).isEmpty()) {
                throw new EvacuationException(
                        "a house of the earlier plan is gone from the situation; close it instead");
            }
            Optional<String> escort = leg.escort()
                    .filter(name ->
                            now.helpers().stream().anyMatch(each -> each.name().equals(name)));
            Nights nights = leg.nights();
            earlier.add(new Household.Pin(leg.house(), nights, false, escort));
            if (nights.until() <= today) {
                pins.add(new Household.Pin(leg.house(), nights, false, escort));
            } else if (nights.from() < today) {
                pins.add(new Household.Pin(leg.house(), new Nights(nights.from(), today), true, escort));
            }
        }
        household.pins().stream().filter(pin -> pin.nights().from() >= today).forEach(pins::add);
        return new Household(
                household.name(),
                household.people(),
                household.timing(),
                household.needs(),
                household.vetting(),
                household.minorsPath(),
                household.papers(),
                pins,
                earlier,
                household.decision());
    }
}
