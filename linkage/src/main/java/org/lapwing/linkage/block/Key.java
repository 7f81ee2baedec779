// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.block;

import java.util.List;
import java.util.stream.Collectors;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;

/**
 * What two records must have in common to be compared: one key each of one to three fields, all of them.
 *
 * @param parts at least one
 */
public record Key(List<Part> parts) {

    /** @param which counted from 0 among the keys of the field's comparison */
    public record Part(int field, int which) {}

    public Key {
        parts = List.copyOf(parts);
    }

    /** Forty bits that records with the same key share and others nearly never; 0 if the record lacks a part. */
    public long of(Records records, int record) {
        long mixed = 0;
        for (int p = 0; p < parts.size(); p++) {
            Part part = parts.get(p);
            Field field = records.fields().get(part.field());
            int number = field.key(part.which(), field.code(record));
            if (number == 0) {
                return 0;
            }
            mixed = mixed(mixed, part, number);
        }
        return hash(mixed);
    }

    static long mixed(long before, Part part, int number) {
        return mix(before * 31 + number + ((long) part.field() << 40) + ((long) part.which() << 48));
    }

    static long hash(long mixed) {
        long hash = mixed >>> 24;
        return hash == 0 ? 1 : hash;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        x = (x ^ (x >>> 27)) * 0x94d049bb133111ebL;
        return x ^ (x >>> 31);
    }

    boolean uses(int field) {
        return parts.stream().anyMatch(part -> part.field() == field);
    }

    /** "family name: sound, date of birth: year". */
    public String words(Records records) {
        return parts.stream()
                .map(part -> {
                    Field field = records.fields().get(part.field());
                    return field.plan().name() + ": "
                            + Field.comparison(field.plan().kind()).keys().get(part.which());
                })
                .collect(Collectors.joining(", "));
    }
}
