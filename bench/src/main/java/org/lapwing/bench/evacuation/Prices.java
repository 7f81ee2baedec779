// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.util.Arrays;
import java.util.List;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;

/** What a bed costs a person on a night, and a move on a day, in the relaxed problem. */
final class Prices {
    private final Situation situation;
    private final double[][] bed;
    private final double[][] move;
    private final double[][] hours;

    Prices(Situation situation) {
        this.situation = situation;
        int houses = situation.houses().size();
        bed = new double[houses][situation.nights()];
        move = new double[3][situation.nights()];
        hours = new double[houses][houses];
        for (int k = 0; k < houses; k++) {
            for (int j = 0; j < houses; j++) {
                String from = situation.houses().get(k).region();
                hours[k][j] = (double) situation.weights().of(Rule.TRAVEL)
                        * situation.hours(from, situation.houses().get(j).region());
            }
        }
    }

    double bed(int house, int night) {
        return bed[house][night];
    }

    double move(int gender, int day) {
        return move[gender][day];
    }

    double move(Relaxed who, int day) {
        return move[0][day] + (who.gender() == 0 ? 0 : move[who.gender()][day]);
    }

    /** From one house to another on a day: weight of a move, its price, the way. */
    double change(Relaxed who, int from, int to, int day) {
        return situation.weights().of(Rule.MOVES) + move(who, day) + hours[from][to];
    }

    /** Of one night of a household in a house; infinite where it is closed or too small. */
    double night(Relaxed who, int house, int night) {
        House there = situation.houses().get(house);
        return there.closedOn(night) || there.bedsOn(night) < who.persons()
                ? Double.POSITIVE_INFINITY
                : who.price()[house] + who.persons() * bed[house][night];
    }

    /** Dearer where more is used than there is, cheaper where less is. */
    void follow(Slack slack, double length) {
        double norm = 1e-9;
        for (double[][] rows : List.of(slack.beds(), slack.moves())) {
            for (double[] row : rows) {
                norm += Arrays.stream(row).map(each -> each * each).sum();
            }
        }
        step(bed, slack.beds(), length / norm);
        step(move, slack.moves(), length / norm);
    }

    private static void step(double[][] prices, double[][] slack, double by) {
        for (int i = 0; i < prices.length; i++) {
            for (int t = 0; t < prices[i].length; t++) {
                prices[i][t] = Math.max(0, prices[i][t] + by * slack[i][t]);
            }
        }
    }

    /** Use less what there is, by house and night, by kind of escort and day. */
    record Slack(double[][] beds, double[][] moves) {
        static Slack none(Situation situation) {
            return new Slack(
                    new double[situation.houses().size()][situation.nights()], new double[3][situation.nights()]);
        }
    }
}
