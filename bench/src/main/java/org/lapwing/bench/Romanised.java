// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import org.lapwing.linkage.text.Fold;
import org.lapwing.linkage.text.Latin;

/** A row of invented people as a peer without scripts would need it. */
final class Romanised {

    private static final int[] WORDS = {1, 2, 3, 6};
    private static final int SEX = 4;

    private Romanised() {}

    static String row(String line) {
        String[] cells = line.split(",", -1);
        for (int column : WORDS) {
            cells[column] = Fold.of(Latin.of(cells[column]));
        }
        cells[SEX] = cells[SEX].equals("Ж") ? "f" : cells[SEX].equals("М") ? "m" : cells[SEX];
        return String.join(",", cells);
    }
}
