// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.util.List;

/**
 * Something to tell at the top of the next page.
 *
 * @param key of the message
 * @param field the id of the field it is about; empty where it is about none
 * @param arguments name, value, name, value ...
 */
public record Notice(String key, String field, List<Object> arguments) {

    static Notice of(String key) {
        return new Notice(key, "", List.of());
    }

    static Notice at(String field, String key, Object... arguments) {
        return new Notice(key, field, List.of(arguments));
    }
}
