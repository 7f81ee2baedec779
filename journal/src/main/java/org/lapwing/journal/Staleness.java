// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.seal.EntryOpening;
import org.lapwing.seal.Epoch;

/** Whether something later touches what a writer relied upon. A subject belongs to one compartment: judged there. */
final class Staleness {
    /** A compartment of the drafts, and its epochs at hand. */
    record Watched(String compartment, List<Epoch> epochs) {}

    private final Rows rows;

    Staleness(Rows rows) {
        this.rows = rows;
    }

    /** The headers of rows from {@code from} to {@code until} (exclusive) in these compartments that touch the basis. */
    List<Header> later(Basis basis, List<Watched> compartments, long from, long until) {
        List<Header> later = new ArrayList<>();
        if (basis.subjects().isEmpty()) {
            return later;
        }
        Set<Id> subjects = new HashSet<>(basis.subjects());
        EntryOpening opening = new EntryOpening();
        for (long at = from; at < until; at += Rows.PIECE) {
            for (Rows.Head head : rows.heads(at, Math.min(until, at + Rows.PIECE))) {
                for (Watched watched : compartments) {
                    Opener.header(head, new Opener.Held(opening, watched.epochs()), watched.compartment())
                            .filter(header -> touches(header, subjects))
                            .ifPresent(later::add);
                }
            }
        }
        return later;
    }

    /** The same for entries that are to be written in the same transaction just before. */
    static List<Header> later(Basis basis, List<Watched> compartments, List<Header> before) {
        Set<Id> subjects = new HashSet<>(basis.subjects());
        return before.stream()
                .filter(header -> compartments.stream()
                        .anyMatch(watched -> watched.compartment().equals(header.compartment())))
                .filter(header -> touches(header, subjects))
                .toList();
    }

    private static boolean touches(Header header, Set<Id> subjects) {
        return !Collections.disjoint(header.subjects(), subjects);
    }
}
