// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import java.util.Optional;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;

/** Whether a route has a fixed leg as it was fixed. */
final class PinCheck {
    private PinCheck() {}

    static Nights clipped(Situation situation, Household.Pin pin) {
        return new Nights(pin.nights().from(), Math.min(pin.nights().until(), situation.nights()));
    }

    static boolean kept(Situation situation, Household.Pin pin, Plan.Route route) {
        if (pin.nights().from() >= situation.nights()) {
            return true;
        }
        Nights nights = clipped(situation, pin);
        Optional<Plan.Leg> leg = route.legs().stream()
                .filter(each -> each.nights().from() == nights.from())
                .findFirst();
        return leg.isPresent()
                && leg.get().house().equals(pin.house())
                && (pin.open()
                        ? leg.get().nights().until() >= nights.until()
                        : leg.get().nights().until() == nights.until())
                && (pin.escort().isEmpty() || pin.escort().equals(leg.get().escort()));
    }
}
