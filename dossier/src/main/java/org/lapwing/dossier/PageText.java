// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.List;
import org.lapwing.tlog.LogVerifierKey;

/** What a page says in one tongue, around its findings. */
final class PageText {
    private final Dossier dossier;
    private final LogVerifierKey key;
    private final Tongue tongue;
    private final Labels labels;

    PageText(Dossier dossier, LogVerifierKey key, Tongue tongue) {
        this.dossier = dossier;
        this.key = key;
        this.tongue = tongue;
        this.labels = new Labels(tongue);
    }

    void write(Markup page) {
        page.element("p", labels.of("made-by"), "class", "made");
        top(page);
        int findings = dossier.findings().size();
        if (findings > 1) {
            contents(page);
        }
        for (int number = 1; number <= findings; number++) {
            Chapter chapter = dossier.findings().get(number - 1);
            page.open("article", "id", Bookmarks.finding(tongue, number));
            page.element(
                    "p",
                    labels.of("finding-of", number, findings) + " · " + labels.of(chapter.type()),
                    "class",
                    "kicker");
            new ChapterText(chapter, tongue).write(page);
            page.close().line();
        }
        withheld(page);
        exhibits(page);
        check(page);
    }

    private void top(Markup page) {
        page.open("header", "class", "top")
                .element("b", labels.of("dossier"))
                .element("span", labels.of("published", labels.date(dossier.day())), "class", "soft")
                .element("span", labels.of("for", dossier.recipient()), "class", "soft")
                .element("span", labels.of("purpose", labels.of(dossier.purpose())), "class", "soft")
                .close()
                .line();
    }

    private void contents(Markup page) {
        page.open("nav", "class", "contents")
                .element("h2", labels.of("findings"))
                .open("ol");
        for (int number = 1; number <= dossier.findings().size(); number++) {
            Chapter chapter = dossier.findings().get(number - 1);
            page.open("li")
                    .element(
                            "a", chapter.sentence().in(tongue).words(), "href", "#" + Bookmarks.finding(tongue, number))
                    .text(" ")
                    .element("span", labels.of(chapter.standard()), "class", "tag ok")
                    .close();
        }
        page.close().close().line();
    }

    private void withheld(Markup page) {
        page.open("section", "id", Bookmarks.withheld(tongue), "class", "card")
                .element("h2", labels.of("withheld"))
                .open("ul");
        for (String key : List.of("not-names", "not-refused", "not-taken-back", "not-dates", "not-against")) {
            page.element("li", labels.of(key));
        }
        page.close().close().line();
    }

    private void exhibits(Markup page) {
        if (dossier.exhibits().isEmpty()) {
            return;
        }
        page.open("section", "class", "card")
                .element("h2", labels.of("exhibits"))
                .open("ul");
        for (Exhibit exhibit : dossier.exhibits()) {
            page.open("li")
                    .text(exhibit.describedAs() + " ")
                    .element("code", exhibit.path())
                    .close();
        }
        page.close().close().line();
    }

    private void check(Markup page) {
        page.open("section", "id", Bookmarks.check(tongue), "class", "card")
                .element("h2", labels.of("check"))
                .element("p", labels.of("check-how"))
                .element("pre", "lapwing verify dossier.zip --log-key log.key")
                .element("p", labels.of("check-key"))
                .element("pre", key.name() + "\n" + grouped(Fingerprint.of(key)))
                .element("p", labels.of("check-shows"))
                .element("p", labels.of("check-shows-not"))
                .close()
                .line();
    }

    /** In eights, so that people can compare it by eye. */
    private static String grouped(String hex) {
        return hex.replaceAll("(.{8})(?=.)", "$1 ")
                .replaceFirst("((?:.{8} ){4})", "$1\n")
                .replace(" \n", "\n");
    }
}
