// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

/**
 * Words in a language. Where they stand in the journal is known from the entry that carries them.
 *
 * @param language a BCP 47 tag such as {@code ru}
 */
public record Text(String words, String language) {
    public Text {
        if (!language.matches("[a-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw new CasebookException("a language is written like ru or ce-Cyrl");
        }
    }

    /** Length in code points, the unit of every offset into these words. */
    public int length() {
        return words.codePointCount(0, words.length());
    }

    /** The words from code point {@code from} up to, not including, {@code to}. */
    public String between(int from, int to) {
        if (from < 0 || to < from || to > length()) {
            throw new CasebookException("a stretch lies within 0 and " + length() + " code points");
        }
        return words.substring(words.offsetByCodePoints(0, from), words.offsetByCodePoints(0, to));
    }
}
