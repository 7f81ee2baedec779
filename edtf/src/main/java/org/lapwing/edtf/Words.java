// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.util.Locale;

/**
 * Dates in the words of a language: "about March 2017", «с февраля по апрель 2017 года». English and Russian; any other
 * locale gets English. Whatever this writes, {@link EdtfInput} reads back as the same value.
 */
public sealed interface Words permits EnglishWords, RussianWords {

    static Words in(Locale locale) {
        return locale.getLanguage().equals("ru") ? new RussianWords() : new EnglishWords();
    }

    String of(Edtf value);
}
