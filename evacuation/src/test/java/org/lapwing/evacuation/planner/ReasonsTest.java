// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;

/** Reasons and what would free somebody, as whoever decides reads them. */
class ReasonsTest {
    private static final Locale RUSSIAN = Locale.of("ru");

    @ParameterizedTest
    @CsvSource({"1,ещё 1 место,1 more bed", "2,ещё 2 места,2 more beds", "5,ещё 5 мест,5 more beds"})
    void countsBedsInBothLanguages(int count, String russian, String english) {
        assertThat(Phrase.beds(count)).isEqualTo(new Phrase(english, russian));
        assertThat(Phrase.beds(11).russian()).endsWith("мест");
        assertThat(Phrase.beds(21).russian()).endsWith("место");
    }

    @Test
    void whatHasNoPlaceIsExplainedInRussianAsInEnglish() {
        Set<String> freeing = new HashSet<>();
        for (long seed = 1; seed <= 3; seed++) {
            Situation situation = InventedSituation.of(seed, new Size(20, 4, 30, 4, true));
            Plan plan = new Planner(situation, Effort.iterations(1, 300)).plan();
            for (Plan.Unplaced unplaced : plan.unplaced()) {
                for (Plan.Reason reason : unplaced.reasons()) {
                    inBoth(new Phrase(reason.sentence(Locale.ENGLISH), reason.sentence(RUSSIAN)));
                    if (reason.text().english().startsWith("it would go with")) {
                        assertThat(reason.text().russian()).startsWith("поможет: ");
                        freeing.add(reason.rule().key());
                    }
                }
            }
            if (!plan.unplaced().isEmpty()) {
                Household one = situation
                        .household(plan.unplaced().getFirst().household())
                        .orElseThrow();
                if (new Questions(situation, plan).couldBePlaced(one.name())
                        instanceof Questions.Answer.Forbidden forbidden) {
                    forbidden.freeing().forEach(ReasonsTest::inBoth);
                }
            }
        }
        assertThat(freeing).hasSizeGreaterThan(2);
    }

    /** The same code names, dates and numbers, and otherwise only letters of the language. */
    private static void inBoth(Phrase said) {
        assertThat(said.english()).doesNotContainPattern("\\p{IsCyrillic}");
        assertThat(said.russian()).containsPattern("\\p{IsCyrillic}");
        for (String word : said.russian().split("[ ,():;.]+")) {
            if (word.matches("[\\p{IsLatin}\\p{N}-]+")) {
                assertThat(said.english()).contains(word);
            }
        }
    }
}
