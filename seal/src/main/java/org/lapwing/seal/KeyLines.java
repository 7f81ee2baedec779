// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The text form of key files: one key a line, empty lines, comments that begin with {@code #}; LF or CRLF. */
final class KeyLines {

    private KeyLines() {}

    /**
     * The keys of {@code text}, at least one and at most {@code limit}.
     *
     * @throws SealException naming the line that is at fault, never its content
     */
    static <K> List<K> read(String text, String prefix, int limit, Function<String, K> parser) {
        var keys = new ArrayList<K>();
        int number = 0;
        for (String line : text.split("\r?\n", -1)) {
            number++;
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (keys.size() == limit) {
                throw new SealException("line %d: at most %,d keys are accepted in one file".formatted(number, limit));
            }
            try {
                keys.add(parser.apply(line));
            } catch (SealException e) {
                throw new SealException("line %d: %s".formatted(number, e.getMessage()), e);
            }
        }
        if (keys.isEmpty()) {
            throw new SealException("it holds no key; accepted are lines that begin with \"%s\"".formatted(prefix));
        }
        return List.copyOf(keys);
    }
}
