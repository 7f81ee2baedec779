// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lapwing.linkage.name.NamePart.Role;
import org.lapwing.linkage.text.Fold;
import org.lapwing.linkage.text.Latin;

/**
 * Reads a person's name, or one part of it, from a cell in any script and order. Titles are dropped; particles, initials and
 * patronymics (also oglu, kyzy) are recognised by form. Immutable and safe between threads.
 */
public final class NameReader {

    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "dr",
            "prof",
            "sir",
            "president",
            "prasident",
            "monsieur",
            "madame",
            "shaikh",
            "sheikh",
            "sheik",
            "haji",
            "hajji",
            "hadji",
            "mullah",
            "maulavi",
            "mawlawi",
            "qari",
            "llc",
            "sa",
            "jr",
            "gn",
            "gospodin",
            "gospozha",
            "grazhdanin",
            "general",
            "colonel",
            "imam");
    private static final Set<String> PARTICLES = Set.of(
            "al", "el", "bin", "ben", "ibn", "bint", "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von",
            "der", "den", "la", "le", "du", "e", "y", "ad", "as", "ash", "ar", "at", "ud", "ul", "ur", "na");
    private static final Set<String> CHILD_OF =
            Set.of("oglu", "ogly", "oglo", "ogli", "uulu", "uli", "uly", "kyzy", "kizi", "qizi", "gizi", "kyz");
    private static final String[] PATRONYMIC_ENDINGS = {
        "ovich", "evich", "ovych", "yovych", "evych", "ovna", "evna", "ivna", "ovitch", "evitch", "owitsch", "ewitsch",
        "inichna", "ichna", "iyevich", "ievich", "yevich",
    };
    private static final String[] FEMALE = {"skaya", "skaia", "ckaya", "ova", "eva", "yova", "ina", "yna", "aya"};
    private static final String[] MALE = {"skiy", "skiy", "ckiy", "ov", "ev", "yov", "in", "yn", "yy"};

    /** A whole name in one cell; commas, hyphens and full stops separate words, a word in capitals inside one does too. */
    public PersonName read(String cell) {
        List<NamePart> parts = new ArrayList<>();
        for (String word : Latin.of(parted(cell)).split(" ")) {
            if (word.isEmpty() || TITLES.contains(word)) {
                continue;
            }
            if (CHILD_OF.contains(word) && !parts.isEmpty()) {
                NamePart father = parts.removeLast();
                parts.add(new NamePart(father.latin() + word, father.folded(), father.stem(), Role.PATRONYMIC));
            } else {
                parts.add(part(word));
            }
        }
        return new PersonName(parts);
    }

    /** {@code VladimirPutin} is two words; {@code McCarthy} and {@code DeWitt} stay as they are. */
    private static String parted(String cell) {
        StringBuilder out = new StringBuilder(cell.length() + 2);
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            boolean inside = i > 2
                    && i + 2 < cell.length()
                    && Character.isUpperCase(c)
                    && Character.isLowerCase(cell.charAt(i - 1))
                    && Character.isLowerCase(cell.charAt(i - 2))
                    && Character.isLowerCase(cell.charAt(i + 1));
            out.append(inside ? " " : "").append(c);
        }
        return out.toString();
    }

    static NamePart part(String latin) {
        String folded = Fold.of(latin);
        if (latin.length() == 1) {
            return new NamePart(latin, folded, folded, Role.INITIAL);
        }
        if (PARTICLES.contains(latin)) {
            return new NamePart(latin, folded, folded, Role.PARTICLE);
        }
        String father = withoutPatronymicEnding(latin);
        if (!father.isEmpty()) {
            return new NamePart(latin, folded, Fold.of(father), Role.PATRONYMIC);
        }
        String male = male(latin);
        return new NamePart(latin, folded, male.equals(latin) ? folded : Fold.of(male), Role.NAME);
    }

    /** The stem of the father's given name, or nothing if the word is no patronymic. */
    private static String withoutPatronymicEnding(String latin) {
        for (String ending : PATRONYMIC_ENDINGS) {
            if (latin.length() > ending.length() + 1 && latin.endsWith(ending)) {
                return latin.substring(0, latin.length() - ending.length());
            }
        }
        return "";
    }

    private static String male(String latin) {
        if (latin.length() < 5) {
            return latin;
        }
        for (int i = 0; i < FEMALE.length; i++) {
            if (latin.endsWith(FEMALE[i])) {
                return latin.substring(0, latin.length() - FEMALE[i].length()) + MALE[i];
            }
        }
        return latin;
    }
}
