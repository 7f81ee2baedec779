// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.Locale;

/** A language in which a package is written: its headings, dates and terms. */
public enum Tongue {
    ENGLISH("en"),
    RUSSIAN("ru");

    private final String code;

    Tongue(String code) {
        this.code = code;
    }

    /** As in a BCP 47 tag. */
    public String code() {
        return code;
    }

    public Locale locale() {
        return Locale.of(code);
    }
}
