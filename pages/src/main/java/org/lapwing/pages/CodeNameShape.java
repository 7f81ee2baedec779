// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * The small shape beside a code name: form and colour drawn from the name, the same on every page, so that people can be
 * told apart without being named. Drawn with attributes alone, because the content policy forbids inline style.
 */
public final class CodeNameShape {
    /** Middle tones that keep a contrast of 3:1 (WCAG 2.2, 1.4.11) on the chip and on paper, light and dark alike. */
    private static final String[] COLOURS = {
        "#8869a8", "#2f7f86", "#a06a2c", "#a0667e", "#568340", "#5078b0", "#bd5c44", "#6f7785", "#8a7a1f", "#31835f"
    };

    private static final String[] FORMS = {
        "<circle cx='5' cy='5' r='5' fill='%s'/>",
        "<path d='M0 0H10V10H0Z' fill='%s'/>",
        "<path d='M5 0L10 10H0Z' fill='%s'/>",
        "<path d='M5 0L10 5L5 10L0 5Z' fill='%s'/>",
        "<path d='M0 0H10L5 10Z' fill='%s'/>",
        "<path d='M3 0H7V3H10V7H7V10H3V7H0V3H3Z' fill='%s'/>",
        "<path d='M2.5 .5H7.5L10 5L7.5 9.5H2.5L0 5Z' fill='%s'/>",
        "<path d='M0 10A10 10 0 0 1 10 0V10Z' fill='%s'/>"
    };

    private CodeNameShape() {}

    /** Ten by ten units of SVG, hidden from screen readers: the name itself stands beside it. */
    public static String svg(String codeName) {
        CRC32 sum = new CRC32();
        sum.update(codeName.getBytes(StandardCharsets.UTF_8));
        int hash = (int) sum.getValue();
        String form = FORMS[Math.floorMod(hash, FORMS.length)];
        String colour = COLOURS[Math.floorMod(hash >>> 8, COLOURS.length)];
        return "<svg class='shape' viewBox='0 0 10 10' width='10' height='10' aria-hidden='true'>"
                + form.formatted(colour) + "</svg>";
    }
}
