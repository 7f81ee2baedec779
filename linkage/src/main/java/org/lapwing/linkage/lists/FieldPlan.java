// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.List;
import org.lapwing.linkage.compare.Kind;

/**
 * A field that is compared and the columns that feed it.
 *
 * @param name as reports call it
 * @param columns names of columns in any list; where a list has several of them, their cells are joined in this order
 * @param joiner between joined cells: a space for names, a hyphen for dates in parts
 */
public record FieldPlan(String name, Kind kind, List<String> columns, String joiner) {

    /** {@code "age @ date"} among the columns of a date of birth: where a list tells only an age on a date. */
    static final String AGE_ON = " @ ";

    public FieldPlan {
        columns = List.copyOf(columns);
    }
}
