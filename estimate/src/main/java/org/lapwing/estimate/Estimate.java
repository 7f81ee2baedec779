// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one variant of one method says of one table.
 *
 * @param settings which variant, such as {@code selection: BIC}; in the order in which they are to be read
 * @param observed n
 * @param seconds CPU time, about
 * @param diagnostics numbers ({@link Number}), texts ({@link String}), lists and maps of these, by name
 */
public record Estimate(
        Method method,
        Map<String, String> settings,
        Answer answer,
        long observed,
        double seconds,
        Map<String, Object> diagnostics) {

    public Estimate {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        diagnostics = Collections.unmodifiableMap(new LinkedHashMap<>(diagnostics));
    }

    public Optional<Answer.Interval> interval() {
        return answer.interval();
    }

    public Estimate took(double measured) {
        return new Estimate(method, settings, answer, observed, measured, diagnostics);
    }

    /** With one more diagnostic. */
    Estimate telling(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(diagnostics);
        more.put(name, value);
        return new Estimate(method, settings, answer, observed, seconds, more);
    }

    /** As {@code dga (delta 0.0625)}. */
    public String name() {
        return settings.isEmpty() ? method.word() : method.word() + " (" + String.join(", ", settings.values()) + ")";
    }
}
