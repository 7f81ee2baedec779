// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.util.Locale;
import org.lapwing.evacuation.Phrase;
import org.lapwing.figures.Language;
import picocli.CommandLine.Option;

/** The language of an answer. */
final class Spoken {
    @Option(names = "--language", paramLabel = "en|ru", description = "Of the answer; en where nothing is said.")
    private String language = "en";

    Language reader() {
        return switch (language) {
            case "en" -> Language.ENGLISH;
            case "ru" -> Language.RUSSIAN;
            default -> throw new BadInput("--language: accepted are en and ru");
        };
    }

    Locale locale() {
        return Locale.of(reader().code());
    }

    String say(String english, String russian) {
        return reader().of(english, russian);
    }

    String say(Phrase phrase) {
        return phrase.in(locale());
    }
}
