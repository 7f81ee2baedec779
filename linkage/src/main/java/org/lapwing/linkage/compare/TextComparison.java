// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;
import org.lapwing.linkage.text.Fold;
import org.lapwing.linkage.text.Latin;
import org.lapwing.linkage.text.Likeness;

/** Streets, occupations, any other words. */
final class TextComparison implements Comparison<TextComparison.Words> {

    record Words(String latin, String folded) {}

    private static final int LONGEST = 400;

    private final Likeness likeness = new Likeness();

    @Override
    public Optional<Words> read(String cell) {
        String latin = Latin.of(cell.length() > LONGEST ? cell.substring(0, LONGEST) : cell);
        return latin.isEmpty() ? Optional.empty() : Optional.of(new Words(latin, Fold.of(latin.replace(" ", ""))));
    }

    @Override
    public List<String> levels() {
        return List.of("differs", "somewhat alike", "alike in spelling", "the same, spelled otherwise", "the same");
    }

    @Override
    public int level(Words a, Words b) {
        if (a.latin().equals(b.latin())) {
            return 5;
        }
        if (a.folded().equals(b.folded())) {
            return 4;
        }
        if (likeness.edits(a.folded(), b.folded(), 2)
                <= Math.max(a.folded().length(), b.folded().length()) / 5) {
            return 3;
        }
        double alike = likeness.jaroWinkler(a.folded(), b.folded());
        return alike >= 0.9 ? 3 : alike >= 0.78 ? 2 : 1;
    }

    @Override
    public String term(Words value) {
        return value.folded();
    }

    @Override
    public boolean sharesTerm(int level) {
        return level >= 3;
    }

    @Override
    public List<String> keys() {
        return List.of("spelling", "first five letters");
    }

    @Override
    public String key(int which, Words value) {
        String folded = value.folded();
        return which == 0 || folded.length() < 5 ? folded : folded.substring(0, 5);
    }
}
