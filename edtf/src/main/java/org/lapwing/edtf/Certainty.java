// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

/** The mark after a date: ISO 8601-2, qualification of a complete expression. */
public enum Certainty {
    EXACT("", false, false),
    /** {@code ?}: the date may be wrong altogether. */
    UNCERTAIN("?", true, false),
    /** {@code ~}: "about". */
    APPROXIMATE("~", false, true),
    /** {@code %}: "about", and that too is doubted. */
    UNCERTAIN_AND_APPROXIMATE("%", true, true);

    private final String mark;
    private final boolean doubted;
    private final boolean approximate;

    Certainty(String mark, boolean doubted, boolean approximate) {
        this.mark = mark;
        this.doubted = doubted;
        this.approximate = approximate;
    }

    public String mark() {
        return mark;
    }

    public boolean doubted() {
        return doubted;
    }

    public boolean approximate() {
        return approximate;
    }

    static Certainty of(boolean doubted, boolean approximate) {
        if (doubted) {
            return approximate ? UNCERTAIN_AND_APPROXIMATE : UNCERTAIN;
        }
        return approximate ? APPROXIMATE : EXACT;
    }
}
