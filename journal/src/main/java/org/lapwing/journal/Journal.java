// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.tlog.LeafSource;

/**
 * The group's journal: rows that are only ever appended, each a sealed signed entry with its log leaf. One process at a
 * time holds it; within the process any number of threads may use it.
 */
public interface Journal extends AutoCloseable {
    /**
     * Opens the journal, making an empty one where there is none.
     *
     * @throws JournalException when another process holds it, or it was written by a newer Lapwing
     */
    static Journal open(JournalPlace place, Surroundings surroundings) {
        return StoredJournal.open(place, surroundings);
    }

    /**
     * Appends all drafts in one transaction, or none. Returns when they are durable; appends of several threads share
     * transactions. The basis is judged in each compartment of the drafts.
     *
     * @throws NotWritten when the store could not take it, a full disk for example: it goes on when it can
     * @throws JournalException when the store fails; whether anything was written shows when it is opened anew
     */
    Outcome append(Author author, List<Draft> drafts, Basis basis, Keyring keyring);

    /**
     * The entries of one compartment from index {@code from} on, up to what is durable at the call.
     *
     * @throws FaultyRow from the iteration, at the first row that must not be believed
     */
    Scan scan(String compartment, long from, Keyring keyring);

    /** The same, but rows that must not be believed are told to {@code faults} and passed over. */
    Scan scan(String compartment, long from, Keyring keyring, Consumer<Fault> faults);

    /**
     * The entries of one compartment from where {@code from} ends, without verifying again what {@code trusted} covers.
     * What lies below {@code trusted} is to be believed only when the scan came to its end.
     *
     * @param from {@link Mark#NOTHING}, or the mark at which an earlier scan ended; the scan's own goes on from it
     * @param trusted from a place that only holders of the compartment can write
     * @throws BrokenMark at the call or from the iteration, when rows are not those that were verified: nothing of this
     *     scan may be used, and one that trusts nothing says what holds
     * @throws FaultyRow from the iteration, at the first row that must not be believed
     */
    Scan scan(String compartment, Mark from, Mark trusted, Keyring keyring);

    /** The number of rows; also the index that the next one will have. */
    long size();

    Optional<StoredRow> row(long index);

    /** At most 256 rows after {@code index}, in order and wherever they are; -1 for the first ones. */
    List<StoredRow> after(long index);

    /** What the database itself finds wrong with its files; may take long. */
    List<String> integrity();

    /** The leaves of the rows in order, for the log. */
    LeafSource leaves();

    /** Leaves nothing of overwritten pages in a write-ahead log. Called by erasure. */
    void scrub();

    /** Waits for appends under way; later ones are refused by a {@link JournalException}. */
    @Override
    void close();
}
