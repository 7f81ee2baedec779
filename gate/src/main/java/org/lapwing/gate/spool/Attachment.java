// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.util.Map;
import org.lapwing.entry.Json;

/**
 * A file that was sealed.
 *
 * @param file its name in the spool, such as {@code 1.age}
 * @param name as uploaded, made fit to show
 * @param type as the browser claims
 * @param length of the true bytes
 * @param sha256 of the true bytes, in hexadecimal
 * @param sealedLength of the sealed file, padding included
 */
public record Attachment(String file, String name, String type, long length, String sha256, long sealedLength) {

    Json json() {
        return Json.tree(Map.of(
                "file", Json.of(file),
                "name", Json.of(name),
                "type", Json.of(type),
                "length", Json.of(length),
                "sha256", Json.of(sha256)));
    }

    @Override
    public String toString() {
        return "Attachment[" + file + "]";
    }
}
