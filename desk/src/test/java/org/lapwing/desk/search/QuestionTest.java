// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.casebook.fact.Text;

class QuestionTest {
    @ParameterizedTest
    @CsvSource({
        "detained, They were detaining him, detaining",
        "подвал, Нас держали в подвале, подвале",
        "задержали, Он был задержан ночью, задержан",
        "еще, Он пришел ещё раз, ''",
        "Гарнов, He went to Garnov, Garnov",
        "garnov, Мы жили в Гарнове, Гарнове",
        "Shchalino, Дорога на Щалино, Щалино",
        "задерж*, Он был задержан ночью, задержан",
        "\"old depot\", Behind the old depots they stood, old depots",
        "\"depot old\", Behind the old depots they stood, ''",
        "grey-teal, He told [P: grey-teal] of it, grey-teal",
        "«в подвале» , Нас держали в подвале, подвале",
        "the, He was in the house, ''",
        "house, Он видел дом, ''"
    })
    void marksWhatWasSoughtInAnyFormAndEitherAlphabet(String asked, String text, String marked) {
        Passage passage =
                Passage.of(List.of(new Text(text, "en")), Question.of(asked)).orElseThrow();
        assertThat(passage.pieces().stream()
                        .filter(Passage.Piece::marked)
                        .map(Passage.Piece::words)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(marked);
        assertThat(passage.pieces().stream().map(Passage.Piece::words).collect(Collectors.joining()))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"never closed",
                "*",
                "a*",
                "\"\"",
                "+-!(){}[]^~?:\\/",
                "AND OR NOT",
                "[* TO *]",
                "\"a\" \"",
                "words:x",
                "ab~2",
                "x^100",
                "\u0000\uFFFF",
                "\uD83D",
                "«»„“”"
            })
    void nothingThatCanBeTypedIsWrong(String typed) {
        Question question = Question.of(typed);
        assertThat(question.all()).isNotNull();
        assertThat(question.some()).isNotNull();
    }

    @Test
    void wordsThatAreEverywhereAreNamedAndPassedOver() {
        Question question = Question.of("the basement и подвал");
        assertThat(question.clauses()).extracting(Clause::typed).containsExactly("basement", "подвал");
        assertThat(question.passedOver()).containsExactly("the", "и");
    }

    @Test
    void noTokenIsCut() {
        String text = "Long ago ".repeat(20) + "he told [P: grey-teal]. The depot " + "stood there ".repeat(30);
        Passage passage =
                Passage.of(List.of(new Text(text, "en")), Question.of("depot")).orElseThrow();
        assertThat(passage.pieces().getFirst().words()).matches("(?s).*\\[P: grey-teal\\].*|[^\\]]*");
    }

    @Test
    void aLongTextIsQuotedWhereMostOfItStands() {
        String filler = "Nothing of note was told here for a long while. ".repeat(50);
        String text = filler + "Once a depot. " + filler + "At the depot the guards of the depot slept. " + filler;
        Passage passage = Passage.of(List.of(new Text(text, "en")), Question.of("depot guard"))
                .orElseThrow();
        assertThat(passage.pieces().stream().filter(Passage.Piece::marked)).hasSize(3);
        assertThat(passage.before()).isTrue();
        assertThat(passage.after()).isTrue();
    }
}
