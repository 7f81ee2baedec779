// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A sketch may keep silent, but what it says must be what the names themselves say. All names are invented or common. */
class WordSketchTest {

    private static final List<String> SYLLABLES = List.of(
            "dro", "sin", "kul", "zob", "stri", "vor", "gra", "che", "tov", "ba", "ra", "ov", "ova", "in", "ina",
            "skiy");
    private static final List<String> FORMS = List.of(
            "Sasha",
            "Aleksandr",
            "Alexandra",
            "Шура",
            "Magomed",
            "Magomedovich",
            "Магомедов",
            "A.",
            "Kate",
            "Katherine",
            "de",
            "Li",
            "Ли",
            "Abu Bakr",
            "Bakr",
            "O",
            "Ivanovna",
            "Ivan",
            "Vanya",
            "x".repeat(70));

    private final Comparison<WordComparison.Word> comparison = new WordComparison();

    private List<WordComparison.Word> words() {
        SplittableRandom random = new SplittableRandom(7);
        List<String> cells = new ArrayList<>(FORMS);
        for (int k = 0; k < 400; k++) {
            StringBuilder name = new StringBuilder();
            for (int part = 0; part <= k % 4; part++) {
                name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            cells.add(name.toString());
            name.setCharAt(random.nextInt(name.length()), (char) ('a' + random.nextInt(26)));
            cells.add(name.toString());
        }
        return cells.stream().map(cell -> comparison.read(cell).orElseThrow()).toList();
    }

    @Test
    void namesThatASketchTellsApartDifferAndMostNamesAreToldApart() {
        List<WordComparison.Word> words = words();
        long different = 0;
        long told = 0;
        for (WordComparison.Word a : words) {
            for (WordComparison.Word b : words) {
                int level = comparison.level(a, b);
                int quick = comparison.quick(comparison.packed(a), comparison.packed(b));
                different += level == 1 ? 1 : 0;
                told += quick == 1 ? 1 : 0;
                if (quick != 0) {
                    assertThat(quick).as("%s and %s", a.text(), b.text()).isEqualTo(level);
                }
            }
        }
        assertThat((double) told / different).isGreaterThan(0.6);
    }
}
