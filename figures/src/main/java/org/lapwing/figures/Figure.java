// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

/**
 * A picture with its words and its numbers.
 *
 * @param width in units of the picture; it shrinks to the page
 * @param marks the content of the svg element, already escaped
 * @param data the same numbers as a table
 */
public record Figure(Caption caption, int width, int height, String marks, DataTable data) {

    /**
     * The svg element, for a page that has no other element of this id.
     *
     * @param id letters, digits and hyphens
     */
    public String svg(String id) {
        if (!id.matches("[A-Za-z][A-Za-z0-9-]*")) {
            throw new IllegalArgumentException("an id has letters, digits and hyphens and begins with a letter");
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" class="figure" role="img" viewBox="0 0 %d %d" width="%d" height="%d" \
                font-family="sans-serif" font-size="12" aria-labelledby="%s-title %s-desc">
                <title id="%s-title">%s</title>
                <desc id="%s-desc">%s</desc>
                %s</svg>
                """.formatted(
                        width,
                        height,
                        width,
                        height,
                        id,
                        id,
                        id,
                        Svg.escape(caption.title()),
                        id,
                        Svg.escape(caption.sentence()),
                        marks);
    }

    /** The figure element: picture, sentence, and the table to unfold, which needs no script. */
    public String html(String id) {
        return "<figure>\n" + svg(id) + "<figcaption><b>" + Svg.escape(caption.title()) + ".</b> "
                + Svg.escape(caption.sentence()) + "</figcaption>\n<details><summary>"
                + caption.word("The same as a table", "То же таблицей") + "</summary>\n" + data.html()
                + "</details>\n</figure>\n";
    }
}
