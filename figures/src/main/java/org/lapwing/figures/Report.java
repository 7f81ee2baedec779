// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * One HTML file that needs nothing else: no script, no font, no picture from elsewhere. Its own content policy forbids
 * them, and admits the one style sheet by its hash. All text given here is escaped. Filled by one thread.
 */
public final class Report {
    private final Language language;
    private final String title;
    private final StringBuilder body = new StringBuilder();
    private int figures;

    public Report(Language language, String title) {
        this.language = language;
        this.title = title;
    }

    public Language language() {
        return language;
    }

    /** The one plain sentence that a hurried reader takes away. */
    public Report lead(String sentence) {
        return element("p class=\"lead\"", "p", sentence);
    }

    public Report heading(String words) {
        return element("h2", "h2", words);
    }

    public Report subheading(String words) {
        return element("h3", "h3", words);
    }

    public Report paragraph(String words) {
        return element("p", "p", words);
    }

    /** A paragraph set apart: a doubt, a refusal, a warning. It begins with ▲. */
    public Report warning(String words) {
        return element("p class=\"warning\"", "p", "▲ " + words);
    }

    /** The words of a person, in serif. */
    public Report quote(String words) {
        return element("blockquote", "blockquote", words);
    }

    public Report list(List<String> items) {
        body.append("<ul>\n");
        items.forEach(item -> body.append("<li>").append(Svg.escape(item)).append("</li>\n"));
        body.append("</ul>\n");
        return this;
    }

    public Report table(DataTable table) {
        body.append(table.html());
        return this;
    }

    public Report figure(Figure figure) {
        body.append(figure.html("figure-" + ++figures));
        return this;
    }

    private Report element(String open, String close, String words) {
        body.append('<')
                .append(open)
                .append('>')
                .append(Svg.escape(words))
                .append("</")
                .append(close)
                .append(">\n");
        return this;
    }

    /** The whole file, in UTF-8. */
    public String html() {
        String style = style();
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-%s'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="referrer" content="no-referrer">
                <title>%s</title>
                <style>%s</style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s</main>
                </body>
                </html>
                """.formatted(language.code(), hash(style), Svg.escape(title), style, Svg.escape(title), body);
    }

    private static String style() {
        try (InputStream in = Report.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IllegalStateException("report.css is missing from the room figures");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
