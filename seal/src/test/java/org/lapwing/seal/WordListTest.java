// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordListTest {

    @ParameterizedTest
    @EnumSource
    void holds2048WordsUniqueInTheirFirstFourLetters(WordList list) {
        Set<String> beginnings = new HashSet<>();
        for (String word : words(list)) {
            String plain = WordList.plain(word);
            beginnings.add(plain.substring(0, Math.min(4, plain.length())));
        }
        assertThat(beginnings).hasSize(WordList.SIZE);
    }

    @ParameterizedTest
    @EnumSource
    void holdsLowerCaseWordsOfThreeToNineLettersInOrder(WordList list) {
        String letters = list == WordList.ENGLISH ? "[a-z]{3,9}" : "[а-яё]{3,9}";
        assertThat(words(list)).allMatch(word -> word.matches(letters));
        assertThat(words(list)).isSortedAccordingTo((a, b) -> WordList.plain(a).compareTo(WordList.plain(b)));
    }

    @ParameterizedTest
    @EnumSource
    void readsEachWordBackInAnyCaseAndFromFourLettersOn(WordList list) {
        for (int i = 0; i < WordList.SIZE; i++) {
            String word = list.word(i);
            assertThat(list.index(word)).hasValue(i);
            assertThat(list.index(word.toUpperCase(Locale.ROOT))).hasValue(i);
            assertThat(list.index(word.substring(0, Math.min(4, word.length()))))
                    .hasValue(i);
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusesAWordThatGoesOnDifferently(WordList list) {
        for (int i = 0; i < WordList.SIZE; i++) {
            assertThat(list.index(list.word(i) + "q")).isEmpty();
        }
    }

    @Test
    void readsWordsTypedWithoutTheDotsOrWithLooseOnes() {
        assertThat(WordList.RUSSIAN.index("орел")).isEqualTo(WordList.RUSSIAN.index("орёл"));
        assertThat(WordList.RUSSIAN.index("орел")).isPresent();
        assertThat(WordList.RUSSIAN.index("ОРЕ\u0308Л")).isEqualTo(WordList.RUSSIAN.index("орёл"));
        assertThat(WordList.RUSSIAN.index("чаи\u0306")).isEqualTo(WordList.RUSSIAN.index("чай"));
        assertThat(WordList.RUSSIAN.index("чай")).isPresent();
    }

    private static List<String> words(WordList list) {
        return new ArrayList<>(
                IntStream.range(0, WordList.SIZE).mapToObj(list::word).toList());
    }
}
