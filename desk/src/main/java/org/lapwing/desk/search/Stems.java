// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.RussianStemmer;

/**
 * What is left of a word in an index. The script decides the language: a word in Cyrillic is stemmed as Russian (which
 * does no harm to others), any other as English, so that one question finds both. For use by one thread.
 */
final class Stems {
    /** One word; what is not asked for is not worked out. */
    final class Stem {
        private final String folded;
        private @Nullable String stem;
        private @Nullable String spelling;

        private Stem(String folded) {
            this.folded = folded;
        }

        /** Lower case, without stress marks and accents, the two spellings of one Russian letter as one. */
        String folded() {
            return folded;
        }

        /** Without its endings. Its first letter is that of the word. */
        String stem() {
            if (stem == null) {
                stem = isCyrillic(folded) ? russian(folded) : english(folded);
            }
            return stem;
        }

        /** How it sounds, whichever alphabet it is written in: a name is also found by it. */
        String spelling() {
            if (spelling == null) {
                spelling = Spelling.of(folded);
            }
            return spelling;
        }

        /** Too common, or too short, to be looked for. */
        boolean passedOver() {
            return folded.isEmpty()
                    || (folded.length() == 1 && !Character.isDigit(folded.charAt(0)))
                    || ENGLISH.contains(folded)
                    || RUSSIAN.contains(folded);
        }

        boolean sameWordAs(Stem other) {
            return !folded.isEmpty()
                    && !other.folded.isEmpty()
                    && folded.charAt(0) == other.folded.charAt(0)
                    && stem().equals(other.stem());
        }
    }

    /** Words come back: of 20 million in a large casebook fewer than a hundred are met for the first time in a thousand. */
    private static final int REMEMBERED = 50_000;

    private static final int MOST_ENDINGS = 4;
    private static final int SHORTEST_STEM = 3;

    private static final CharArraySet ENGLISH = EnglishAnalyzer.ENGLISH_STOP_WORDS_SET;
    private static final CharArraySet RUSSIAN = RussianAnalyzer.getDefaultStopSet();

    private final SnowballStemmer english = new EnglishStemmer();
    private final SnowballStemmer russian = new RussianStemmer();
    private final Map<String, Stem> remembered = new HashMap<>();

    Stem of(String word) {
        Stem known = remembered.get(word);
        if (known == null) {
            if (remembered.size() >= REMEMBERED) {
                remembered.clear();
            }
            known = new Stem(folded(word));
            remembered.put(word, known);
        }
        return known;
    }

    private String english(String folded) {
        english.setCurrent(folded);
        english.stem();
        return english.getCurrent();
    }

    /** Again and again: once would leave "подвале" as "подвал", and that, as if it were a verb, as "подва". */
    private String russian(String folded) {
        String stem = folded;
        for (int i = 0; i < MOST_ENDINGS; i++) {
            russian.setCurrent(stem);
            russian.stem();
            String shorter = russian.getCurrent();
            if (shorter.length() < SHORTEST_STEM || shorter.equals(stem)) {
                return stem;
            }
            stem = shorter;
        }
        return stem;
    }

    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return isPlain(lower) ? lower : unaccented(lower);
    }

    /** Most words: nothing in them has to be folded. */
    private static boolean isPlain(String lower) {
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            if ((c < '0' || c > 'z') && (c < 'а' || c > 'я')) {
                return false;
            }
        }
        return true;
    }

    private static String unaccented(String lower) {
        String text = Normalizer.normalize(lower, Normalizer.Form.NFC);
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int type = Character.getType(c);
            if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                out.append(c == 'ё' ? 'е' : c == '’' ? '\'' : c);
            }
        }
        return isCyrillic(out) ? out.toString() : withoutAccents(out);
    }

    private static String withoutAccents(CharSequence latin) {
        char[] in = latin.toString().toCharArray();
        char[] out = new char[in.length * 4];
        return new String(out, 0, ASCIIFoldingFilter.foldToASCII(in, 0, out, 0, in.length));
    }

    static boolean isCyrillic(CharSequence word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c >= '\u0400' && c <= '\u052f') {
                return true;
            }
        }
        return false;
    }
}
