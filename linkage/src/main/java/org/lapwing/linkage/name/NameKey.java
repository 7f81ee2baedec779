// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.lapwing.linkage.name.NamePart.Role;
import org.lapwing.linkage.text.Skeleton;

/**
 * The public recipe of keys that two groups compute apart and compare: the same person, written in either script, in any
 * order and by any clerk, shares at least one key most of the time. Version 1 is written down step by step in
 * docs/formats/name-key.md and never changes; a better recipe gets another number. Immutable and safe between threads.
 *
 * <p>A key is as personal as the name that it comes from. It is no encryption: whoever has a list of names can compute theirs.
 */
public final class NameKey {

    /** The number with which every key of this recipe begins. */
    public static final int VERSION = 1;

    private final NameReader reader = new NameReader();

    /**
     * The keys of a name, sorted, without doubles; none if fewer than two words are more than initials.
     *
     * @param name as written, in any script and order
     * @param birthYear if it is known
     */
    public List<String> of(String name, OptionalInt birthYear) {
        List<String> stems = new ArrayList<>();
        for (NamePart part : reader.read(name).parts()) {
            if (part.role() == Role.NAME && part.stem().length() > 1) {
                stems.add(part.stem());
            }
        }
        stems.sort(null);
        if (stems.size() < 2) {
            return List.of();
        }
        TreeSet<String> keys = new TreeSet<>();
        keys.add(VERSION + "w:" + String.join(" ", stems));
        for (int i = 0; i < stems.size(); i++) {
            for (int j = i + 1; j < stems.size(); j++) {
                String sounds = sorted(Skeleton.of(stems.get(i)), Skeleton.of(stems.get(j)));
                keys.add(VERSION + "s:" + sounds);
                birthYear.ifPresent(year -> keys.add(VERSION + "y:" + sounds + " " + year));
            }
        }
        return List.copyOf(keys);
    }

    private static String sorted(String a, String b) {
        return a.compareTo(b) <= 0 ? a + " " + b : b + " " + a;
    }
}
