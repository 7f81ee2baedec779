// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** The same words in English and in Russian; code names and dates stand in them as they are. */
public record Phrase(String english, String russian) {
    /** Where a rule's own sentence says it all. */
    public static final Phrase NONE = new Phrase("", "");

    public boolean isEmpty() {
        return english.isEmpty() && russian.isEmpty();
    }

    /** Russian for {@code ru}, English for everything else. */
    public String in(Locale language) {
        return language.getLanguage().equals("ru") ? russian : english;
    }

    /** All of them, one after the other. */
    public static Phrase joined(Collection<Phrase> phrases, Phrase between) {
        return new Phrase(
                phrases.stream().map(Phrase::english).collect(Collectors.joining(between.english)),
                phrases.stream().map(Phrase::russian).collect(Collectors.joining(between.russian)));
    }

    /** "1 bed", "2 beds"; "1 место", "2 места", "5 мест". */
    public static Phrase beds(int count) {
        return new Phrase(count + (count == 1 ? " more bed" : " more beds"), "ещё " + count + " " + places(count));
    }

    private static String places(int count) {
        int ten = count % 10;
        boolean teen = count % 100 / 10 == 1;
        if (ten == 1 && !teen) {
            return "место";
        }
        return ten >= 2 && ten <= 4 && !teen ? "места" : "мест";
    }
}
