// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Well-formed XHTML, written from beginning to end; all text is escaped, because nobody knows who wrote it. Not
 * thread-safe: each page has its own.
 */
final class Markup {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** @param attributes names and values by turns */
    Markup open(String tag, String... attributes) {
        start(tag, attributes);
        out.append('>');
        open.push(tag);
        return this;
    }

    Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element with text alone in it. */
    Markup element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Markup empty(String tag, String... attributes) {
        start(tag, attributes);
        out.append("/>");
        return this;
    }

    /** Our own style sheet; nothing from outside comes here. */
    Markup style(String css) {
        out.append("<style>").append(css).append("</style>");
        return this;
    }

    Markup line() {
        out.append('\n');
        return this;
    }

    private void start(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(fits(c) ? c : 0xfffd);
            }
        });
    }

    /** What XML 1.0 can hold, without the marks that turn the direction of what follows. */
    private static boolean fits(int c) {
        boolean control = (c < 0x20 && c != '\n' && c != '\t') || c == 0x7f || c == 0xfffe || c == 0xffff;
        boolean turns = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        return !control && !turns;
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new DossierException("an element was left open: " + open.peek());
        }
        return out.toString();
    }
}
