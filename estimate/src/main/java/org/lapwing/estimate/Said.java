// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import org.lapwing.figures.Language;

/** A sentence in both languages. */
public record Said(String english, String russian) {
    public String in(Language language) {
        return language.of(english, russian);
    }

    /** Both with the same arguments put in, which are names of lists and numbers. */
    public Said with(Object... arguments) {
        return new Said(english.formatted(arguments), russian.formatted(arguments));
    }

    public Said and(Said other) {
        return new Said(english + other.english, russian + other.russian);
    }
}
