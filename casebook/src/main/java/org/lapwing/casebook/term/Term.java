// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/**
 * One word of the field, out of a closed list. Its label in a language stands in {@code casebook_en.properties} and
 * {@code casebook_ru.properties}; any language but Russian gets English.
 */
public interface Term {
    String name();

    /** Names the label in the message files, for example {@code act-type.coerced-naming}. */
    default String key() {
        String list = getClass().getSimpleName().replaceAll("(?<!^)([A-Z])", "-$1");
        return list.toLowerCase(Locale.ROOT)
                + "."
                + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    default String label(Locale locale) {
        Locale language = locale.getLanguage().equals("ru") ? Locale.of("ru") : Locale.ENGLISH;
        return ResourceBundle.getBundle(
                        "org.lapwing.casebook.casebook",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(key());
    }

    /** The nearest term of the HURIDOCS micro-thesauri, list and number; empty where there is none. */
    default Optional<String> huridocs() {
        return Optional.empty();
    }
}
