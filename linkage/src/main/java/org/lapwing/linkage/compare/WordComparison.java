// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;
import org.lapwing.linkage.name.NameAlignment;
import org.lapwing.linkage.name.NamePart;
import org.lapwing.linkage.name.NameReader;
import org.lapwing.linkage.name.PersonName;
import org.lapwing.linkage.text.Likeness;
import org.lapwing.linkage.text.Skeleton;

/**
 * One part of a person's name in a column of its own: given name, patronymic or family name. The level "swapped" is never
 * given here: it takes two columns, and the model finds it.
 */
final class WordComparison implements Comparison<WordComparison.Word> {

    /** The words of the cell; most cells have one. */
    record Word(String text, String folded, String stem, PersonName name, long letters) {
        NamePart only() {
            return name.parts().getFirst();
        }
    }

    private static final double SOMEWHAT = 0.75;
    /** Names of four letters and more that are one edit apart are more alike than this. */
    private static final double ONE_LETTER_APART = 0.7;

    private final NameReader reader = new NameReader();
    private final Likeness likeness = new Likeness();

    @Override
    public Optional<Word> read(String cell) {
        PersonName name = reader.read(cell);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        if (name.parts().size() == 1) {
            NamePart only = name.parts().getFirst();
            return Optional.of(
                    new Word(only.latin(), only.folded(), only.stem(), name, Likeness.letters(only.folded())));
        }
        StringBuilder text = new StringBuilder();
        StringBuilder folded = new StringBuilder();
        StringBuilder stem = new StringBuilder();
        for (NamePart part : name.parts()) {
            text.append(part.latin());
            folded.append(part.folded());
            stem.append(part.stem());
        }
        String form = folded.toString();
        return Optional.of(new Word(text.toString(), form, stem.toString(), name, Likeness.letters(form)));
    }

    @Override
    public List<String> levels() {
        return List.of(
                "differs",
                "somewhat alike",
                "alike in spelling",
                "initial, nickname or part",
                "given and family name swapped",
                "one or two letters apart",
                "the same name, spelled or romanised otherwise",
                "the same");
    }

    @Override
    public int level(Word a, Word b) {
        if (a.text().equals(b.text())) {
            return 8;
        }
        if (a.folded().equals(b.folded()) || a.stem().equals(b.stem())) {
            return 7;
        }
        int longer = Math.max(a.folded().length(), b.folded().length());
        double most = Likeness.mostAlike(a.folded(), a.letters(), b.folded(), b.letters());
        if (longer > 3 && most > ONE_LETTER_APART && likeness.edits(a.folded(), b.folded(), 1) <= 1) {
            return 6;
        }
        if (isPart(a, b)) {
            return 4;
        }
        if (most < SOMEWHAT) {
            return 1;
        }
        double alike = likeness.jaroWinkler(a.folded(), b.folded());
        return alike >= 0.88 ? 3 : alike >= SOMEWHAT ? 2 : 1;
    }

    @Override
    public long packed(Word value) {
        return WordSketch.of(value);
    }

    @Override
    public int quick(long a, long b) {
        return WordSketch.differ(a, b, ONE_LETTER_APART) ? 1 : 0;
    }

    private boolean isPart(Word a, Word b) {
        if (a.name().parts().size() == 1 && b.name().parts().size() == 1) {
            return NameAlignment.areForms(a.only(), b.only());
        }
        for (NamePart one : a.name().parts()) {
            for (NamePart other : b.name().parts()) {
                if (one.folded().length() > 2 && one.folded().equals(other.folded())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String term(Word value) {
        return value.stem();
    }

    @Override
    public boolean sharesTerm(int level) {
        return level >= 6;
    }

    @Override
    public List<String> keys() {
        return List.of("spelling", "sound", "first three sounds", "first letter");
    }

    @Override
    public String key(int which, Word value) {
        String skeleton = Skeleton.of(value.stem());
        return switch (which) {
            case 0 -> value.stem();
            case 1 -> skeleton.length() > 1 ? skeleton : "";
            case 2 -> skeleton.length() > 2 ? skeleton.substring(0, 3) : "";
            default -> value.folded().substring(0, 1);
        };
    }
}
