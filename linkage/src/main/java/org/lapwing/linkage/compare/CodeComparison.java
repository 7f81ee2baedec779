// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lapwing.linkage.text.Likeness;

/** Numbers of documents, postcodes, house numbers: read letter by letter, spaces and hyphens aside. */
final class CodeComparison implements Comparison<String> {

    private final Likeness likeness = new Likeness();

    @Override
    public Optional<String> read(String cell) {
        String code = cell.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    @Override
    public List<String> levels() {
        return List.of("differs", "two characters apart", "one character apart, or two swapped", "the same");
    }

    @Override
    public int level(String a, String b) {
        if (a.equals(b)) {
            return 4;
        }
        int longer = Math.max(a.length(), b.length());
        if (longer < 3) {
            return 1;
        }
        int edits = likeness.edits(a, b, longer < 6 ? 1 : 2);
        return edits <= 1 ? 3 : edits == 2 && longer >= 6 ? 2 : 1;
    }

    @Override
    public String term(String value) {
        return value;
    }

    @Override
    public boolean sharesTerm(int level) {
        return level == 4;
    }

    @Override
    public List<String> keys() {
        return List.of("code", "first half", "last half");
    }

    @Override
    public String key(int which, String value) {
        if (which > 0 && value.length() < 4) {
            return "";
        }
        return switch (which) {
            case 0 -> value;
            case 1 -> value.substring(0, value.length() / 2);
            default -> value.substring(value.length() / 2);
        };
    }
}
