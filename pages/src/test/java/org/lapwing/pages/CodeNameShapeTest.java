// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeNameShapeTest {
    private static final Pattern FILL = Pattern.compile("fill='(#[0-9a-f]{6})'");

    @Test
    void aNameHasOneShapeForEver() {
        // Frozen: people learn to know each other's shapes, also on paper. It changes only with a reason.
        assertThat(CodeNameShape.svg("amber-heron")).contains("<path d='M0 10A10 10 0 0 1 10 0V10Z' fill='#a0667e'/>");
        assertThat(CodeNameShape.svg("grey-teal")).doesNotContain("M0 10A10");
    }

    @Test
    void namesSpreadOverAllFormsAndColours() {
        var shapes = new HashSet<String>();
        IntStream.range(0, 2000).forEach(i -> shapes.add(CodeNameShape.svg("bird-" + i)));
        assertThat(shapes).hasSize(80);
    }

    @Test
    void theNameItselfIsNeverInTheMarkup() {
        assertThat(CodeNameShape.svg("\"><script>")).doesNotContain("script").doesNotContain("style=");
    }

    /** WCAG 2.2, 1.4.11: what is not text stands out by 3:1 from what is beside it, here the chip and the page. */
    @Test
    void everyColourStandsOutInBothThemes() {
        String look = new String(
                DeskAssets.load()
                        .at(DeskAssets.load().path("look.css"))
                        .orElseThrow()
                        .content(),
                StandardCharsets.UTF_8);
        var grounds = Pattern.compile("--(?:wash|paper|card): (#[0-9a-f]{6})")
                .matcher(look)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(grounds).as("three grounds in each of two themes").hasSize(6);
        var colours = new HashSet<String>();
        IntStream.range(0, 500)
                .mapToObj(i -> CodeNameShape.svg("bird-" + i))
                .forEach(svg ->
                        FILL.matcher(svg).results().map(found -> found.group(1)).forEach(colours::add));
        assertThat(colours).hasSize(10);
        for (String colour : colours) {
            for (String ground : grounds) {
                assertThat(contrast(colour, ground))
                        .as("%s on %s", colour, ground)
                        .isGreaterThan(3.0);
            }
        }
    }

    private static double contrast(String a, String b) {
        double light = Math.max(luminance(a), luminance(b));
        double dark = Math.min(luminance(a), luminance(b));
        return (light + 0.05) / (dark + 0.05);
    }

    /** Relative luminance as WCAG defines it. */
    private static double luminance(String colour) {
        double[] parts = IntStream.of(1, 3, 5)
                .mapToDouble(at -> Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0)
                .map(c -> c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4))
                .toArray();
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
    }
}
