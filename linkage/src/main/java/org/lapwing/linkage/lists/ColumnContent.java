// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.tables.CodedTable;

/** What the cells of a column show, from at most six hundred of them spread over the list. */
final class ColumnContent {

    private static final int LOOKED_AT = 600;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");

    private int filled;
    private int dates;
    private int numbers;
    private int digits;
    private int several;
    private long letters;
    private int words;
    private final Set<String> distinct = new HashSet<>();

    ColumnContent(CodedTable.Coded cells) {
        Comparison<?> date = Kind.EVENT_DATE.comparison();
        int size = cells.codes().length;
        int step = Math.max(1, size / LOOKED_AT);
        for (int i = 0; i < size; i += step) {
            String cell = cells.text(i);
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
        boolean number = NUMBER.matcher(cell).matches();
        numbers += number ? 1 : 0;
        int ownDigits = 0;
        int spaces = 0;
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            ownDigits += c >= '0' && c <= '9' ? 1 : 0;
            spaces += c == ' ' && i > 0 && cell.charAt(i - 1) != ' ' ? 1 : 0;
        }
        boolean yearInside = ownDigits >= 4;
        digits += yearInside ? 1 : 0;
        several += cell.indexOf(';') >= 0 || cell.indexOf('|') >= 0 ? 1 : 0;
        boolean maybeDate =
                !number || (cell.length() == 8 && ownDigits == 8 && (cell.startsWith("19") || cell.startsWith("20")));
        dates += maybeDate
                        && yearInside
                        && cell.length() <= 40
                        && date.read(cell).isPresent()
                ? 1
                : 0;
        letters += cell.length();
        words += spaces + 1;
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
