// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.function.Consumer;

/** Reads one compartment into a state, and on from where a state ends. */
public record Folding<S>(Journal journal, String compartment, Fold<S> fold, Keyring keyring) {
    /** The state of no entries. */
    public Folded<S> empty(Snapshots snapshots) {
        return new Folded<>(fold.empty(), 0, snapshots.era());
    }

    /** The newest valid snapshot, or the state of no entries; not yet advanced. */
    public Folded<S> newest(Snapshots snapshots, JournalLog log, Consumer<String> ignored) {
        Folded<S> empty = empty(snapshots);
        Snapshots.Newest<S> newest = snapshots.newest(compartment, fold, keyring, log);
        newest.ignored().forEach(ignored);
        return newest.folded().orElse(empty);
    }

    /**
     * The state with all that was appended since.
     *
     * @throws FaultyRow at the first row that must not be believed
     */
    public Folded<S> advance(Folded<S> from) {
        return advance(from, fault -> {
            throw new FaultyRow(fault);
        });
    }

    /** The same, but rows that must not be believed are told to {@code faults} and left out. */
    public Folded<S> advance(Folded<S> from, Consumer<Fault> faults) {
        try (Scan scan = journal.scan(compartment, from.next(), keyring, faults)) {
            S state = from.state();
            for (Read read : scan) {
                state = fold.apply(state, read);
            }
            return new Folded<>(state, scan.until(), from.era());
        }
    }
}
