// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;

/** What the cells of a column show, from at most six hundred of them spread over the list. */
final class ColumnContent {

    private static final int LOOKED_AT = 600;

    private int filled;
    private int dates;
    private int numbers;
    private int digits;
    private int several;
    private long letters;
    private int words;
    private final Set<String> distinct = new HashSet<>();

    ColumnContent(String[] cells) {
        Comparison<?> date = Kind.EVENT_DATE.comparison();
        int step = Math.max(1, cells.length / LOOKED_AT);
        for (int i = 0; i < cells.length; i += step) {
            String cell = cells[i];
            if (!Missing.is(cell)) {
                filled++;
                distinct.add(cell);
                look(cell, date);
            }
        }
    }

    private void look(String cell, Comparison<?> date) {
        if (cell.length() > 60) {
            letters += cell.length();
            return;
        }
        boolean number = cell.matches("-?\\d+([.,]\\d+)?");
        numbers += number ? 1 : 0;
        digits += cell.matches(".*\\d.*\\d.*\\d.*\\d.*") ? 1 : 0;
        several += cell.matches(".*[;|].*") ? 1 : 0;
        boolean maybeDate = !number || cell.matches("(19|20)\\d{6}");
        boolean yearInside = cell.chars().filter(c -> c >= '0' && c <= '9').count() >= 4;
        dates += maybeDate
                        && yearInside
                        && cell.length() <= 40
                        && date.read(cell).isPresent()
                ? 1
                : 0;
        letters += cell.length();
        words += cell.split("\\s+").length;
    }

    boolean isEmpty() {
        return filled == 0;
    }

    boolean isOneValue() {
        return distinct.size() == 1;
    }

    boolean isFewValues() {
        return distinct.size() <= 12 && filled > 4 * distinct.size();
    }

    boolean areMostlyDates() {
        return dates > 0.6 * filled;
    }

    /** What to compare the column as when its name says nothing; empty for free text, which is not compared. */
    Optional<Kind> kind() {
        double share = filled;
        if (dates > 0.7 * share) {
            return Optional.of(Kind.EVENT_DATE);
        }
        if (isFewValues()) {
            return Optional.of(Kind.CATEGORY);
        }
        if (several > 0.3 * share) {
            return Optional.of(Kind.SET);
        }
        if (digits > 0.7 * share) {
            return Optional.of(Kind.CODE);
        }
        if (numbers > 0.7 * share) {
            return Optional.of(Kind.NUMBER);
        }
        if (letters > 60 * share) {
            return Optional.empty();
        }
        return Optional.of(words > 1.6 * share && words < 4 * share && digits == 0 ? Kind.PERSON_NAME : Kind.TEXT);
    }
}
