// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.tlog.LeafSource;

/** The journal over a database: prepares appends on the caller's thread, writes them on the writer's. */
final class StoredJournal implements Journal {
    private final Rows rows;
    private final Writer writer;
    private final Opener opener;
    private final Preparing preparing;

    private StoredJournal(Database database, Surroundings surroundings) {
        this.rows = new Rows(database);
        this.writer = new Writer(database, rows);
        this.opener = new Opener(surroundings.signers());
        this.preparing = new Preparing(surroundings, new Staleness(rows));
    }

    static StoredJournal open(JournalPlace place, Surroundings surroundings) {
        Database database = Database.open(place);
        try {
            StoredJournal journal = new StoredJournal(database, surroundings);
            journal.writer.start();
            return journal;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    @Override
    public Outcome append(Author author, List<Draft> drafts, Basis basis, Keyring keyring) {
        return switch (preparing.prepare(author, new Preparing.Asked(drafts, basis, writer.size()), keyring)) {
            case Preparing.Ready(var prepared) -> writer.append(prepared);
            case Preparing.Answered(var outcome) -> outcome;
        };
    }

    @Override
    public Scan scan(String compartment, long from, Keyring keyring) {
        return scan(compartment, from, keyring, fault -> {
            throw new FaultyRow(fault);
        });
    }

    @Override
    public Scan scan(String compartment, long from, Keyring keyring, Consumer<Fault> faults) {
        return new Scan(source(keyring), new Scan.Span(compartment, from, writer.size()), faults);
    }

    @Override
    public Scan scan(String compartment, Mark from, Mark trusted, Keyring keyring) {
        Scan.Span span = new Scan.Span(compartment, from.until(), writer.size());
        return new Scan(source(keyring), span, new Marking(from, trusted));
    }

    private Scan.Source source(Keyring keyring) {
        return new Scan.Source(rows, opener, keyring);
    }

    @Override
    public long size() {
        return writer.size();
    }

    @Override
    public Optional<StoredRow> row(long index) {
        return rows.piece(index, index + 1).stream().findFirst();
    }

    @Override
    public LeafSource leaves() {
        return new LeafSource() {
            @Override
            public long size() {
                return writer.size();
            }

            @Override
            public byte[] leaf(long index) {
                List<byte[]> one = rows.leaves(index, index + 1);
                if (one.isEmpty()) {
                    throw new JournalException("row " + index + " is missing. Run \"lapwing fsck\"");
                }
                return one.getFirst();
            }

            @Override
            public List<byte[]> range(long from, long until) {
                List<byte[]> leaves = rows.leaves(from, until);
                if (leaves.size() != until - from) {
                    throw new JournalException(
                            "of rows " + from + " to " + (until - 1) + " some are missing. Run \"lapwing fsck\"");
                }
                return leaves;
            }
        };
    }

    @Override
    public List<StoredRow> after(long index) {
        return rows.after(index);
    }

    @Override
    public List<String> integrity() {
        return rows.integrity();
    }

    @Override
    public void scrub() {
        writer.scrub();
    }

    @Override
    public void close() {
        writer.close();
    }
}
