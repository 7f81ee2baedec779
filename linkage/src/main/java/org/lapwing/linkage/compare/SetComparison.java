// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.lapwing.linkage.text.Fold;
import org.lapwing.linkage.text.Latin;

/** Several values in one cell, with semicolons or bars between them: aliases, documents, languages. */
final class SetComparison implements Comparison<List<String>> {

    @Override
    public Optional<List<String>> read(String cell) {
        TreeSet<String> values = new TreeSet<>();
        for (String each : cell.split("[;|]")) {
            String folded = Fold.of(Latin.of(each).replace(" ", ""));
            if (!folded.isEmpty()) {
                values.add(folded);
            }
        }
        return values.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(values));
    }

    @Override
    public List<String> levels() {
        return List.of("nothing in common", "something in common", "half in common or more", "the same");
    }

    @Override
    public int level(List<String> a, List<String> b) {
        if (a.equals(b)) {
            return 4;
        }
        int shared = 0;
        for (String each : a) {
            shared += b.contains(each) ? 1 : 0;
        }
        int all = a.size() + b.size() - shared;
        return shared == 0 ? 1 : 2 * shared >= all ? 3 : 2;
    }

    @Override
    public String term(List<String> value) {
        return String.join(";", value);
    }

    @Override
    public boolean sharesTerm(int level) {
        return level == 4;
    }

    @Override
    public List<String> keys() {
        return List.of("all", "first");
    }

    @Override
    public String key(int which, List<String> value) {
        return which == 0 ? term(value) : value.getFirst();
    }
}
