// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Consumer;
import org.lapwing.tlog.LogVerifierKey;

/**
 * A dossier to be read by people: one page with its style inside, no scripts, and a policy that lets nothing in from
 * elsewhere. The same text is printed to PDF.
 *
 * @param digest SHA-256 of {@code dossier.json}, which says the same
 * @param key the log's, for whoever wants to compare it
 */
record Page(Dossier dossier, String digest, LogVerifierKey key) {
    String html() {
        String css = style("page.css");
        String hash = Base64.getEncoder().encodeToString(Fingerprint.sha256(css.getBytes(StandardCharsets.UTF_8)));
        return document(
                css,
                head -> head.empty(
                                "meta",
                                "http-equiv",
                                "Content-Security-Policy",
                                "content",
                                "default-src 'none'; style-src 'sha256-" + hash + "'")
                        .empty("meta", "name", "viewport", "content", "width=device-width")
                        .empty("meta", "name", "referrer", "content", "no-referrer")
                        .empty("meta", "name", "dossier-sha256", "content", digest));
    }

    /** The same for the printer: a style sheet that knows pages, an outline, and what a screen reader says first. */
    String printed() {
        String about = new Labels(dossier.tongues().getFirst()).of("description");
        return document(style("print.css"), head -> {
            head.empty("meta", "name", "subject", "content", about);
            Bookmarks.of(dossier).write(head);
        });
    }

    private String document(String css, Consumer<Markup> more) {
        Labels labels = new Labels(dossier.tongues().getFirst());
        String language = dossier.tongues().getFirst().code();
        Markup page = new Markup();
        page.open("html", "lang", language, "xml:lang", language, "xmlns", "http://www.w3.org/1999/xhtml")
                .line()
                .open("head")
                .empty("meta", "charset", "utf-8")
                .element("title", title(labels));
        more.accept(page);
        page.style(css).close().line().open("body").line();
        for (Tongue tongue : dossier.tongues()) {
            page.open("main", "lang", tongue.code(), "xml:lang", tongue.code()).line();
            new PageText(dossier, key, tongue).write(page);
            page.close().line();
        }
        page.close().line().close();
        return "<!DOCTYPE html>\n" + page + "\n";
    }

    String title(Labels labels) {
        return labels.of("title", labels.date(dossier.day()));
    }

    private static String style(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new DossierException(name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
