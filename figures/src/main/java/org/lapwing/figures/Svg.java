// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes the marks of a picture. Each mark has a class, which a page's style sheet may colour for light and dark, and a
 * colour of its own for where there is no style sheet.
 */
final class Svg {

    /** What a mark is for; the colours of the house on paper. */
    enum Tone {
        INK("#1d2327"),
        SOFT("#5b646b"),
        LINE("#b9b2a5"),
        WASH("#f1ede4"),
        GREEN("#1f6b52"),
        MIST("#cfe3da"),
        AMBER("#8a5a00"),
        BLUE("#2b5a86"),
        RED("#9c2f2f");

        private final String colour;

        Tone(String colour) {
            this.colour = colour;
        }

        String styled(String property) {
            return " class=\"" + property.charAt(0) + "-" + name().toLowerCase(Locale.ROOT) + "\" " + property + "=\""
                    + colour + "\"";
        }
    }

    enum Anchor {
        START,
        MIDDLE,
        END
    }

    private final StringBuilder marks = new StringBuilder();

    Svg rect(double x, double y, double width, double height, Tone tone) {
        marks.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"%s/>\n"
                .formatted(at(x), at(y), at(Math.max(width, 0)), at(Math.max(height, 0)), tone.styled("fill")));
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, Tone tone) {
        return line(x1, y1, x2, y2, tone.styled("stroke"));
    }

    /** Dashed: heard, assumed or not known. */
    Svg dashed(double x1, double y1, double x2, double y2, Tone tone) {
        return line(x1, y1, x2, y2, tone.styled("stroke") + " stroke-dasharray=\"4 3\"");
    }

    private Svg line(double x1, double y1, double x2, double y2, String style) {
        marks.append("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"%s stroke-width=\"1.5\"/>\n"
                .formatted(at(x1), at(y1), at(x2), at(y2), style));
        return this;
    }

    Svg circle(double x, double y, double radius, Tone tone) {
        marks.append(
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\"%s/>\n".formatted(at(x), at(y), at(radius), tone.styled("fill")));
        return this;
    }

    Svg diamond(double x, double y, double radius, Tone tone) {
        return area(
                "%s,%s %s,%s %s,%s %s,%s"
                        .formatted(
                                at(x - radius),
                                at(y),
                                at(x),
                                at(y - radius),
                                at(x + radius),
                                at(y),
                                at(x),
                                at(y + radius)),
                tone);
    }

    /** A closed shape; the points as SVG writes them. */
    Svg area(String points, Tone tone) {
        marks.append("<polygon points=\"")
                .append(points)
                .append('"')
                .append(tone.styled("fill"))
                .append("/>\n");
        return this;
    }

    Svg path(String points, Tone tone) {
        marks.append("<polyline points=\"")
                .append(points)
                .append("\" fill=\"none\"")
                .append(tone.styled("stroke"))
                .append(" stroke-width=\"1.2\"/>\n");
        return this;
    }

    Svg text(double x, double y, String words, Anchor anchor) {
        return text(x, y, words, anchor, Tone.INK);
    }

    Svg text(double x, double y, String words, Anchor anchor, Tone tone) {
        marks.append("<text x=\"%s\" y=\"%s\" text-anchor=\"%s\"%s>"
                        .formatted(at(x), at(y), anchor.name().toLowerCase(Locale.ROOT), tone.styled("fill")))
                .append(escape(words))
                .append("</text>\n");
        return this;
    }

    /** Two decimals at most, so that the same numbers are the same bytes everywhere. */
    static String at(double value) {
        String fixed = String.format(Locale.ROOT, "%.2f", value);
        return fixed.contains(".") ? fixed.replaceAll("0+$", "").replaceAll("\\.$", "") : fixed;
    }

    static String point(double x, double y) {
        return at(x) + "," + at(y) + " ";
    }

    /** For content and quoted attributes of HTML and SVG; what neither may hold becomes a space. */
    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> safe.appendCodePoint(forbidden(c) ? ' ' : c);
            }
        });
        return safe.toString();
    }

    private static boolean forbidden(int c) {
        boolean control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0);
        boolean surrogate = c >= 0xd800 && c < 0xe000;
        // would turn the direction of the text around it
        boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return control || surrogate || direction || (c & 0xfffe) == 0xfffe;
    }

    /** Roughly what a text of 12 pixels takes. */
    static double widthOf(String words) {
        return words.codePointCount(0, words.length()) * 6.6;
    }

    /** At most that many characters, the rest as an ellipsis; the table twin has the whole. */
    static String shortened(String words, int most) {
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
    }

    /** Broken between words into at most so many lines; where they do not hold all, the last one ends in an ellipsis. */
    static List<String> lines(String words, int letters, int most) {
        List<String> lines = new ArrayList<>();
        String rest = words.strip();
        while (rest.codePointCount(0, rest.length()) > letters && lines.size() < most - 1) {
            int end = rest.offsetByCodePoints(0, letters);
            int space = rest.lastIndexOf(' ', end);
            int cut = space > 0 ? space : end;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        lines.add(shortened(rest, letters));
        return lines;
    }

    String marks() {
        return marks.toString();
    }
}
