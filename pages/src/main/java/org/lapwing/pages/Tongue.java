// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.util.Locale;
import java.util.Optional;

/** A language that pages speak. Another is a file of messages and a line here. */
public enum Tongue {
    EN("English"),
    RU("Русский");

    private final String ownName;

    Tongue(String ownName) {
        this.ownName = ownName;
    }

    /** As its speakers call it. */
    public String ownName() {
        return ownName;
    }

    /** The tag for {@code lang} attributes and message files. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(tag());
    }

    public static Optional<Tongue> of(String tag) {
        for (Tongue each : values()) {
            if (each.tag().equals(tag)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The one of ours that an Accept-Language header wants most; English where it wants none of ours, or where it is
     * not such a header.
     */
    public static Tongue preferred(String acceptLanguage) {
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> of(Locale.forLanguageTag(range.getRange()).getLanguage()).stream())
                    .findFirst()
                    .orElse(EN);
        } catch (IllegalArgumentException malformed) {
            return EN;
        }
    }
}
