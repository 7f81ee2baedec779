// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessagesTest {
    private final Messages whole = Messages.load(MessagesTest.class, "whole");

    @ParameterizedTest
    @CsvSource({
        "0, 0 people, 0 человек",
        "1, 1 person, 1 человека",
        "2, 2 people, 2 человек",
        "11, 11 people, 11 человек",
        "21, 21 people, 21 человека",
        "111, 111 people, 111 человек",
        "1001, 1001 people, 1001 человека"
    })
    void countsAsEachLanguageDoes(long n, String english, String russian) {
        assertThat(whole.say(Tongue.EN, "held", "n", n, "place", "P")).isEqualTo(english + " held at P");
        assertThat(whole.say(Tongue.RU, "held", "n", n, "place", "P")).isEqualTo("В P держат " + russian);
    }

    @ParameterizedTest
    @CsvSource({
        "1, one",
        "2, few",
        "4, few",
        "5, many",
        "11, many",
        "12, many",
        "14, many",
        "21, one",
        "22, few",
        "112, many"
    })
    void russianHasThreeForms(int n, String form) {
        Messages forms = Messages.load(MessagesTest.class, "forms");
        assertThat(forms.say(Tongue.RU, "form", "n", n)).isEqualTo(n + " " + form);
    }

    @Test
    void anArgumentIsNotReadAgainAsAPlace() {
        assertThat(whole.say(Tongue.EN, "greeting", "name", "{name} $1 \\")).isEqualTo("Good evening, {name} $1 \\");
    }

    @Test
    void refusesAMessageWithoutItsArgument() {
        assertThatThrownBy(() -> whole.say(Tongue.EN, "greeting")).hasMessage("message greeting lacks its name");
        assertThatThrownBy(() -> whole.say(Tongue.RU, "none")).hasMessage("there is no message none in ru");
    }

    @Test
    void wholeFilesHaveNoFaults() {
        assertThat(whole.faults()).isEmpty();
    }

    @Test
    void namesEveryFault() {
        assertThat(Messages.load(MessagesTest.class, "faulty").faults())
                .containsExactly(
                        "en: brace has a brace that is no place for an argument",
                        "en: empty is empty",
                        "en: twice is there twice",
                        "ru: arguments takes other arguments than in English",
                        "ru: only.here is missing",
                        "ru: plural has 2 forms of a plural; its language takes 3");
    }
}
