// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The chain, and the list of all partitions with its departures, against the law written out: 2 to the summed weights. */
class PartitionSamplerTest {

    private static final double[] SHIFTS = {0, -1.5, 1.5};
    private static final int DRAWS = 60_000;
    private static final Component FOUR =
            component(new float[][] {{0, 2, -1, 0.5f}, {2, 0, 1, -3}, {-1, 1, 0, 0}, {0.5f, -3, 0, 0}});

    private static Component component(float[][] weights) {
        return new Component(IntStream.range(0, weights.length).toArray(), weights);
    }

    private static String canonical(IntStream groups) {
        Map<Integer, Integer> seen = new HashMap<>();
        StringBuilder text = new StringBuilder();
        groups.forEach(group -> text.append(seen.computeIfAbsent(group, _ -> seen.size())));
        return text.toString();
    }

    private static String canonical(byte[] groups) {
        return canonical(IntStream.range(0, groups.length).map(i -> groups[i]));
    }

    private static Map<String, Double> law(Component component, double shift) {
        Map<String, Double> law = new HashMap<>();
        double all = 0;
        for (byte[] groups : Partitions.all().get(component.size())) {
            double weight = 0;
            for (int i = 0; i < groups.length; i++) {
                for (int j = 0; j < i; j++) {
                    weight += groups[i] == groups[j] ? component.weights()[i][j] + shift : 0;
                }
            }
            law.put(canonical(groups), Math.pow(2, weight));
            all += Math.pow(2, weight);
        }
        double sum = all;
        law.replaceAll((_, odds) -> odds / sum);
        return law;
    }

    private static void follows(Map<String, Integer> drawn, Map<String, Double> law, double errors) {
        int draws = drawn.values().stream().mapToInt(Integer::intValue).sum();
        law.forEach((partition, chance) -> assertThat((double) drawn.getOrDefault(partition, 0) / draws)
                .as(partition)
                .isCloseTo(chance, within(errors * Math.sqrt(chance * (1 - chance) / draws))));
    }

    @Test
    void theChainDrawsPartitionsByTheirWeightsAndShift() {
        for (int shift = 0; shift < SHIFTS.length; shift++) {
            PartitionSampler sampler = new PartitionSampler(FOUR, new int[] {0, 1, 2, 3}, SHIFTS, 5);
            Map<String, Integer> drawn = new HashMap<>();
            for (int k = 0; k < DRAWS; k++) {
                drawn.merge(canonical(IntStream.of(sampler.next(shift))), 1, Integer::sum);
            }
            // one draw resembles the one before: its error is larger than that of independent ones
            follows(drawn, law(FOUR, SHIFTS[shift]), 8);
        }
    }

    @Test
    void theListOfAllPartitionsDepartsFromTheUsualOneByTheSameLaw() {
        Partitions partitions = new Partitions(FOUR, Partitions.all().get(FOUR.size()), SHIFTS);
        SplittableRandom random = new SplittableRandom(3);
        for (int shift = 0; shift < SHIFTS.length; shift++) {
            Map<String, Integer> drawn = new HashMap<>();
            for (int k = 0; k < DRAWS; k++) {
                boolean departs = random.nextDouble() < partitions.departing()[shift];
                int partition = departs ? partitions.draw(random, shift) : partitions.usual();
                drawn.merge(canonical(partitions.groups(partition)), 1, Integer::sum);
            }
            follows(drawn, law(FOUR, SHIFTS[shift]), 5);
        }
    }

    /** Where odds cannot be multiplied any more, and where people decided, logarithms take over. */
    @Test
    void largeGroupsStayTogetherAndDecisionsHold() {
        int n = 90;
        float[][] weights = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                weights[i][j] = i / 85 == j / 85 ? 14 : -14;
            }
        }
        weights[0][89] = weights[89][0] = Component.MUST;
        weights[1][2] = weights[2][1] = Component.NEVER;
        int[] apart = IntStream.range(0, n).toArray();
        PartitionSampler sampler = new PartitionSampler(component(weights), apart, SHIFTS, 8);
        for (int k = 0; k < 30; k++) {
            int[] groups = sampler.next(k % SHIFTS.length);
            assertThat(groups[1]).isNotEqualTo(groups[2]);
            assertThat(groups[0]).isEqualTo(groups[89]);
            assertThat(List.of(groups[5], groups[40])).containsOnly(groups[84]);
        }
    }
}
