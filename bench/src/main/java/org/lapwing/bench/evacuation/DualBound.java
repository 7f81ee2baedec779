// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.util.List;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/**
 * A lower bound on the cost of any plan: Lagrangian relaxation of beds and of escorts counted by day, by subgradient steps
 * of Polyak's length (Fisher, Management Science 27, 1981). Its best value is that of the linear relaxation over whole
 * ways, which is no lower than that of the time-indexed model. Pairs that must not meet, need-to-know and escorts'
 * languages are left out, which only lowers it. Shares no code with the planner. Situations without pins, first places and
 * ways out only. Valid whenever it stops.
 */
final class DualBound {
    private final Situation situation;
    private final int nights;
    private final int houses;
    private final int[][] free;
    private final List<Relaxed> travellers;
    private Prices prices;
    private double bound = Double.NEGATIVE_INFINITY;

    DualBound(Situation situation) {
        this.situation = situation;
        nights = situation.nights();
        houses = situation.houses().size();
        prices = new Prices(situation);
        free = new int[3][nights];
        for (Helper helper : situation.helpers()) {
            for (int day = 0; day < nights; day++) {
                if (helper.duties().contains("escort") && helper.freeOn(day)) {
                    free[0][day]++;
                    if (helper.gender().isPresent()) {
                        free[Relaxed.gender(helper.gender().get())][day]++;
                    }
                }
            }
        }
        travellers = situation.households().stream()
                .map(each -> Relaxed.of(situation, each))
                .toList();
    }

    /** @param above the cost of some plan */
    double climb(double above, int steps) {
        double stride = 1.5;
        int since = 0;
        for (int step = 0; step < steps && stride > 0.005; step++) {
            Prices.Slack slack = Prices.Slack.none(situation);
            double value = value(slack);
            if (value > bound) {
                bound = value;
                since = 0;
            } else if (++since == 20) {
                since = 0;
                stride /= 1.6;
            }
            prices.follow(slack, stride * Math.max(above - value, 1e-3 * above));
        }
        return bound;
    }

    /** The relaxed problem's value at the present prices; fills in use less what there is. */
    private double value(Prices.Slack slack) {
        double value = 0;
        for (Relaxed each : travellers) {
            value += cheapest(each, slack);
        }
        for (int k = 0; k < houses; k++) {
            House house = situation.houses().get(k);
            for (int t = 0; t < nights; t++) {
                int beds = house.closedOn(t) ? 0 : house.bedsOn(t);
                double least = Double.POSITIVE_INFINITY;
                int at = 0;
                for (int people = 0; people <= beds; people++) {
                    double crowding = situation.weights().of(Rule.CROWDING) * Math.max(0, 4 * people - 3 * beds);
                    double each = crowding - prices.bed(k, t) * people;
                    if (each < least) {
                        least = each;
                        at = people;
                    }
                }
                value += least;
                slack.beds()[k][t] -= at;
            }
        }
        for (int g = 0; g < 3; g++) {
            for (int t = 0; t < nights; t++) {
                value -= prices.move(g, t) * free[g][t];
                slack.moves()[g][t] -= free[g][t];
            }
        }
        return value;
    }

    /** The least cost of a way, or of none, at the present prices; enters what it uses. */
    private double cheapest(Relaxed who, Prices.Slack slack) {
        double least = who.unplaced();
        RelaxedWays found = null;
        double[] lowest = lowest(who);
        for (int start = who.ready(); start <= who.latest(); start++) {
            double sure = who.waiting() * (start - who.ready()) + prices.move(who, start);
            for (int night = start; night < who.until(start); night++) {
                sure += lowest[night];
            }
            RelaxedWays ways = sure < least ? new RelaxedWays(situation, prices, who, start) : null;
            if (ways != null && ways.cost() < least) {
                least = ways.cost();
                found = ways;
            }
        }
        if (found != null) {
            found.use(slack);
        }
        return least;
    }

    private double[] lowest(Relaxed who) {
        double[] lowest = new double[nights];
        for (int night = who.ready(); night < nights; night++) {
            lowest[night] = Double.POSITIVE_INFINITY;
            for (int k : who.fitting()) {
                lowest[night] = Math.min(lowest[night], prices.night(who, k, night));
            }
        }
        return lowest;
    }
}
