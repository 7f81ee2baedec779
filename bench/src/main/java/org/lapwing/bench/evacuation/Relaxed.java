// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.util.stream.IntStream;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/**
 * One household in the relaxed problem.
 *
 * @param fitting houses that suit it
 * @param price a night in each house costs
 * @param gender of the escort that was asked for: 0 any, 1 woman, 2 man
 */
record Relaxed(
        int[] fitting,
        int persons,
        int ready,
        int latest,
        int stay,
        double unplaced,
        double waiting,
        int gender,
        double[] price,
        int nights) {
    private static final double FAR = Double.POSITIVE_INFINITY;

    static Relaxed of(Situation situation, Household household) {
        double weight = (double) household.persons() * household.timing().urgency();
        double[] price = situation.houses().stream()
                .mapToDouble(each -> price(situation, household, each))
                .toArray();
        return new Relaxed(
                IntStream.range(0, price.length).filter(k -> price[k] < FAR).toArray(),
                household.persons(),
                household.timing().ready(),
                Math.min(situation.nights() - 1, household.timing().latest()),
                household.timing().stay().sufficing(situation.confidence()),
                weight * situation.weights().of(Rule.UNPLACED),
                weight * situation.weights().of(Rule.WAITING),
                household.needs().escortGender().map(Relaxed::gender).orElse(0),
                price,
                situation.nights());
    }

    static int gender(String gender) {
        return gender.equals("woman") ? 1 : 2;
    }

    int until(int start) {
        return Math.min(nights, start + stay);
    }

    private static double price(Situation situation, Household household, House house) {
        Household.People people = household.people();
        boolean women = house.offers().admits() == House.Admits.WOMEN && people.men() + people.others() > 0;
        boolean men = house.offers().admits() == House.Admits.MEN && people.women() + people.others() > 0;
        if (women
                || men
                || (people.minors() > 0 && !house.offers().children())
                || (household.needs().stepFree() && !house.offers().stepFree())
                || !house.offers().medical().containsAll(household.needs().medical())
                || household.needs().forbiddenRegions().contains(house.region())) {
            return FAR;
        }
        boolean shared =
                house.offers().languages().stream().anyMatch(household.needs().languages()::contains);
        return (shared ? 0 : situation.weights().of(Rule.LANGUAGE))
                + (double) situation.weights().of(Rule.EXPOSURE)
                        * house.exposure()
                        * household.timing().risk();
    }
}
