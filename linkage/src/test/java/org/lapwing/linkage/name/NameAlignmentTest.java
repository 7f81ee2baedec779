// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Invented names only. */
class NameAlignmentTest {

    private static final double SAME = 0.74;

    private final NameReader reader = new NameReader();
    private final NameAlignment alignment = new NameAlignment();

    private double similarity(String a, String b) {
        double one = alignment.similarity(reader.read(a), reader.read(b));
        assertThat(alignment.similarity(reader.read(b), reader.read(a))).isEqualTo(one);
        return one;
    }

    @Test
    void readsOneNameInTwoScriptsOrdersAndRomanisations() {
        assertThat(similarity("Юлия Дроздова", "Yuliya Drozdova")).isGreaterThan(0.95);
        assertThat(similarity("DROZDOVA, Julia", "Юлия Дроздова")).isGreaterThan(SAME);
        assertThat(similarity("Zhanna Sinitsyna", "Жанна Синицина")).isGreaterThan(SAME);
    }

    @Test
    void aMissingPatronymicIsNoContradictionAndAnotherFathersIs() {
        assertThat(similarity("Umar Chizhov", "Umar Aslanovich Chizhov")).isGreaterThan(0.9);
        assertThat(similarity("Umar Timurovich Chizhov", "Umar Aslanovich Chizhov"))
                .isLessThan(SAME);
        assertThat(similarity("Umar Aslan oglu Chizhov", "Umar Aslanovich Chizhov"))
                .isGreaterThan(SAME);
    }

    @Test
    void readsGenderedSurnamesNicknamesAndInitials() {
        assertThat(similarity("Snegirev", "Snegireva")).isGreaterThan(0.9);
        assertThat(similarity("Sasha Snegirev", "Aleksandr Snegirev")).isGreaterThan(SAME);
        assertThat(similarity("A. Snegirev", "Aleksandr Snegirev")).isGreaterThan(SAME);
        assertThat(similarity("B. Snegirev", "Aleksandr Snegirev")).isLessThan(SAME);
    }

    @Test
    void keepsBrothersApart() {
        assertThat(similarity("Timur Snegirev", "Aslan Snegirev")).isLessThan(SAME);
    }

    @Test
    void keysOfBothSpellingsMeetAndCarryTheirVersion() {
        NameKey keys = new NameKey();
        assertThat(keys.of("Юлия Дроздова", OptionalInt.of(1990)))
                .containsAnyElementsOf(keys.of("Drozdova Yuliya Timurovna", OptionalInt.empty()))
                .allMatch(key -> key.startsWith("1"));
        assertThat(keys.of("Юлия", OptionalInt.of(1990))).isEmpty();
    }

    /** Frozen: other groups compute the same keys. */
    @Test
    void theRecipeNeverChanges() {
        assertThat(new NameKey().of("Юлия Дроздова", OptionalInt.of(1990)))
                .containsExactly("1s:al trstf", "1w:drozdov ulia", "1y:al trstf 1990");
    }
}
