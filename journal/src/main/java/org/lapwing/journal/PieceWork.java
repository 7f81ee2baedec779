// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.lapwing.seal.EntryOpening;
import org.lapwing.seal.Epoch;

/** Reads and opens one piece of a scan's rows, and makes of its entries what is asked for. Used by several threads. */
final class PieceWork<T> {
    private final Scan.Source source;
    private final List<Epoch> epochs;
    private final Marking marking;
    private final Function<? super Read, ? extends T> made;

    PieceWork(Scan.Source source, List<Epoch> epochs, Marking marking, Function<? super Read, ? extends T> made) {
        this.source = source;
        this.epochs = epochs;
        this.marking = marking;
        this.made = made;
    }

    /** What a row of the compartment came to. */
    record Done<T>(Marking.Seen seen, Came<T> came) {}

    sealed interface Came<T> {
        record Good<T>(T made) implements Came<T> {}

        record Bad<T>(Fault fault) implements Came<T> {}

        /** What was to be made of the entry could not be. */
        record Failed<T>(RuntimeException thrown) implements Came<T> {}
    }

    /** Whether there is a key for anything. */
    boolean mayOpen() {
        return !epochs.isEmpty();
    }

    Marking marking() {
        return marking;
    }

    /**
     * The compartment's rows from {@code from} to {@code until} (exclusive), in order.
     *
     * @param wanted asked between rows
     */
    List<Done<T>> piece(long from, long until, BooleanSupplier wanted) {
        EntryOpening opening = new EntryOpening();
        Opener.Held held = new Opener.Held(opening, epochs);
        List<Optional<Rows.Found>> rows = source.rows().piece(from, until, held::epochOf);
        if (rows.isEmpty()) {
            // rows lie without gaps; a damaged file may claim quintillions of them
            throw new JournalException("rows " + from + " to " + (until - 1) + " are missing. Run \"lapwing fsck\"");
        }
        List<Done<T>> done = new ArrayList<>(rows.size());
        for (Optional<Rows.Found> row : rows) {
            if (row.isPresent() && wanted.getAsBoolean()) {
                done.add(done(row.get(), held));
            }
        }
        return done;
    }

    private Done<T> done(Rows.Found found, Opener.Held held) {
        StoredRow row = found.row();
        Opener fitting = marking.covers(row.index()) ? source.opener().underMark() : source.opener();
        return switch (fitting.open(row, found.epoch(), held, source.keyring())) {
            case Opener.Opened.Good(Read.Live live) ->
                new Done<>(seen(row, Marking.Kind.LIVE, live.ciphertextHash()), made(live));
            case Opener.Opened.Good(Read.Erased erased) ->
                new Done<>(seen(row, Marking.Kind.ERASED, hash(row, held)), made(erased));
            case Opener.Opened.Bad(var fault) ->
                new Done<>(seen(row, Marking.Kind.BAD, hash(row, held)), new Came.Bad<>(fault));
        };
    }

    private static byte[] hash(StoredRow row, Opener.Held held) {
        return held.opening().ciphertextHash(row.header(), row.body());
    }

    private static Marking.Seen seen(StoredRow row, Marking.Kind kind, byte[] ciphertextHash) {
        return new Marking.Seen(row.index(), row.epoch(), row.leaf(), ciphertextHash, kind);
    }

    private Came<T> made(Read read) {
        try {
            return new Came.Good<>(made.apply(read));
        } catch (RuntimeException e) {
            return new Came.Failed<>(e);
        }
    }
}
