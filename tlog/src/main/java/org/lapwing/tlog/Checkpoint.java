// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A log's statement of its size and root: C2SP tlog-checkpoint v1.0.0, with no extension lines. Signed, it is a note
 * with two signatures under the log's own name: Ed25519 over the text, and an ML-DSA-44 cosignature of
 * tlog-cosignature v1.1.0 over the same values and a time.
 */
public record Checkpoint(String origin, long size, Hash root) {
    private static final byte[] COSIGNED_LABEL = "subtree/v1\n\0".getBytes(StandardCharsets.US_ASCII);
    private static final int ML_DSA_44_SIGNATURE_BYTES = 2420;

    /** 9999-12-31T23:59:59Z: a later time is surely not one. */
    private static final long LAST_SECOND = 253_402_300_799L;

    public Checkpoint {
        if (!Note.isKeyName(origin)) {
            throw new TlogException("an origin has 1 to 255 bytes and neither spaces, plus nor control characters");
        }
        if (!TreeHead.isSize(size)) {
            throw new TlogException("a checkpoint's size must be 0 to 2^53 - 1");
        }
    }

    public Checkpoint(String origin, TreeHead head) {
        this(origin, head.size(), head.root());
    }

    public TreeHead head() {
        return new TreeHead(size, root);
    }

    /** The three lines that are signed. */
    public String text() {
        return origin + "\n" + size + "\n" + root.base64() + "\n";
    }

    /** Reads the text of a note, without its signatures. */
    public static Reading<Checkpoint> parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length != 4 || !lines[3].isEmpty()) {
            return refused("it has three lines, each ended by a newline: origin, size, root; no extension lines");
        }
        if (!Note.isKeyName(lines[0])) {
            return refused("line 1, the origin, has 1 to 255 bytes and neither spaces, plus nor control characters");
        }
        Optional<Long> size = Canonical.decimal(lines[1]);
        if (size.isEmpty()) {
            return refused("line 2, the size, is a decimal of 0 to 2^53 - 1 without leading zeroes");
        }
        Optional<Hash> root = Canonical.hash(lines[2]);
        if (root.isEmpty()) {
            return refused("line 3, the root, is 32 bytes in canonical base64");
        }
        if (size.get() == 0 && !root.get().equals(MerkleTree.emptyRoot())) {
            return refused("line 3 is not the root of a log without leaves");
        }
        return new Reading.Read<>(new Checkpoint(lines[0], size.get(), root.get()));
    }

    private static Reading<Checkpoint> refused(String reason) {
        return new Reading.Refused<>("not a checkpoint: " + reason);
    }

    /**
     * The checkpoint with both signatures. The time is stated to the second and becomes public: pass a clock that tells
     * no more than the hour of publishing.
     *
     * @throws TlogException when the key is another log's
     */
    public String sign(LogKey key, Clock clock) {
        if (!key.name().equals(origin)) {
            throw new TlogException("the key of " + key.name() + " does not sign for " + origin);
        }
        long second = clock.instant().getEpochSecond();
        if (second < 1 || second > LAST_SECOND) {
            throw new TlogException("a cosignature's time must lie between 1970 and 9999. Maybe the clock is wrong");
        }
        byte[] pq = key.signMlDsa44(cosignedMessage(second));
        byte[] timestamped = ByteBuffer.allocate(Long.BYTES + pq.length)
                .putLong(second)
                .put(pq)
                .array();
        LogVerifierKey keys = key.verifier();
        byte[] classic = key.signEd25519(text().getBytes(StandardCharsets.UTF_8));
        return new Note(
                        text(),
                        List.of(
                                new Note.Signature(origin, keys.ed25519().id(), classic),
                                new Note.Signature(origin, keys.mlDsa44().id(), timestamped)))
                .format();
    }

    /** The {@code cosigned_message} of tlog-cosignature for the whole tree: the log cosigns under its own name. */
    private byte[] cosignedMessage(long second) {
        return cosignedMessage(origin, second);
    }

    byte[] cosignedMessage(String cosigner, long second) {
        byte[] by = cosigner.getBytes(StandardCharsets.UTF_8);
        byte[] name = origin.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(COSIGNED_LABEL.length + 2 + by.length + name.length + 3 * Long.BYTES + Hash.BYTES)
                .put(COSIGNED_LABEL)
                .put((byte) by.length)
                .put(by)
                .putLong(second)
                .put((byte) name.length)
                .put(name)
                .putLong(0)
                .putLong(size)
                .put(root.raw())
                .array();
    }

    /** Verifies a signed checkpoint from a file; see {@link #verify(String, LogVerifierKey)}. */
    public static Verdict verify(byte[] bytes, LogVerifierKey key) {
        return verify(Note.parse(bytes), key);
    }

    /**
     * Verifies a signed checkpoint. Both signatures of this log must be there and right; those of other keys are passed
     * over, as signed-note asks.
     */
    public static Verdict verify(String text, LogVerifierKey key) {
        return verify(Note.parse(text), key);
    }

    private static Verdict verify(Reading<Note> reading, LogVerifierKey key) {
        return switch (reading) {
            case Reading.Refused<Note>(var reason) -> new Verdict.NotVerified(reason);
            case Reading.Read<Note>(var note) ->
                switch (parse(note.text())) {
                    case Reading.Refused<Checkpoint>(var reason) -> new Verdict.NotVerified(reason);
                    case Reading.Read<Checkpoint>(var checkpoint) -> checkpoint.verify(note, key);
                };
        };
    }

    private Verdict verify(Note note, LogVerifierKey key) {
        if (!origin.equals(key.name())) {
            return new Verdict.NotVerified("the checkpoint is of another log than the key");
        }
        Optional<Note.Signature> classic = note.by(key.ed25519());
        Optional<Note.Signature> pq = note.by(key.mlDsa44());
        if (classic.isEmpty()) {
            return new Verdict.NotVerified("the log's Ed25519 signature is missing");
        }
        if (pq.isEmpty()) {
            return new Verdict.NotVerified("the log's ML-DSA-44 signature is missing");
        }
        if (!key.verifiesEd25519(note.signedBytes(), classic.get().bytes())) {
            return new Verdict.NotVerified("the Ed25519 signature is wrong");
        }
        ByteBuffer timestamped = ByteBuffer.wrap(pq.get().bytes());
        if (timestamped.remaining() != Long.BYTES + ML_DSA_44_SIGNATURE_BYTES) {
            return new Verdict.NotVerified("an ML-DSA-44 cosignature has 2428 bytes, not " + timestamped.remaining());
        }
        long second = timestamped.getLong();
        if (second < 1 || second > LAST_SECOND || !key.verifiesMlDsa44(cosignedMessage(second), timestamped)) {
            return new Verdict.NotVerified("the ML-DSA-44 signature is wrong");
        }
        return new Verdict.Verified(this, Instant.ofEpochSecond(second));
    }

    /**
     * Verifies that a witness cosigned a checkpoint: with ML-DSA-44 under the witness's own name. It says nothing of the
     * log's own signatures.
     */
    public static Verdict verifyWitness(String text, NoteKey witness) {
        if (witness.type() != NoteKey.Type.ML_DSA_44_COSIGNATURE) {
            return new Verdict.NotVerified("a witness cosigns with ML-DSA-44");
        }
        if (!(Note.parse(text) instanceof Reading.Read<Note>(var note))
                || !(parse(note.text()) instanceof Reading.Read<Checkpoint>(var checkpoint))) {
            return new Verdict.NotVerified("not a signed checkpoint");
        }
        return note.by(witness)
                .map(signature -> checkpoint.verifyWitness(signature, witness))
                .orElseGet(
                        () -> new Verdict.NotVerified("the cosignature of witness " + witness.name() + " is missing"));
    }

    private Verdict verifyWitness(Note.Signature signature, NoteKey witness) {
        ByteBuffer timestamped = ByteBuffer.wrap(signature.bytes());
        if (timestamped.remaining() == Long.BYTES + ML_DSA_44_SIGNATURE_BYTES) {
            long second = timestamped.getLong();
            byte[] message = cosignedMessage(witness.name(), second);
            if (second >= 1 && second <= LAST_SECOND && LogVerifierKey.verifiesMlDsa44(witness, message, timestamped)) {
                return new Verdict.Verified(this, Instant.ofEpochSecond(second));
            }
        }
        return new Verdict.NotVerified("the cosignature of witness " + witness.name() + " is wrong");
    }

    /** Whether {@code newer} only added leaves to this checkpoint's tree; both must have been verified before. */
    public ProofCheck continuedBy(Checkpoint newer, List<Hash> proof) {
        if (!origin.equals(newer.origin)) {
            return new ProofCheck.Fails("the two checkpoints are of different logs");
        }
        if (size == 0 && newer.size > 0 && proof.isEmpty()) {
            return new ProofCheck.Holds();
        }
        return MerkleTree.verifyConsistency(head(), newer.head(), proof);
    }
}
