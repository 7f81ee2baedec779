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

    /** The first that an Accept-Language header asks for; English where it asks for none of ours. */
    public static Tongue preferred(String acceptLanguage) {
        for (String range : acceptLanguage.split(",")) {
            String tag = range.strip().toLowerCase(Locale.ROOT);
            Optional<Tongue> found = of(tag.length() < 2 ? tag : tag.substring(0, 2));
            if (found.isPresent()) {
                return found.get();
            }
        }
        return EN;
    }
}
