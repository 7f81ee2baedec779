// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.lapwing.evacuation.Situation;

/**
 * All ways of one household from one first night, at the present prices: {@code entry[a][k]} is the least cost of being about
 * to sleep in {@code k} from morning {@code a} on.
 */
final class RelaxedWays {
    private static final double FAR = Double.POSITIVE_INFINITY;

    private final Situation situation;
    private final Prices prices;
    private final Relaxed who;
    private final int start;
    private final int length;
    private final double[][] entry;
    /** Sums of the nights' prices before each morning; infinite steps are counted apart. */
    private final double[][] slept;

    private final int[][] shut;

    RelaxedWays(Situation situation, Prices prices, Relaxed who, int start) {
        this.situation = situation;
        this.prices = prices;
        this.who = who;
        this.start = start;
        length = who.until(start) - start;
        int houses = situation.houses().size();
        entry = filled(houses);
        slept = new double[length + 1][houses];
        shut = new int[length + 1][houses];
        for (int k : who.fitting()) {
            for (int t = 0; t < length; t++) {
                double night = prices.night(who, k, start + t);
                slept[t + 1][k] = slept[t][k] + (night < FAR ? night : 0);
                shut[t + 1][k] = shut[t][k] + (night < FAR ? 0 : 1);
            }
        }
        forward();
    }

    private double[][] filled(int houses) {
        double[][] all = new double[length + 1][houses];
        Arrays.stream(all).forEach(row -> Arrays.fill(row, FAR));
        return all;
    }

    private boolean open(int house, int from, int until) {
        return shut[until][house] == shut[from][house]
                && until - from <= situation.houses().get(house).mostNights();
    }

    private double nights(int house, int from, int until) {
        return slept[until][house] - slept[from][house];
    }

    /** The cheapest other house to come from. */
    private double least(int house, int morning, IntToDoubleFunction cost) {
        double least = FAR;
        for (int other : who.fitting()) {
            if (other != house && cost.applyAsDouble(other) < FAR) {
                double change = prices.change(who, other, house, start + morning);
                least = Math.min(least, cost.applyAsDouble(other) + change);
            }
        }
        return least;
    }

    private double best(int house, int morning) {
        double least = FAR;
        for (int a = morning - 1; a >= 0 && open(house, a, morning); a--) {
            least = Math.min(least, entry[a][house] + nights(house, a, morning));
        }
        return least;
    }

    private void forward() {
        double wait = who.waiting() * (start - who.ready()) + prices.move(who, start);
        for (int k : who.fitting()) {
            entry[0][k] = wait;
        }
        double[] best = new double[slept[0].length];
        for (int morning = 1; morning < length; morning++) {
            for (int k : who.fitting()) {
                best[k] = best(k, morning);
            }
            for (int k : who.fitting()) {
                entry[morning][k] = least(k, morning, other -> best[other]);
            }
        }
    }

    /** The cheapest of these ways. */
    double cost() {
        double least = FAR;
        for (int k : who.fitting()) {
            least = Math.min(least, best(k, length));
        }
        return least;
    }

    /** Enters what the cheapest way uses. */
    void use(Prices.Slack slack) {
        int house = who.fitting()[0];
        for (int k : who.fitting()) {
            house = best(k, length) < best(house, length) ? k : house;
        }
        for (int morning = length; morning > 0; ) {
            int began = morning - 1;
            for (int a = morning - 1; a >= 0 && open(house, a, morning); a--) {
                boolean cheaper = entry[a][house] + nights(house, a, morning)
                        < entry[began][house] + nights(house, began, morning);
                began = cheaper ? a : began;
            }
            for (int t = began; t < morning; t++) {
                slack.beds()[house][start + t] += who.persons();
            }
            slack.moves()[0][start + began]++;
            if (who.gender() != 0) {
                slack.moves()[who.gender()][start + began]++;
            }
            house = began == 0 ? house : camefrom(house, began);
            morning = began;
        }
    }

    private int camefrom(int house, int morning) {
        int came = -1;
        double least = FAR;
        for (int other : who.fitting()) {
            if (other != house) {
                double cost = best(other, morning) + prices.change(who, other, house, start + morning);
                if (cost < least) {
                    least = cost;
                    came = other;
                }
            }
        }
        return came;
    }
}
