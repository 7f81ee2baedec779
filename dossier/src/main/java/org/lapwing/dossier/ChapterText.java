// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;

/** One finding on a page, in one tongue. */
final class ChapterText {
    private final Chapter chapter;
    private final Tongue tongue;
    private final Labels labels;

    ChapterText(Chapter chapter, Tongue tongue) {
        this.chapter = chapter;
        this.tongue = tongue;
        this.labels = new Labels(tongue);
    }

    void write(Markup page) {
        Text sentence = chapter.sentence().in(tongue);
        page.element("h1", sentence.words(), "lang", sentence.language(), "xml:lang", sentence.language());
        original(page, chapter.sentence(), "soft");
        facts(page);
        ladder(page);
        supported(page);
        contradicted(page);
        silent(page);
        why(page);
    }

    private void facts(Markup page) {
        page.open("p", "class", "facts")
                .element("i", "", "class", "reached")
                .element("span", labels.of(chapter.standard()), "class", "tag ok")
                .close();
        page.open("p", "class", "bounds");
        chapter.period().ifPresent(period -> bound(page, "when", labels.date(period)));
        chapter.place().ifPresent(place -> bound(page, "where", place.in(tongue).words()));
        chapter.unit().ifPresent(unit -> bound(page, "who", unit.in(tongue).words()));
        page.close().line();
    }

    private void bound(Markup page, String label, String value) {
        page.open("span", "class", "bound")
                .element("span", labels.of(label) + " ", "class", "soft")
                .text(value)
                .close()
                .text(" ");
    }

    private void ladder(Markup page) {
        page.open("aside", "class", "card").element("h2", labels.of("standard")).open("ol", "class", "ladder");
        for (Standard each : Standard.values()) {
            boolean here = each == chapter.standard();
            String state = here ? "here" : each.compareTo(chapter.standard()) < 0 ? "done" : "open";
            page.open("li", "class", state).text(labels.of(each));
            if (here) {
                page.element("span", " " + labels.of("reached"), "class", "state");
            }
            page.close();
        }
        page.close()
                .element("p", labels.of("means-" + chapter.standard().name().toLowerCase(Locale.ROOT)), "class", "soft")
                .close()
                .line();
    }

    private void supported(Markup page) {
        heading(page, "supported");
        List<Chapter.Telling> tellings = chapter.tellings(Side.FOR);
        if (tellings.isEmpty() && chapter.statements(Side.FOR).isEmpty()) {
            page.element("p", labels.of("nothing-quoted-for"), "class", "soft");
        }
        tellings.forEach(telling -> telling(page, telling));
        chapter.statements(Side.FOR).forEach(said -> said(page, said));
        page.close().line();
    }

    private void contradicted(Markup page) {
        heading(page, "contradicted");
        if (chapter.tellings(Side.AGAINST).isEmpty()
                && chapter.statements(Side.AGAINST).isEmpty()) {
            page.element("p", labels.of("nothing-quoted-against"), "class", "soft");
        }
        chapter.statements(Side.AGAINST).forEach(said -> said(page, said));
        chapter.tellings(Side.AGAINST).forEach(telling -> telling(page, telling));
        page.close().line();
    }

    private void silent(Markup page) {
        if (chapter.tellings(Side.SILENT).isEmpty()
                && chapter.statements(Side.SILENT).isEmpty()) {
            return;
        }
        heading(page, "silent");
        chapter.statements(Side.SILENT).forEach(said -> said(page, said));
        chapter.tellings(Side.SILENT).forEach(telling -> telling(page, telling));
        page.close().line();
    }

    private void heading(Markup page, String key) {
        page.open("section", "class", "side").element("h2", labels.of(key));
    }

    private void telling(Markup page, Chapter.Telling telling) {
        page.open("div", "class", "telling").open("p", "class", "who");
        NameShape.of(telling.teller()).write(page);
        String knows = telling.heardFrom()
                .map(from -> labels.of("heard-from", from))
                .orElseGet(() -> labels.of(telling.access()));
        page.element("b", telling.teller()).text(" ").element("span", knows, "class", "tag");
        if (!telling.verbatim()) {
            page.text(" ").element("span", labels.of("retold"), "class", "tag");
        }
        page.text(" ")
                .element(
                        "span",
                        labels.of(telling.verified() ? "verified" : "not-verified"),
                        "class",
                        telling.verified() ? "tag ok" : "tag wait")
                .close();
        telling.words()
                .ifPresentOrElse(
                        words -> words(page, words, new Quote(telling.side(), telling.verbatim())),
                        () -> page.element("p", labels.of("no-words"), "class", "soft"));
        telling.answer().ifPresent(answer -> answer(page, answer));
        page.close().line();
    }

    private void said(Markup page, Chapter.Said said) {
        page.open("div", "class", "telling")
                .open("p", "class", "who")
                .element("b", said.speaker())
                .text(" ")
                .element("span", labels.of(said.kind()), "class", "tag say")
                .text(" ")
                .element("span", labels.of(said.basis()), "class", "tag")
                .close();
        words(page, said.words(), new Quote(said.side(), true));
        page.element(
                "p",
                labels.date(said.when()) + " · " + labels.of("investigation", labels.of(said.investigation())),
                "class",
                "soft");
        said.answer().ifPresent(answer -> answer(page, answer));
        page.close().line();
    }

    /** @param own whether a person speaks, in serif, or staff retells */
    private record Quote(Side side, boolean own) {
        String style() {
            String edge = side == Side.FOR ? " for" : side == Side.AGAINST ? " against" : "";
            return (own ? "words" : "words retold") + edge;
        }
    }

    /** People's own words are serif; a translation stands under what was said, and says that it is one. */
    private void words(Markup page, Worded words, Quote quote) {
        List<Text> shown = new ArrayList<>(List.of(words.first()));
        if (words.translatedIn(tongue)) {
            shown.add(words.in(tongue));
        }
        for (Text text : shown) {
            page.open("blockquote", "class", quote.style(), "lang", text.language(), "xml:lang", text.language())
                    .element("p", text.words())
                    .close();
        }
        if (shown.size() > 1) {
            page.element("p", labels.of("translated"), "class", "soft");
        }
    }

    private void answer(Markup page, Worded answer) {
        page.open("p", "class", "answer").element("b", labels.of("answer")).text(" ");
        staff(page, answer);
        page.close();
    }

    private void staff(Markup page, Worded words) {
        Text text = words.in(tongue);
        page.element("span", text.words(), "lang", text.language(), "xml:lang", text.language());
    }

    private void original(Markup page, Worded words, String style) {
        if (words.translatedIn(tongue)) {
            Text first = words.first();
            page.element("p", first.words(), "class", style, "lang", first.language(), "xml:lang", first.language());
        }
    }

    private void why(Markup page) {
        heading(page, "why");
        page.element("p", labels.of("why-standard", labels.of(chapter.standard())));
        independence(page);
        page.open("dl");
        for (Chapter.Reason reason : chapter.reasons()) {
            page.element("dt", labels.of(reason.kind())).open("dd");
            staff(page, reason.words());
            page.close();
        }
        for (Chapter.Passing passing : chapter.passing()) {
            page.element("dt", labels.of("passing", labels.of(passing.kind()))).open("dd");
            staff(page, passing.answer());
            page.close();
        }
        Optional<Worded> review = chapter.review().reasons();
        page.element("dt", labels.of("review")).open("dd");
        page.text(labels.of("review-agrees", labels.of(chapter.review().standard())));
        review.ifPresent(words -> {
            page.text(" ");
            staff(page, words);
        });
        page.close().close().close().line();
    }

    private void independence(Markup page) {
        String sentence = switch (chapter.counts()) {
            case Counts.Withheld(int k) -> labels.of("counts-withheld", k);
            case Counts.Stated counts ->
                labels.of(
                        "counts",
                        counts.accounts(),
                        counts.independent(),
                        counts.undetermined(),
                        counts.derived(),
                        counts.heldBack());
        };
        page.element("p", sentence);
    }
}
