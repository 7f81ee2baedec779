// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Entry;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.FieldTree;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.seal.EntrySeal;
import org.lapwing.seal.EntryText;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.SealedEntry;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.VerifyKey;

/** Turns drafts into signed sealed entries on the caller's thread, and refuses what no reader could open or believe. */
final class Preparing {
    /** An entry is a fact, not a file: longer things are blobs. */
    static final int MOST_BODY_BYTES = 1 << 20;

    /** Drafts of one append at most. */
    static final int MOST_DRAFTS = 1024;

    /** @param durable the number of rows when it was asked */
    record Asked(List<Draft> drafts, Basis basis, long durable) {}

    sealed interface Step {}

    record Ready(Prepared prepared) implements Step {}

    record Answered(Outcome outcome) implements Step {}

    /** A refusal on the way through the drafts; never leaves this class. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refusal(String reason) {
            super(reason, null, false, false);
        }
    }

    private final Surroundings surroundings;
    private final Staleness staleness;
    private final EntrySeal sealer;

    Preparing(Surroundings surroundings, Staleness staleness) {
        this.surroundings = surroundings;
        this.staleness = staleness;
        this.sealer = new EntrySeal(surroundings.random());
    }

    Step prepare(Author author, Asked asked, Keyring keyring) {
        try {
            check(author, asked);
            List<Staleness.Watched> watched = watched(asked.drafts(), keyring);
            List<Header> later =
                    staleness.later(asked.basis(), watched, asked.basis().position() + 1, asked.durable());
            if (!later.isEmpty()) {
                return new Answered(new Outcome.Stale(later));
            }
            Instant time = surroundings.clock().instant();
            List<Prepared.Signed> entries = new ArrayList<>();
            for (Draft draft : asked.drafts()) {
                entries.add(seal(author, draft, new Signing(asked.basis(), time), keyring));
            }
            return new Ready(new Prepared(entries, asked.basis(), asked.durable(), watched));
        } catch (Refusal | EntryException refusal) {
            return new Answered(new Outcome.Refused(String.valueOf(refusal.getMessage())));
        }
    }

    private void check(Author author, Asked asked) {
        if (asked.drafts().isEmpty() || asked.drafts().size() > MOST_DRAFTS) {
            throw new Refusal("an append has 1 to " + MOST_DRAFTS + " drafts, not "
                    + asked.drafts().size());
        }
        long position = asked.basis().position();
        if (position < -1 || position >= asked.durable()) {
            throw new Refusal(
                    "the basis is at position " + position + ", the journal ends at " + (asked.durable() - 1));
        }
        Optional<VerifyKey> signer = surroundings.signers().at(author.member());
        if (signer.isEmpty() || !signer.get().equals(author.key().verifyKey())) {
            throw new Refusal("the author's signing key is not the one in the roster");
        }
    }

    private static List<Staleness.Watched> watched(List<Draft> drafts, Keyring keyring) {
        Set<String> compartments = new LinkedHashSet<>();
        drafts.forEach(draft -> compartments.add(draft.compartment()));
        return compartments.stream()
                .map(compartment -> new Staleness.Watched(compartment, keyring.epochs(compartment)))
                .toList();
    }

    private record Signing(Basis basis, Instant time) {}

    private Prepared.Signed seal(Author author, Draft draft, Signing signing, Keyring keyring) {
        Epoch epoch = keyring.newest(draft.compartment())
                .orElseThrow(() -> new Refusal("there is no key for compartment " + draft.compartment()));
        ShredKey shredKey = keyring.shredKey(draft.shredKey())
                .orElseThrow(() -> new Refusal("a draft's shred key is not there. Maybe its source was erased"));
        Header header = new Header(
                Id.random(surroundings.random()),
                draft.kind(),
                draft.version(),
                draft.compartment(),
                author.member(),
                signing.time(),
                draft.subjects(),
                draft.shredKey());
        Entry entry = sign(author, draft, header, signing.basis());
        byte[] body = entry.encodeBody();
        if (header.encode().length > Header.MOST_BYTES) {
            throw new Refusal("a header has at most " + Header.MOST_BYTES + " bytes: name fewer subjects");
        }
        if (body.length > MOST_BODY_BYTES) {
            throw new Refusal("an entry's body has at most " + MOST_BODY_BYTES + " bytes, not " + body.length
                    + ": put long things into a blob");
        }
        SealedEntry sealed =
                sealer.seal(epoch, shredKey, Opener.context(header, epoch), new EntryText(header.encode(), body));
        return new Prepared.Signed(
                entry, epoch, entry.leaf(sealed.ciphertextHash()).hash(), sealed);
    }

    private Entry sign(Author author, Draft draft, Header header, Basis basis) {
        byte[] salt = new byte[32];
        surroundings.random().nextBytes(salt);
        byte[] root = new FieldTree(salt, draft.fields()).root();
        byte[] signature = author.key().sign(Entry.toSign(header, root, basis));
        return new Entry(header, draft.fields(), basis, salt, signature);
    }
}
