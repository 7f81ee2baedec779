// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class SensitivityTest {
    /** Invented: three independent lists of a Morvel of 1,000, with shares .5, .4 and .5, in expectation. */
    private static final CaptureTable INDEPENDENT = CaptureTable.of(
            List.of("siskin", "dunlin", "plover"),
            Map.of(1, 150L, 2, 100L, 3, 100L, 4, 150L, 5, 150L, 6, 100L, 7, 100L));

    private static final Settings NO_CLASSES = Settings.usual(1).asking(Set.of(Method.DGA));

    @Test
    void listsThatAreIndependentFindEachListsKnownSize() {
        List<InternalConsistency.Check> checks = InternalConsistency.of(INDEPENDENT);
        assertThat(checks).extracting(InternalConsistency.Check::truth).containsExactly(500L, 400L, 500L);
        assertThat(checks).allMatch(InternalConsistency.Check::holds);
    }

    @Test
    void aListWhosePeopleTheOthersFindTogetherIsMissed() {
        CaptureTable copied =
                CaptureTable.of(INDEPENDENT.lists(), Map.of(1, 400L, 2, 20L, 3, 5L, 4, 20L, 5, 5L, 6, 300L, 7, 100L));
        assertThat(InternalConsistency.of(copied).getFirst().holds()).isFalse();
    }

    @Test
    void removingReferralsKeepsEverybodyAndUndoesThem() {
        Referral referral = new Referral("siskin", "dunlin");
        CaptureTable removed = referral.removed(INDEPENDENT, 0.5);
        assertThat(removed.observed()).isEqualTo(INDEPENDENT.observed());
        assertThat(removed.onAll(1)).isEqualTo(500);
        assertThat(removed.onAll(2)).isEqualTo(300);
        assertThat(removed.countOf(1)).isEqualTo(200);
        assertThat(removed.countOf(5)).isEqualTo(200);
        assertThat(new Sensitivity(INDEPENDENT, List.of(referral), NO_CLASSES)
                        .all()
                        .keySet())
                .anyMatch(said -> said.english().contains("50 % of siskin on dunlin"));
        CaptureTable sent = CaptureTable.of(
                INDEPENDENT.lists(), Map.of(1, 100L, 2, 100L, 3, 150L, 4, 150L, 5, 100L, 6, 100L, 7, 150L));
        assertThat(referral.removed(sent, 1.0 / 3)).isEqualTo(INDEPENDENT);
        assertThat(referral.answer(sent, 1.0 / 3).interval().orElseThrow().estimate())
                .isEqualTo(
                        referral.answer(INDEPENDENT, 0).interval().orElseThrow().estimate());
    }

    @Test
    void theHeadlineTellsWhatIfAsDiagnostics() {
        Answer range = new Answer.Interval(1_000, 900, 1_200);
        Estimate told = new Sensitivity(INDEPENDENT, List.of(), NO_CLASSES)
                .told(new Estimate(Method.HEADLINE, Map.of(), range, INDEPENDENT.observed(), 0, Map.of()));
        String json = new EstimateJson(false).of(List.of(told));
        assertThat(json)
                .contains("{\"what\": \"dga, prior count of 0.500 in each cell\", \"estimate\": ")
                .contains("{\"what\": \"saturated, ξ = 2.00\"")
                .contains("{\"hidden_percent\": 20, \"estimate\": 1250, \"lower\": 1125, \"upper\": 1500}")
                .contains("{\"list\": \"siskin\"", "\"truth\": 500}");
    }

    /** Among few people the prior speaks: more groups, and chances that may be small, leave room for more who are unseen. */
    @Test
    void latentClassesAreAskedUnderOtherPriorsToo() {
        CaptureTable few =
                CaptureTable.of(INDEPENDENT.lists(), Map.of(1, 15L, 2, 10L, 3, 6L, 4, 15L, 5, 6L, 6, 5L, 7, 3L));
        Map<Said, Answer> all = new Sensitivity(few, List.of(), Settings.usual(1)).all();
        assertThat(upper(all, "nearer 0 and 1")).isGreaterThan(upper(all, "nearer a half"));
        assertThat(upper(all, "more groups")).isGreaterThan(upper(all, "fewer groups"));
        assertThat(all.keySet()).anyMatch(said -> said.russian().contains("латентные классы, больше групп"));
    }

    private static double upper(Map<Said, Answer> all, String what) {
        Answer answer = all.entrySet().stream()
                .filter(entry -> entry.getKey().english().contains(what))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        assertThat(answer).as(what).isInstanceOf(Answer.Interval.class);
        return answer instanceof Answer.Interval range ? range.upper() : Double.NaN;
    }
}
