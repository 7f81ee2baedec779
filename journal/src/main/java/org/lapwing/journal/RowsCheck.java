// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.List;
import java.util.Optional;
import org.lapwing.seal.BodySizes;
import org.lapwing.seal.EntryOpening;
import org.lapwing.seal.EntrySeal;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.SealException;
import org.lapwing.tlog.LeafSource;

/** Every row: dense and in order, of the right form, and opened where keys are at hand. */
final class RowsCheck {
    private final Journal journal;
    private final Optional<Fsck.Keys> keys;
    private final List<Finding> findings;
    private long rows;
    private long opened;
    private long erased;
    private long sealed;
    private long dense;
    private boolean gap;

    RowsCheck(Journal journal, Optional<Fsck.Keys> keys, List<Finding> findings) {
        this.journal = journal;
        this.keys = keys;
        this.findings = findings;
    }

    /** What one row came to. */
    private sealed interface Content {
        record Open() implements Content {}

        record Erased() implements Content {}

        record Sealed() implements Content {}

        record Wrong(String what) implements Content {}
    }

    private record Judged(StoredRow row, Content content) {}

    void run() {
        try {
            goThrough();
        } catch (JournalException damaged) {
            findings.add(new Finding(Finding.Part.DATABASE, "database", String.valueOf(damaged.getMessage()), false));
        }
    }

    private void goThrough() {
        long before = Long.MIN_VALUE;
        List<StoredRow> piece = journal.after(before);
        while (!piece.isEmpty()) {
            for (Judged judged : piece.parallelStream()
                    .map(row -> new Judged(row, content(row)))
                    .toList()) {
                place(judged.row());
                count(judged);
            }
            before = piece.getLast().index();
            piece = before == Long.MAX_VALUE ? List.of() : journal.after(before);
        }
    }

    private void place(StoredRow row) {
        if (!gap && row.index() != dense) {
            gap = true;
            findings.add(finding("row " + dense, "it is missing; the next one is row " + row.index()));
        }
        if (!gap) {
            dense++;
        }
        rows++;
    }

    private void count(Judged judged) {
        switch (judged.content()) {
            case Content.Open() -> opened++;
            case Content.Erased() -> erased++;
            case Content.Sealed() -> sealed++;
            case Content.Wrong(var what) ->
                findings.add(finding("row " + judged.row().index(), what));
        }
    }

    private Content content(StoredRow row) {
        return form(row).<Content>map(Content.Wrong::new).orElseGet(() -> open(row));
    }

    private static Optional<String> form(StoredRow row) {
        if (row.epoch() < 1) {
            return Optional.of("its epoch is below 1");
        } else if (row.tag().length != Epoch.TAG_BYTES) {
            return Optional.of("its tag has not " + Epoch.TAG_BYTES + " bytes");
        } else if (row.leaf().length != 32) {
            return Optional.of("its leaf has not 32 bytes");
        } else if (row.wrappedKey().length != EntrySeal.WRAPPED_KEY_BYTES) {
            return Optional.of("its wrapped key has not " + EntrySeal.WRAPPED_KEY_BYTES + " bytes");
        } else if (EntrySeal.wrapEpoch(row.wrappedKey()) < row.epoch()) {
            return Optional.of("its key is wrapped under an epoch before its own");
        } else if (row.header().length != EntrySeal.HEADER_BYTES) {
            return Optional.of("its header has not " + EntrySeal.HEADER_BYTES + " bytes");
        } else if (!bodySize(row.body().length)) {
            return Optional.of("its body's length is not one that bodies have");
        }
        return Optional.empty();
    }

    private static boolean bodySize(int bytes) {
        return bytes >= BodySizes.SMALLEST && bytes <= BodySizes.LARGEST && BodySizes.classOf(bytes) == bytes;
    }

    private Content open(StoredRow row) {
        if (keys.isEmpty()) {
            return new Content.Sealed();
        }
        Fsck.Keys held = keys.get();
        EntryOpening opening = new EntryOpening();
        for (String compartment : held.compartments()) {
            Opener.Held with = new Opener.Held(opening, held.keyring().epochs(compartment));
            Optional<Epoch> epoch = with.epochOf(row.index(), row.epoch(), row.tag());
            if (epoch.isPresent()) {
                try {
                    return judge(new Opener(held.signers()).open(row, epoch.get(), with, held.keyring()));
                } catch (SealException e) {
                    return new Content.Wrong("it does not open");
                }
            }
        }
        return held.all() ? new Content.Wrong("no key fits its tag and epoch") : new Content.Sealed();
    }

    private static Content judge(Opener.Opened opened) {
        return switch (opened) {
            case Opener.Opened.Bad(var fault) -> new Content.Wrong(fault.reason());
            case Opener.Opened.Good(Read.Live _) -> new Content.Open();
            case Opener.Opened.Good(Read.Erased _) -> new Content.Erased();
        };
    }

    private static Finding finding(String where, String what) {
        return new Finding(Finding.Part.ROWS, where, what, false);
    }

    Fsck.Counts counts() {
        return new Fsck.Counts(rows, opened, erased, sealed);
    }

    /** The leaves up to the first gap. */
    LeafSource dense() {
        return new FirstLeaves(journal.leaves(), dense);
    }
}
