// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;

class CoreTest {

    @Test
    void withAnyOneElementOfTheCoreGoneThereIsAWay() {
        int cores = 0;
        int elements = 0;
        for (long seed = 1; seed <= 4; seed++) {
            Situation situation = InventedSituation.of(seed, new Size(20, 4, 30, 4, true));
            Plan plan = new Planner(situation, Effort.iterations(1, 300)).plan();
            Ground ground = new Ground(situation);
            Occupancy occupancy = occupied(ground, plan);
            for (int i = 0; i < ground.households; i++) {
                if (occupancy.ways[i] != null) {
                    continue;
                }
                Core.Oracle oracle = new Core.Oracle(ground, occupancy, i, Demand.NOTHING);
                if (!oracle.impossible(Relaxed.KNOWN, oracle.everybodyElse())) {
                    continue;
                }
                Core core = Core.of(oracle, 1);
                cores++;
                assertThat(oracle.impossible(core.rules(), core.households())).isTrue();
                for (Rule rule : core.rules()) {
                    Set<Rule> fewer = EnumSet.copyOf(core.rules());
                    fewer.remove(rule);
                    elements++;
                    assertThat(oracle.impossible(fewer, core.households()))
                            .as(rule.key())
                            .isFalse();
                }
                for (int other : core.households()) {
                    Set<Integer> fewer = new TreeSet<>(core.households());
                    fewer.remove(other);
                    elements++;
                    assertThat(oracle.impossible(core.rules(), fewer)).isFalse();
                }
            }
        }
        assertThat(cores).isGreaterThan(10);
        assertThat(elements).isGreaterThan(50);
    }

    private static Occupancy occupied(Ground ground, Plan plan) {
        Occupancy occupancy = new Occupancy(ground);
        for (Plan.Route route : plan.routes()) {
            occupancy.place(
                    ground.situation.householdNumbers().get(route.household()),
                    new Way(
                            route.legs().stream()
                                    .mapToInt(leg -> ground.houseNumber(leg.house()))
                                    .toArray(),
                            route.legs().stream()
                                    .mapToInt(leg -> leg.nights().from())
                                    .toArray(),
                            route.legs().getLast().nights().until(),
                            0));
        }
        return occupancy;
    }
}
