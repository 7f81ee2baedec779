// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Two lists of 2,048 everyday words for receipts and passphrases, one word for 11 bits.
 *
 * <p>Within a list no two words share their first four letters, so four letters are enough. The lists are frozen: a
 * receipt written on paper must be read for ever. The code refuses a list whose SHA-256 is another. Immutable.
 */
@SuppressWarnings("ImmutableEnumChecker") // both fields are unmodifiable copies, which it cannot see
public enum WordList {
    ENGLISH("words-en.txt", "d6edc7152ea407d0be11672d1de250c01fdc57c9c3b9c00217f11ea7c61d7647"),
    RUSSIAN("words-ru.txt", "730c18a5b919b8b94cf677ec094c7c57e399a8dd0da0cac389a9de336999686e");

    public static final int SIZE = 2048;
    private static final int TELLING_LETTERS = 4;

    private final List<String> words;
    private final Map<String, Integer> byBeginning;

    WordList(String resource, String sha256) {
        byte[] bytes = read(resource);
        String found = HexFormat.of().formatHex(Digests.sha256(bytes));
        if (!found.equals(sha256)) {
            throw new SealException(
                    resource + " is not the frozen list: its SHA-256 is " + found + ", expected " + sha256);
        }
        words = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            indexes.put(beginning(plain(words.get(i))), i);
        }
        byBeginning = Map.copyOf(indexes);
    }

    /** The word for 11 bits, 0 to 2047. */
    public String word(int index) {
        return words.get(index);
    }

    /**
     * The 11 bits of a word as somebody typed it: in any case, with е for ё, whole or cut short after its fourth letter
     * or later. Empty where the list has no such word.
     */
    public OptionalInt index(String typed) {
        String plain = plain(typed);
        Integer index = byBeginning.get(beginning(plain));
        return index != null && plain(words.get(index)).startsWith(plain) ? OptionalInt.of(index) : OptionalInt.empty();
    }

    /** The two lists share no letter, so a word says which list it is from. */
    static OptionalInt indexInAny(String typed) {
        OptionalInt english = ENGLISH.index(typed);
        return english.isPresent() ? english : RUSSIAN.index(typed);
    }

    /** Lower case, composed (a phone may send и and a breve for й), ё as е. */
    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT)
                .replace('ё', 'е');
    }

    private static String beginning(String plain) {
        return plain.substring(0, Math.min(TELLING_LETTERS, plain.length()));
    }

    private static byte[] read(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new SealException(resource + " is missing from the seal room's resources");
            }
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new SealException(resource + " cannot be read", broken);
        }
    }
}
