// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.Locale;
import java.util.Optional;

/** The families of methods, by the names that the command takes and the JSON gives. */
public enum Method {
    CHAPMAN,
    CHAO,
    INDEPENDENCE,
    LOGLINEAR,
    HETEROGENEITY,
    SPARSE,
    DGA,
    LCMCR,
    HEADLINE;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Method> of(String word) {
        for (Method each : values()) {
            if (each.word().equals(word)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
