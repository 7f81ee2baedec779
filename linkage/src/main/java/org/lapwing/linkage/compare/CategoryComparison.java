// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;
import org.lapwing.linkage.text.Fold;
import org.lapwing.linkage.text.Latin;

/** One of a few values: the same or not. {@code М, муж., male} and {@code Ж, жен., female} are read as what they mean. */
final class CategoryComparison implements Comparison<String> {

    @Override
    public Optional<String> read(String cell) {
        String latin = Latin.of(cell).replace(" ", "");
        return switch (latin) {
            case "" -> Optional.empty();
            case "m", "male", "man", "muzh", "muzhskoy", "muzhchina" -> Optional.of("male");
            case "f", "w", "female", "woman", "zh", "zhen", "zhenskiy", "zhenshchina" -> Optional.of("female");
            default -> Optional.of(Fold.of(latin));
        };
    }

    @Override
    public boolean isCheap() {
        return true;
    }

    @Override
    public List<String> levels() {
        return List.of("differs", "the same");
    }

    @Override
    public int level(String a, String b) {
        return a.equals(b) ? 2 : 1;
    }

    @Override
    public String term(String value) {
        return value;
    }

    @Override
    public boolean sharesTerm(int level) {
        return level == 2;
    }

    @Override
    public List<String> keys() {
        return List.of("value");
    }

    @Override
    public String key(int which, String value) {
        return value;
    }
}
