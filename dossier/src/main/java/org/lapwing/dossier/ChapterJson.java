// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.lapwing.casebook.term.Term;
import org.lapwing.entry.Json;

/** A finding as it stands in {@code dossier.json}; terms and texts are written as entries write them. */
final class ChapterJson {
    private ChapterJson() {}

    static Json of(Chapter chapter) {
        var tree = new TreeMap<String, Json>(Map.of(
                "counts", counts(chapter.counts()),
                "passing", list(chapter.passing(), ChapterJson::passing),
                "reasons", list(chapter.reasons(), ChapterJson::reason),
                "review", review(chapter.review()),
                "sentence", chapter.sentence().toJson(),
                "standard", term(chapter.standard()),
                "statements", list(chapter.statements(), ChapterJson::said),
                "tellings", list(chapter.tellings(), ChapterJson::telling),
                "type", term(chapter.type())));
        chapter.period().ifPresent(period -> tree.put("period", Json.of(period.toString())));
        put(tree, "place", chapter.place());
        put(tree, "unit", chapter.unit());
        return Json.tree(tree);
    }

    static Json term(Term term) {
        return Json.of(term.name().toLowerCase(Locale.ROOT));
    }

    private static <T> Json list(List<T> values, Function<T, Json> write) {
        return Json.items(values.stream().map(write).toList());
    }

    private static void put(Map<String, Json> tree, String key, Optional<Worded> words) {
        words.ifPresent(present -> tree.put(key, present.toJson()));
    }

    private static Json review(Chapter.Review review) {
        var tree = new TreeMap<String, Json>(
                Map.of("agrees", Json.of(review.agrees()), "standard", term(review.standard())));
        put(tree, "reasons", review.reasons());
        return Json.tree(tree);
    }

    private static Json reason(Chapter.Reason reason) {
        return Json.tree(
                Map.of("kind", term(reason.kind()), "words", reason.words().toJson()));
    }

    private static Json telling(Chapter.Telling telling) {
        var tree = new TreeMap<String, Json>(Map.of(
                "access", term(telling.access()),
                "side", term(telling.side()),
                "teller", Json.of(telling.teller()),
                "verbatim", Json.of(telling.verbatim()),
                "verified", Json.of(telling.verified())));
        put(tree, "words", telling.words());
        telling.heardFrom().ifPresent(name -> tree.put("heard_from", Json.of(name)));
        put(tree, "answer", telling.answer());
        return Json.tree(tree);
    }

    private static Json said(Chapter.Said said) {
        var tree = new TreeMap<String, Json>(Map.of(
                "basis", term(said.basis()),
                "investigation", term(said.investigation()),
                "kind", term(said.kind()),
                "side", term(said.side()),
                "speaker", Json.of(said.speaker()),
                "when", Json.of(said.when().toString()),
                "words", said.words().toJson()));
        put(tree, "answer", said.answer());
        return Json.tree(tree);
    }

    private static Json passing(Chapter.Passing passing) {
        return Json.tree(Map.of("answer", passing.answer().toJson(), "kind", term(passing.kind())));
    }

    private static Json counts(Counts counts) {
        return switch (counts) {
            case Counts.Withheld(int k) -> Json.tree(Map.of("withheld_under", Json.of(k)));
            case Counts.Stated stated ->
                Json.tree(Map.of(
                        "accounts", Json.of(stated.accounts()),
                        "derived", Json.of(stated.derived()),
                        "held_back", Json.of(stated.heldBack()),
                        "independent", Json.of(stated.independent()),
                        "undetermined", Json.of(stated.undetermined())));
        };
    }
}
