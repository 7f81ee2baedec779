// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.Rule;

/**
 * A set of rules and of other households, each sleeping as planned, that together leave no way, and of which none can be
 * spared: with any one of them gone there would be a way. Found by deletion (Chinneck, Feasibility and Infeasibility in
 * Optimization, 2008, section 6.2) in several orders, of which the smallest result is taken.
 */
record Core(Set<Rule> rules, Set<Integer> households) {
    private static final int ORDERS = 6;
    /** Among so many others one order must do. */
    private static final int MANY = 400;

    /** Answers whether there is a way under some of the rules and among some of the others. */
    static final class Oracle {
        private final Ground base;
        private final Map<Set<Rule>, Ground> grounds = new HashMap<>();
        private final @Nullable Way[] ways;
        private final int household;
        private final Demand demand;

        Oracle(Ground ground, Occupancy occupancy, int household, Demand demand) {
            base = ground.household(household).decision().isEmpty()
                    ? ground
                    : new Ground(Reasons.undecided(ground.situation, household));
            ways = occupancy.ways;
            this.household = household;
            this.demand = demand;
        }

        boolean impossible(Set<Rule> rules, Set<Integer> others) {
            return way(rules, others).way() == null;
        }

        Found way(Set<Rule> rules, Set<Integer> others) {
            Ground ground = grounds.computeIfAbsent(Set.copyOf(rules), this::without);
            Occupancy among = new Occupancy(ground);
            for (int other : others) {
                Way way = ways[other];
                if (way != null && other != household) {
                    among.place(other, way);
                }
            }
            Insertion insertion = new Insertion(ground);
            Way way = insertion.cheapest(among, ground.travellers[household], demand);
            return new Found(household, ground, among, way, insertion.cost());
        }

        private Ground without(Set<Rule> rules) {
            Set<Rule> relaxed = EnumSet.copyOf(Relaxed.KNOWN);
            relaxed.removeAll(rules);
            return new Ground(base, household, new Relaxed(relaxed));
        }

        Set<Integer> everybodyElse() {
            Set<Integer> all = new TreeSet<>();
            for (int i = 0; i < ways.length; i++) {
                if (ways[i] != null && i != household) {
                    all.add(i);
                }
            }
            return all;
        }
    }

    /** A question's ground, who was there, and the way that was found, if any. */
    record Found(
            int asked,
            Ground ground,
            Occupancy among,
            @Nullable Way way,
            long cost) {}

    /** Only to be asked where there is no way. */
    static Core of(Oracle oracle, long seed) {
        Core smallest = null;
        Random random = new Random(seed);
        int orders = oracle.everybodyElse().size() > MANY ? 1 : ORDERS;
        for (int n = 0; n < orders; n++) {
            Core core = reduced(oracle, random);
            if (smallest == null || core.size() < smallest.size()) {
                smallest = core;
            }
        }
        return java.util.Objects.requireNonNull(smallest);
    }

    int size() {
        return rules.size() + households.size();
    }

    private static Core reduced(Oracle oracle, Random random) {
        Set<Rule> rules = EnumSet.copyOf(Relaxed.KNOWN);
        Set<Integer> others = oracle.everybodyElse();
        if (oracle.impossible(rules, Set.of())) {
            others = Set.of();
        } else {
            others = fewer(oracle, rules, others, random);
        }
        List<Rule> order = new ArrayList<>(rules);
        Collections.shuffle(order, random);
        for (Rule rule : order) {
            rules.remove(rule);
            if (!oracle.impossible(rules, others)) {
                rules.add(rule);
            }
        }
        // with fewer rules some of the others may have become superfluous
        return new Core(rules, fewer(oracle, rules, others, random));
    }

    /** Leaves out halves while that keeps it impossible, then single ones. */
    private static Set<Integer> fewer(Oracle oracle, Set<Rule> rules, Set<Integer> all, Random random) {
        List<Integer> kept = new ArrayList<>(all);
        Collections.shuffle(kept, random);
        for (int size = Math.max(1, kept.size() / 2); ; size /= 2) {
            for (int at = 0; at < kept.size(); ) {
                List<Integer> tried = new ArrayList<>(kept);
                tried.subList(at, Math.min(kept.size(), at + size)).clear();
                if (oracle.impossible(rules, new TreeSet<>(tried))) {
                    kept = tried;
                } else {
                    at += size;
                }
            }
            if (size <= 1) {
                return new TreeSet<>(kept);
            }
        }
    }
}
