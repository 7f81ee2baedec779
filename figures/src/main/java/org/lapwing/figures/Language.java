// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.Locale;

/** The two languages of reports, and how each writes numbers. */
public enum Language {
    ENGLISH("en", ',', '.'),
    RUSSIAN("ru", '\u00a0', ',');

    private final String code;
    private final char thousands;
    private final char point;

    Language(String code, char thousands, char point) {
        this.code = code;
        this.thousands = thousands;
        this.point = point;
    }

    /** As in the {@code lang} attribute of HTML. */
    public String code() {
        return code;
    }

    /** The text of the reader's language. */
    public String of(String english, String russian) {
        return this == ENGLISH ? english : russian;
    }

    /** At most four significant digits after the whole part is kept whole: 10,401 or 0.0123 or 1.5. */
    public String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 100 || value == Math.rint(value) ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4;
        return number(value, decimals);
    }

    public String number(double value, int decimals) {
        String plain = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        if (plain.matches("-0(\\.0*)?")) {
            plain = plain.substring(1);
        }
        StringBuilder written = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            char each = plain.charAt(i);
            written.append(each == ',' ? thousands : each == '.' ? point : each == '-' ? '\u2212' : each);
        }
        return written.toString();
    }
}
