// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import org.jspecify.annotations.Nullable;

/**
 * One rough spelling for the many ways of writing a name of a place or a person in Latin or Cyrillic letters: Garnov,
 * Гарнов and (в) Гарнове; Shchalino, Schalino and Щалино. It only has to bring the same name together; that it brings
 * some others too is what the reader sees and passes over.
 */
final class Spelling {
    /** Longer groups first: what romanisations of Russian use for one letter. */
    private static final String[][] GROUPS = {
        {"shch", "s"}, {"sch", "s"}, {"tch", "c"}, {"dzh", "j"}, {"sh", "s"}, {"ch", "c"}, {"zh", "z"}, {"kh", "h"},
        {"ts", "c"}, {"tz", "c"}, {"ph", "f"}, {"ck", "k"}, {"yu", "u"}, {"iu", "u"}, {"ju", "u"}, {"ya", "a"},
        {"ia", "a"}, {"ja", "a"}, {"yo", "e"}, {"jo", "e"}, {"ye", "e"}, {"ie", "e"}, {"je", "e"}, {"ou", "u"},
        {"w", "v"}, {"q", "k"}, {"x", "ks"}, {"y", "i"}
    };

    private static final String CYRILLIC = "абвгдежзийклмнопрстуфхцчшщъыьэюя";
    private static final String[] LATIN = {
        "a", "b", "v", "g", "d", "e", "z", "z", "i", "i", "k", "l", "m", "n", "o", "p", "r", "s", "t", "u", "f", "h",
        "c", "c", "s", "s", "", "i", "", "e", "u", "a"
    };

    private static final int SHORTEST = 4;

    private Spelling() {}

    /** @param folded lower case */
    static String of(String folded) {
        String latin = Stems.isCyrillic(folded) ? fromCyrillic(folded) : fromLatin(folded);
        return shortened(latin);
    }

    private static String fromCyrillic(String word) {
        var out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            int letter = CYRILLIC.indexOf(c);
            out.append(letter >= 0 ? LATIN[letter] : Character.isLetterOrDigit(c) ? String.valueOf(c) : "");
        }
        return out.toString();
    }

    private static String fromLatin(String word) {
        var out = new StringBuilder(word.length());
        int at = 0;
        while (at < word.length()) {
            String[] group = groupAt(word, at);
            if (group != null) {
                out.append(group[1]);
                at += group[0].length();
            } else {
                char c = word.charAt(at++);
                if (Character.isLetterOrDigit(c)) {
                    out.append(c);
                }
            }
        }
        return out.toString();
    }

    private static String @Nullable [] groupAt(String word, int at) {
        for (String[] group : GROUPS) {
            if (word.startsWith(group[0], at)) {
                return group;
            }
        }
        return null;
    }

    /** Doubled letters once; without the endings by which cases and alphabets differ most. */
    private static String shortened(String latin) {
        var out = new StringBuilder(latin.length());
        for (int i = 0; i < latin.length(); i++) {
            if (i == 0 || latin.charAt(i) != latin.charAt(i - 1)) {
                out.append(latin.charAt(i));
            }
        }
        int end = out.length();
        while (end > SHORTEST && (isVowel(out, end - 1) || (isCaseEnding(out, end - 1) && isVowel(out, end - 2)))) {
            end--;
        }
        return out.substring(0, end);
    }

    private static boolean isVowel(CharSequence word, int at) {
        return "aeiou".indexOf(word.charAt(at)) >= 0;
    }

    /** As in -ом, -ами, -ах. */
    private static boolean isCaseEnding(CharSequence word, int at) {
        return word.charAt(at) == 'm' || word.charAt(at) == 'h';
    }
}
