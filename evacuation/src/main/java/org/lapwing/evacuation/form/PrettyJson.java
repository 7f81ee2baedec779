// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.util.List;
import java.util.stream.Collectors;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Json;

/** JSON for people: names in order of the alphabet, two spaces a level, a value without lists or trees inside on one line. */
final class PrettyJson {
    private PrettyJson() {}

    static String of(Json value) {
        return text(value, "") + "\n";
    }

    private static String text(Json value, String indent) {
        String deeper = indent + "  ";
        return switch (value) {
            case Json.Tree tree
            when !flat(tree.values().values()) ->
                tree.values().entrySet().stream()
                        .map(each -> deeper + CanonicalJson.text(Json.of(each.getKey())) + ": "
                                + text(each.getValue(), deeper))
                        .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
            case Json.Items(List<Json> items)
            when !flat(items) ->
                items.stream()
                        .map(each -> deeper + text(each, deeper))
                        .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
            default -> CanonicalJson.text(value);
        };
    }

    private static boolean flat(Iterable<Json> values) {
        for (Json value : values) {
            if (value instanceof Json.Tree || (value instanceof Json.Items(List<Json> inner) && !flat(inner))) {
                return false;
            }
        }
        return true;
    }
}
