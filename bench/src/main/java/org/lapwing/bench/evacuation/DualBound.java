// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
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
    private static final double FAR = 1e15;

    private final Situation situation;
    private final int nights;
    private final int houses;
    private final double[][] bedPrice;
    private final double[][] movePrice;
    private final int[][] free;
    private final List<Traveller> travellers = new ArrayList<>();

    private record Traveller(
            int[] fitting,
            int persons,
            int ready,
            int latest,
            int stay,
            double unplaced,
            double waiting,
            int gender,
            double[] price) {}

    DualBound(Situation situation) {
        this.situation = situation;
        nights = situation.nights();
        houses = situation.houses().size();
        bedPrice = new double[houses][nights];
        movePrice = new double[3][nights];
        free = new int[3][nights];
        for (Helper helper : situation.helpers()) {
            for (int day = 0; day < nights; day++) {
                if (helper.duties().contains("escort") && helper.freeOn(day)) {
                    free[0][day]++;
                    if (helper.gender().isPresent()) {
                        free[gender(helper.gender().get())][day]++;
                    }
                }
            }
        }
        situation.households().forEach(each -> travellers.add(traveller(each)));
    }

    private static int gender(String gender) {
        return gender.equals("woman") ? 1 : 2;
    }

    private Traveller traveller(Household household) {
        double weight = (double) household.persons() * household.timing().urgency();
        double[] price = new double[houses];
        for (int k = 0; k < houses; k++) {
            price[k] = price(household, situation.houses().get(k));
        }
        int[] fitting = java.util.stream.IntStream.range(0, houses)
                .filter(k -> price[k] < FAR)
                .toArray();
        return new Traveller(
                fitting,
                household.persons(),
                household.timing().ready(),
                Math.min(nights - 1, household.timing().latest()),
                household.timing().stay().sufficing(situation.confidence()),
                weight * situation.weights().of(Rule.UNPLACED),
                weight * situation.weights().of(Rule.WAITING),
                household.needs().escortGender().map(DualBound::gender).orElse(0),
                price);
    }

    private double price(Household household, House house) {
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

    /** @param above the cost of some plan */
    double climb(double above, int steps) {
        double best = Double.NEGATIVE_INFINITY;
        double stride = 1.5;
        int since = 0;
        for (int step = 0; step < steps && stride > 0.005; step++) {
            double[][] bedSlack = new double[houses][nights];
            double[][] moveSlack = new double[3][nights];
            double value = value(bedSlack, moveSlack);
            if (value > best) {
                best = value;
                since = 0;
            } else if (++since == 20) {
                since = 0;
                stride /= 1.6;
            }
            move(bedSlack, moveSlack, stride * Math.max(above - value, 1e-3 * above));
        }
        return best;
    }

    private void move(double[][] bedSlack, double[][] moveSlack, double length) {
        double norm = 1e-9;
        for (double[][] slack : List.of(bedSlack, moveSlack)) {
            for (double[] row : slack) {
                norm += Arrays.stream(row).map(each -> each * each).sum();
            }
        }
        for (int k = 0; k < houses; k++) {
            for (int t = 0; t < nights; t++) {
                bedPrice[k][t] = Math.max(0, bedPrice[k][t] + length / norm * bedSlack[k][t]);
            }
        }
        for (int g = 0; g < 3; g++) {
            for (int t = 0; t < nights; t++) {
                movePrice[g][t] = Math.max(0, movePrice[g][t] + length / norm * moveSlack[g][t]);
            }
        }
    }

    /** The relaxed problem's value at the present prices; fills in use less what there is. */
    private double value(double[][] bedSlack, double[][] moveSlack) {
        double value = 0;
        for (Traveller each : travellers) {
            value += cheapest(each, bedSlack, moveSlack);
        }
        for (int k = 0; k < houses; k++) {
            House house = situation.houses().get(k);
            for (int t = 0; t < nights; t++) {
                int beds = house.closedOn(t) ? 0 : house.bedsOn(t);
                double least = Double.POSITIVE_INFINITY;
                int at = 0;
                for (int people = 0; people <= beds; people++) {
                    double crowding = situation.weights().of(Rule.CROWDING) * Math.max(0, 4 * people - 3 * beds);
                    double each = crowding - bedPrice[k][t] * people;
                    if (each < least) {
                        least = each;
                        at = people;
                    }
                }
                value += least;
                bedSlack[k][t] -= at;
            }
        }
        for (int g = 0; g < 3; g++) {
            for (int t = 0; t < nights; t++) {
                value -= movePrice[g][t] * free[g][t];
                moveSlack[g][t] -= free[g][t];
            }
        }
        return value;
    }

    /** The least cost of a way, or of none, at the present prices; enters what it uses. */
    private double cheapest(Traveller who, double[][] bedSlack, double[][] moveSlack) {
        double least = who.unplaced();
        Way found = null;
        double[] lowest = new double[nights];
        for (int night = who.ready(); night < nights; night++) {
            lowest[night] = FAR;
            for (int k : who.fitting()) {
                House house = situation.houses().get(k);
                if (!house.closedOn(night) && house.bedsOn(night) >= who.persons()) {
                    lowest[night] = Math.min(lowest[night], who.price()[k] + who.persons() * bedPrice[k][night]);
                }
            }
        }
        for (int start = who.ready(); start <= who.latest(); start++) {
            int until = Math.min(nights, start + who.stay());
            double sure = who.waiting() * (start - who.ready()) + movePrice(who, start);
            for (int night = start; night < until; night++) {
                sure += lowest[night];
            }
            Way way = sure < least ? way(who, start, until) : null;
            if (way != null && way.cost < least) {
                least = way.cost;
                found = way;
            }
        }
        if (found != null) {
            found.enter(who, bedSlack, moveSlack);
        }
        return least;
    }

    private double movePrice(Traveller who, int day) {
        return movePrice[0][day] + (who.gender() == 0 ? 0 : movePrice[who.gender()][day]);
    }

    /** Cheapest chain of legs; `best[b][k]` has slept until morning b, last in k. */
    private @org.jspecify.annotations.Nullable Way way(Traveller who, int start, int until) {
        int length = until - start;
        double[][] best = new double[length + 1][houses];
        int[][] began = new int[length + 1][houses];
        int[][] came = new int[length + 1][houses];
        double[][] entry = new double[length + 1][houses];
        Arrays.fill(entry[0], who.waiting() * (start - who.ready()) + movePrice(who, start));
        Arrays.fill(came[0], -1);
        for (int b = 1; b <= length; b++) {
            for (int k : who.fitting()) {
                best[b][k] = FAR;
                double slept = 0;
                House house = situation.houses().get(k);
                for (int a = b - 1; a >= Math.max(0, b - house.mostNights()); a--) {
                    int night = start + a;
                    if (house.closedOn(night) || house.bedsOn(night) < who.persons()) {
                        break;
                    }
                    slept += who.price()[k] + who.persons() * bedPrice[k][night];
                    if (entry[a][k] + slept < best[b][k]) {
                        best[b][k] = entry[a][k] + slept;
                        began[b][k] = a;
                    }
                }
            }
            for (int k : b < length ? who.fitting() : new int[0]) {
                entry[b][k] = FAR;
                for (int from : who.fitting()) {
                    if (from != k && best[b][from] < FAR) {
                        double cost = best[b][from]
                                + situation.weights().of(Rule.MOVES)
                                + movePrice(who, start + b)
                                + travel(from, k);
                        if (cost < entry[b][k]) {
                            entry[b][k] = cost;
                            came[b][k] = from;
                        }
                    }
                }
            }
        }
        if (who.fitting().length == 0) {
            return null;
        }
        int last = who.fitting()[0];
        for (int k : who.fitting()) {
            last = best[length][k] < best[length][last] ? k : last;
        }
        return best[length][last] >= FAR ? null : new Way(best[length][last], start, length, last, began, came);
    }

    private double travel(int one, int other) {
        if (hours == null) {
            hours = new double[houses][houses];
            for (int k = 0; k < houses; k++) {
                for (int j = 0; j < houses; j++) {
                    String from = situation.houses().get(k).region();
                    hours[k][j] = (double) situation.weights().of(Rule.TRAVEL)
                            * situation.hours(from, situation.houses().get(j).region());
                }
            }
        }
        return hours[one][other];
    }

    private double @org.jspecify.annotations.Nullable [][] hours;

    private record Way(double cost, int start, int length, int last, int[][] began, int[][] came) {
        void enter(Traveller who, double[][] bedSlack, double[][] moveSlack) {
            int house = last;
            for (int morning = length; morning > 0; ) {
                int began = this.began[morning][house];
                for (int t = began; t < morning; t++) {
                    bedSlack[house][start + t] += who.persons();
                }
                moveSlack[0][start + began]++;
                if (who.gender() != 0) {
                    moveSlack[who.gender()][start + began]++;
                }
                house = came[began][house];
                morning = began;
            }
        }
    }
}
