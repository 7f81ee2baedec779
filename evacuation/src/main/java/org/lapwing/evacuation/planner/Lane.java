// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One search: takes a few households out, puts them back one by one where each costs least, and keeps the result if it is
 * better, or with a chance that falls as the search cools. One thread at a time.
 */
final class Lane {
    private static final int MOST_RETRIED = 8;

    private final Ground ground;
    private final SplittableRandom random;
    private final Insertion insertion;
    private final Ruin ruin;
    private Occupancy now;
    private @Nullable Way[] best;
    private long bestCost;
    private long iterations;

    Lane(Ground ground, SplittableRandom random) {
        this.ground = ground;
        this.random = random;
        insertion = new Insertion(ground);
        ruin = new Ruin(ground, random);
        now = new Occupancy(ground);
        best = now.ways.clone();
        bestCost = now.cost();
    }

    long bestCost() {
        return bestCost;
    }

    @Nullable
    Way[] best() {
        return best;
    }

    long iterations() {
        return iterations;
    }

    /** A first plan: who is fixed, then the most urgent and largest first. */
    void begin(BooleanSupplier stop) {
        Integer[] order = new Integer[ground.households];
        Arrays.setAll(order, i -> i);
        double[] rank = new double[ground.households];
        for (int i = 0; i < rank.length; i++) {
            Traveller who = ground.travellers[i];
            double fixed = who.boundary != null ? 1e15 : who.earlier != null ? 1e12 : 0;
            rank[i] = fixed + who.unplacedCost * (0.7 + 0.6 * random.nextDouble());
        }
        Arrays.sort(order, (a, b) -> Double.compare(rank[b], rank[a]));
        for (int i : order) {
            keepAsTold(i);
        }
        for (int i : order) {
            if (now.ways[i] == null && !stop.getAsBoolean()) {
                insert(i);
            }
        }
        keepIfBest();
    }

    /** Before anybody who has to move takes a bed: whoever can keep to what they were told does. */
    private void keepAsTold(int household) {
        Way told = ground.travellers[household].earlier;
        Way way = told == null ? null : insertion.cheapest(now, household);
        if (told != null && way != null && way.sameNights(told)) {
            now.place(household, way);
        }
    }

    /** Goes on from another lane's plan. */
    void adopt(@Nullable Way[] ways) {
        now = Occupancy.of(ground, ways);
        keepIfBest();
    }

    /** @param heat by how much a worse plan may cost more and still be taken, now and then */
    void search(double heat, BooleanSupplier goOn) {
        while (goOn.getAsBoolean()) {
            iterations++;
            step(heat);
        }
    }

    private void step(double heat) {
        long before = now.cost();
        int[] out = ruin.choose(now, MOST_RETRIED);
        @Nullable Way[] old = new Way[out.length];
        for (int n = 0; n < out.length; n++) {
            old[n] = now.remove(out[n]);
        }
        int[] order = ruin.order(out);
        for (int household : order) {
            insert(household);
        }
        double allowed = -heat * Math.log(1 - random.nextDouble());
        if (now.cost() <= before + allowed) {
            keepIfBest();
            return;
        }
        for (int household : out) {
            now.remove(household);
        }
        for (int n = 0; n < out.length; n++) {
            Way was = old[n];
            if (was != null) {
                now.place(out[n], was);
            }
        }
    }

    private void insert(int household) {
        Way way = insertion.cheapest(now, household);
        if (way != null && insertion.cost() < ground.travellers[household].unplacedCost) {
            now.place(household, way);
        }
    }

    private void keepIfBest() {
        if (now.cost() < bestCost) {
            bestCost = now.cost();
            best = now.ways.clone();
        }
    }
}
