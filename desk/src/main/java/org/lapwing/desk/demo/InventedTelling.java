// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.naming.Token;
import org.lapwing.casebook.naming.Tokens;

/**
 * What one invented account says, as told and as copied.
 *
 * @param person stands for the person it tells of
 * @param place stands for the place
 * @param sentences where each begins in the copy, and where the last ends
 */
record InventedTelling(Text original, Tokens.Copy copy, Token person, Token place, List<Integer> sentences) {

    /** Whom and where it tells of, by their names. */
    record Of(String person, String place) {}

    /** 8 to 19 sentences, 500 to 1,300 letters. */
    static InventedTelling make(String language, Of of, CodeNames codeNames, RandomGenerator random) {
        Token person = Tokens.mint(Token.Kind.P, Set.of(), codeNames, random);
        Token place = Tokens.mint(Token.Kind.L, Set.of(person), codeNames, random);
        StringBuilder words = new StringBuilder();
        List<Tokens.Mark> marks = new ArrayList<>();
        List<Integer> ends = new ArrayList<>(List.of(0));
        int longer = 0;
        for (int left = 8 + random.nextInt(12); left > 0; left--) {
            for (char letter : InventedWords.sentence(language, random).toCharArray()) {
                if (letter == '#' || letter == '@') {
                    String name = letter == '#' ? of.person() : of.place();
                    Token token = letter == '#' ? person : place;
                    marks.add(new Tokens.Mark(words.length(), words.length() + name.length(), token));
                    longer += token.toString().length() - name.length();
                    words.append(name);
                } else if (letter == '*') {
                    words.append(InventedWords.thing(language, random));
                } else if (letter == '+') {
                    words.append(1 + random.nextInt(23)).append(":00");
                } else {
                    words.append(letter);
                }
            }
            words.append(". ");
            ends.add(words.length() + longer);
        }
        Text original = new Text(words.toString(), language);
        if (!(Tokens.apply(original, marks) instanceof Tokens.Copy copy)) {
            throw new IllegalStateException("an invented telling's marks cannot be applied");
        }
        return new InventedTelling(original, copy, person, place, List.copyOf(ends));
    }

    /** One of its sentences, in the first working copy. */
    Excerpt sentence(int number) {
        int at = number % (sentences.size() - 1);
        return new Excerpt.OfWords(1, sentences.get(at), sentences.get(at + 1) - 1);
    }
}
