// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.Map;
import org.lapwing.entry.Json;

/**
 * A file that goes with a package as it is. Whoever gives it answers for what it shows and for what its properties date:
 * nothing is stripped from it here.
 *
 * @param name lower-case letters, digits, dots and hyphens
 */
public record Exhibit(String name, String describedAs, byte[] bytes) {
    public Exhibit {
        if (!Contents.isName(name) || name.contains("/")) {
            throw new DossierException("an exhibit is named with a-z, 0-9, dots and hyphens, such as survey-2011.pdf");
        }
    }

    String path() {
        return DossierPackage.EXHIBITS + name;
    }

    Json toJson() {
        return Json.tree(Map.of(
                "described", Json.of(describedAs),
                "file", Json.of(name),
                "sha256", Json.of(Fingerprint.hex(bytes))));
    }
}
