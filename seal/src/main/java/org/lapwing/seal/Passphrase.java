// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Seven words of one of our lists, 77 bits, always generated: people's own passphrases are guessed.
 *
 * <p>What is typed is normalised, so case, ё, spaces, commas and words cut short after four letters do not matter. Never
 * shows itself in {@link #toString()}. Immutable.
 */
public final class Passphrase {

    public static final int WORDS = 7;
    private static final int LONGEST_TYPED = 1000;

    private final String normalised;

    private Passphrase(String normalised) {
        this.normalised = normalised;
    }

    public static Passphrase generate(WordList list, SecureRandom random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < WORDS; i++) {
            words.add(list.word(random.nextInt(WordList.SIZE)));
        }
        return new Passphrase(normalise(String.join(" ", words)));
    }

    /** What somebody typed. Whether it is right, only the key file says. */
    public static Passphrase typed(String text) {
        return new Passphrase(normalise(text));
    }

    /** Words in full and in lower case, ё as е, one space between; an unknown word stays as it was typed. */
    static String normalise(String text) {
        if (text.length() > LONGEST_TYPED) {
            throw new SealException(
                    "a passphrase has at most " + LONGEST_TYPED + " characters; accepted are " + WORDS + " words");
        }
        return String.join(
                " ",
                Arrays.stream(WordList.plain(text).split("[^\\p{L}\\p{Nd}]+"))
                        .filter(word -> !word.isEmpty())
                        .map(Passphrase::inFull)
                        .toList());
    }

    private static String inFull(String word) {
        OptionalInt english = WordList.ENGLISH.index(word);
        if (english.isPresent()) {
            return WordList.ENGLISH.word(english.getAsInt());
        }
        OptionalInt russian = WordList.RUSSIAN.index(word);
        return russian.isPresent() ? WordList.plain(WordList.RUSSIAN.word(russian.getAsInt())) : word;
    }

    /** The words, to be shown once. Whoever reads them and has the key file is the member. */
    public String revealWords() {
        return normalised;
    }

    byte[] utf8() {
        return normalised.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Passphrase that && normalised.equals(that.normalised);
    }

    @Override
    public int hashCode() {
        return normalised.hashCode();
    }

    @Override
    public String toString() {
        return "Passphrase";
    }
}
