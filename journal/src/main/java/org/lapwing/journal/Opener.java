// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lapwing.entry.Entry;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Header;
import org.lapwing.entry.Leaf;
import org.lapwing.seal.EntryContext;
import org.lapwing.seal.EntryOpening;
import org.lapwing.seal.EntrySeal;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SealedEntry;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.VerifyKey;

/** Opens one row, and lets nothing through that was not checked, now or once for a {@link Mark}. */
final class Opener {
    private final Signers signers;
    private final boolean again;

    Opener(Signers signers) {
        this(signers, true);
    }

    private Opener(Signers signers, boolean again) {
        this.signers = signers;
        this.again = again;
    }

    /** For rows that a {@link Mark} covers: opens them, and leaves signature and leaf to it. */
    Opener underMark() {
        return new Opener(signers, false);
    }

    /** What a row came to. */
    sealed interface Opened {
        record Good(Read read) implements Opened {}

        record Bad(Fault fault) implements Opened {}
    }

    /** What rows of one compartment are opened with. For one thread. */
    record Held(EntryOpening opening, List<Epoch> epochs) {
        /** The epoch whose tag the row bears; empty when it lies in another compartment. */
        Optional<Epoch> epochOf(long index, int number, byte[] tag) {
            for (Epoch epoch : epochs) {
                if (epoch.number() == number && opening.bears(epoch, index, tag)) {
                    return Optional.of(epoch);
                }
            }
            return Optional.empty();
        }
    }

    /** The header of a row of this compartment, or nothing where it is another's or does not open. */
    static Optional<Header> header(Rows.Head head, Held held, String compartment) {
        return held.epochOf(head.index(), head.epoch(), head.tag()).flatMap(epoch -> {
            try {
                Header header = Header.decode(held.opening().header(epoch, head.header()));
                return header.compartment().equals(compartment) ? Optional.of(header) : Optional.empty();
            } catch (SealException | EntryException _) {
                // a damaged row touches nothing; scans and fsck name it
                return Optional.empty();
            }
        });
    }

    /** What a sealed body is bound to. */
    static EntryContext context(Header header, Epoch epoch) {
        return new EntryContext(
                header.id().bytes(), header.kind(), header.version(), header.compartment(), epoch.number());
    }

    /**
     * @param epoch the one whose tag the row bears; after a rotation the data key is wrapped under a later one of those held
     */
    Opened open(StoredRow row, Epoch epoch, Held held, Keyring keyring) {
        Header header;
        try {
            header = Header.decode(held.opening().header(epoch, row.header()));
        } catch (SealException | EntryException _) {
            return bad(row, "its header does not open under the key whose tag it bears");
        }
        if (!header.compartment().equals(epoch.compartment())) {
            return bad(row, "its header names another compartment than its tag");
        }
        Optional<ShredKey> shredKey = keyring.shredKey(header.shredKey());
        if (shredKey.isEmpty()) {
            return new Opened.Good(new Read.Erased(row.index(), header));
        }
        try {
            Epoch wrapping = wrapping(row, held.epochs());
            SealedEntry sealed = new SealedEntry(row.wrappedKey(), row.header(), row.body());
            byte[] body = held.opening().body(wrapping, shredKey.get(), context(header, epoch), sealed);
            Entry entry = Entry.decode(header, body);
            byte[] ciphertextHash = held.opening().ciphertextHash(row.header(), row.body());
            Read.Live live = new Read.Live(row.index(), entry, ciphertextHash);
            return again ? checked(row, live) : new Opened.Good(live);
        } catch (SealException _) {
            return bad(row, "its body does not open, though its header does and its shred key is there");
        } catch (EntryException _) {
            return bad(row, "its body is not in the form of an entry");
        }
    }

    private static Epoch wrapping(StoredRow row, List<Epoch> epochs) {
        int number = EntrySeal.wrapEpoch(row.wrappedKey());
        for (Epoch each : epochs) {
            if (each.number() == number) {
                return each;
            }
        }
        throw new SealException("the epoch of the wrapping is not at hand");
    }

    private Opened checked(StoredRow row, Read.Live live) {
        Entry entry = live.entry();
        Optional<VerifyKey> signer = signers.at(entry.header().author());
        if (signer.isEmpty()) {
            return bad(row, "its author is not in the roster");
        }
        Leaf opening = live.opening();
        byte[] signed = Entry.toSign(entry.header(), opening.fieldRoot(), entry.basis());
        if (!signer.get().verify(signed, entry.signature())) {
            return bad(row, "its signature is not its author's");
        }
        if (!Arrays.equals(opening.hash(), row.leaf())) {
            return bad(row, "its leaf is not that of its content");
        }
        return new Opened.Good(live);
    }

    private static Opened bad(StoredRow row, String reason) {
        return new Opened.Bad(new Fault(row.index(), reason));
    }
}
