// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.lapwing.linkage.text.Fold;

/** Which given names are forms of one another. A table of the field, frozen by version. Immutable after reading. */
final class Nicknames {

    private final Map<String, BitSet> groups = new HashMap<>();

    private Nicknames() {}

    /** Version 1, as docs/formats/name-key.md freezes it. */
    static Nicknames first() {
        Nicknames names = new Nicknames();
        try (InputStream in = Nicknames.class.getResourceAsStream("nicknames-1.txt");
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        java.util.Objects.requireNonNull(in, "the jar lacks its nicknames"), StandardCharsets.UTF_8))) {
            int group = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    for (String form : line.split(" ")) {
                        names.groups
                                .computeIfAbsent(Fold.of(form), _ -> new BitSet())
                                .set(group);
                    }
                    group++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /** Both folded. */
    boolean areForms(String a, String b) {
        BitSet one = groups.get(a);
        BitSet other = groups.get(b);
        return one != null && other != null && one.intersects(other);
    }

    boolean knows(String folded) {
        return groups.containsKey(folded);
    }
}
