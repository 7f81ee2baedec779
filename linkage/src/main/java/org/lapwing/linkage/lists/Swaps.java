// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.List;
import org.lapwing.linkage.compare.Kind;

/**
 * Whether two records have given and family name in each other's column.
 *
 * @param given the field of given names, or -1 if not both fields are there
 * @param family the field of family names, or -1
 * @param terms by term of given names: the same term among family names, 0 if nobody has it
 */
public record Swaps(int given, int family, int[] terms) {

    static Swaps of(List<Field> fields) {
        int given = indexOf(fields, Kind.GIVEN_NAME);
        int family = indexOf(fields, Kind.FAMILY_NAME);
        return given < 0 || family < 0
                ? new Swaps(-1, -1, new int[0])
                : new Swaps(given, family, fields.get(given).termsIn(fields.get(family)));
    }

    private static int indexOf(List<Field> fields, Kind kind) {
        int found = -1;
        for (int f = 0; f < fields.size(); f++) {
            found = fields.get(f).plan().kind() == kind ? f : found;
        }
        return found;
    }
}
