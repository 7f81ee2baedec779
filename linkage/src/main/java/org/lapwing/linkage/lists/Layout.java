// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.List;

/**
 * What the columns of the lists hold.
 *
 * @param idColumns names of columns that identify a record within its list
 * @param fields at most {@link #MOST_FIELDS}
 * @param ignored columns that are not compared, each with the reason
 */
public record Layout(List<String> idColumns, List<FieldPlan> fields, List<Ignored> ignored) {

    /** A comparison pattern is four bits a field in one long. */
    public static final int MOST_FIELDS = 12;

    /** A column that takes no part. */
    public record Ignored(String list, String column, String reason) {}

    public Layout {
        idColumns = List.copyOf(idColumns);
        fields = List.copyOf(fields);
        ignored = List.copyOf(ignored);
    }
}
