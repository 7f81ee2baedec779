// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.List;
import java.util.Map;
import org.lapwing.casebook.fact.Text;
import org.lapwing.entry.Json;

/**
 * Words as they are published, in one or more languages. The first are the words as they were written or told; others
 * are translations.
 *
 * @param asWritten whether the first are unchanged, letter for letter, so that their entry can be opened to prove it
 */
public record Worded(List<Text> texts, boolean asWritten) {
    public Worded {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new DossierException("words are in at least one language");
        }
    }

    public Text first() {
        return texts.getFirst();
    }

    /** The words to show a reader of this tongue: a translation, where there is one. */
    public Text in(Tongue tongue) {
        return texts.stream()
                .filter(text -> text.language().split("-", 2)[0].equals(tongue.code()))
                .findFirst()
                .orElse(first());
    }

    /** Texts that a reader of this tongue is not shown by {@link #in}: the original beside its translation. */
    public boolean translatedIn(Tongue tongue) {
        return !in(tongue).equals(first());
    }

    Json toJson() {
        return Json.items(texts.stream().map(Worded::json).toList());
    }

    private static Json json(Text text) {
        return Json.tree(Map.of("language", Json.of(text.language()), "words", Json.of(text.words())));
    }
}
