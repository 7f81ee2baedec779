// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.text;

import java.util.stream.IntStream;

/**
 * One form for the spellings that romanisations and clerks give to one name: {@code Yuliya, Julia, Iulia}. Version 1 of the
 * rules is written down in docs/formats/name-key.md. Works on a word of {@link Latin}. Safe between threads.
 */
public final class Fold {

    /** Longest first at each place; the second of each pair replaces the first. */
    private static final String[] RULES = {
        "shch", "sh", "tsch", "ch", "zsch", "ch", "sch", "sh", "tch", "ch", "dzh", "j", "zh", "j", "dj", "j", "kh", "h",
        "gh", "g", "ph", "f", "th", "t", "ck", "k", "tz", "c", "ts", "c", "cz", "ch", "ks", "x", "ou", "u", "oo", "u",
        "ee", "i", "yu", "u", "iu", "u", "ju", "u", "ya", "a", "ia", "a", "ja", "a", "ye", "e", "ie", "e", "je", "e",
        "yo", "o", "io", "o", "jo", "o", "yi", "i", "ii", "i", "iy", "i", "ij", "i", "ey", "ei", "ay", "ai", "y", "i",
        "w", "v", "q", "k",
    };

    private static final int[][] BY_FIRST = byFirst();

    private Fold() {}

    private static int[][] byFirst() {
        int[][] byFirst = new int[128][];
        for (int letter = 0; letter < byFirst.length; letter++) {
            int first = letter;
            byFirst[letter] = IntStream.range(0, RULES.length / 2)
                    .map(i -> 2 * i)
                    .filter(i -> RULES[i].charAt(0) == first)
                    .toArray();
        }
        return byFirst;
    }

    public static String of(String latin) {
        StringBuilder out = new StringBuilder(latin.length());
        int at = 0;
        while (at < latin.length()) {
            int rule = ruleAt(latin, at);
            String put = rule < 0 ? latin.substring(at, at + 1) : RULES[rule + 1];
            at += rule < 0 ? 1 : RULES[rule].length();
            for (int k = 0; k < put.length(); k++) {
                char c = put.charAt(k);
                if (out.isEmpty() || out.charAt(out.length() - 1) != c || Character.isDigit(c)) {
                    out.append(c);
                }
            }
        }
        return ending(out);
    }

    private static int ruleAt(String text, int at) {
        char first = text.charAt(at);
        if (first >= 128) {
            return -1;
        }
        for (int i : BY_FIRST[first]) {
            if (text.startsWith(RULES[i], at)) {
                return i;
            }
        }
        return -1;
    }

    /** German and French clerks end Slavic surnames in -ow, -off, -eff; w is v by now. */
    private static String ending(StringBuilder folded) {
        int n = folded.length();
        if (n > 4 && folded.charAt(n - 1) == 'f' && "oe".indexOf(folded.charAt(n - 2)) >= 0) {
            folded.setCharAt(n - 1, 'v');
        }
        return folded.toString();
    }
}
