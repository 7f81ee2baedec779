// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.util.List;
import java.util.Map;

/**
 * What the writer had before them: the position up to which they had read, and the subjects on which they relied.
 * If a later entry touches one of these subjects, the append is stale and nothing is written.
 *
 * @param position the index of the last entry read, or -1 for none
 */
public record Basis(long position, List<Id> subjects) {
    /** For entries that rely on nothing, such as a report that arrives. */
    public static final Basis NOTHING = new Basis(-1, List.of());

    public Basis {
        subjects = List.copyOf(subjects);
    }

    Json toJson() {
        return Json.tree(Map.of(
                "position", Json.of(position),
                "subjects", Json.items(subjects.stream().map(Json::of).toList())));
    }

    static Basis fromJson(Json json) {
        Json.Tree tree = json.tree();
        return new Basis(
                tree.get("position").whole(),
                tree.get("subjects").items().stream()
                        .map(each -> Id.parse(each.text()))
                        .toList());
    }
}
