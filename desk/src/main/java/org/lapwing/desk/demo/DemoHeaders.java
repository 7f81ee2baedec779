// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.Map;
import java.util.Optional;

/** The {@code key: value} lines that begin a file of the demonstration. */
record DemoHeaders(Map<String, String> values) {
    String get(String key) {
        return Optional.ofNullable(values.get(key))
                .orElseThrow(() -> new IllegalStateException("a file of the demonstration lacks its " + key));
    }

    String getOrDefault(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }
}
