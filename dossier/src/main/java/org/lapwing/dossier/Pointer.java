// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.Optional;
import org.lapwing.entry.Json;

/** A JSON pointer (RFC 6901) into {@code dossier.json}; our keys need no escapes. */
final class Pointer {
    /** Our own are a tenth as long; the expression takes stack for each step of a stranger's. */
    private static final int LONGEST = 500;

    private Pointer() {}

    static Optional<Json> find(Json in, String pointer) {
        if (pointer.length() > LONGEST || !pointer.matches("(/[a-z_]+|/0|/[1-9][0-9]{0,5})+")) {
            return Optional.empty();
        }
        Optional<Json> found = Optional.of(in);
        for (String step : pointer.substring(1).split("/", -1)) {
            found = found.flatMap(json -> step(json, step));
        }
        return found;
    }

    private static Optional<Json> step(Json in, String step) {
        return switch (in) {
            case Json.Tree tree -> Optional.ofNullable(tree.values().get(step));
            case Json.Items(var values)
            when step.matches("[0-9]+") && Integer.parseInt(step) < values.size() ->
                Optional.of(values.get(Integer.parseInt(step)));
            default -> Optional.empty();
        };
    }
}
