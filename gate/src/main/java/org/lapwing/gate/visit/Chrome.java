// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.util.List;
import org.lapwing.pages.Messages;
import org.lapwing.pages.Tongue;

/**
 * What is around every page of the gate.
 *
 * @param token goes into each form
 * @param style where the style sheet is
 * @param enter what Enter does in the page's own form, see {@link Page#enter()}
 */
public record Chrome(
        Messages messages,
        Tongue tongue,
        String token,
        String style,
        String enter,
        boolean demonstration,
        List<Notice> notices) {

    /** One line of the summary of what to change. */
    public record Line(String words, String field) {}

    /** @param arguments name, value, name, value ... */
    public String say(String key, Object... arguments) {
        return messages.say(tongue, key, arguments);
    }

    public List<Line> lines() {
        return notices.stream()
                .map(each -> new Line(say(each.key(), each.arguments().toArray()), each.field()))
                .toList();
    }

    /** What is wrong with a field; empty where nothing is. */
    public String wrong(String field) {
        return lines().stream()
                .filter(line -> line.field().equals(field))
                .map(Line::words)
                .findFirst()
                .orElse("");
    }

    /** The form that the buttons at the top belong to. */
    public String form() {
        return enter.isEmpty() ? "n" : "f";
    }

    public Tongue otherTongue() {
        return tongue == Tongue.EN ? Tongue.RU : Tongue.EN;
    }

    /** A length in the unit that people read. */
    public String size(long bytes) {
        return bytes < 1 << 20 ? say("size.kilo", "n", Math.max(1, bytes >> 10)) : say("size.mega", "n", bytes >> 20);
    }

    @Override
    public String toString() {
        return "Chrome";
    }
}
