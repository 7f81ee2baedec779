// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code .tlog-proof} file: C2SP tlog-proof v1, all that shows offline that a leaf is in a log. Lapwing writes no
 * {@code extra} line and refuses one, because nothing vouches for what it says.
 *
 * @param index the leaf's place in the log, from 0
 * @param path the inclusion proof, the leaf's sibling first
 * @param checkpoint the signed checkpoint, verbatim
 */
public record TlogProof(long index, List<Hash> path, String checkpoint) {
    private static final String HEADER = "c2sp.org/tlog-proof@v1";
    private static final String INDEX = "index ";

    /** No tree of 2^53 leaves is higher. */
    private static final int MAX_PATH = 53;

    public TlogProof {
        path = List.copyOf(path);
        if (!TreeHead.isSize(index) || path.size() > MAX_PATH) {
            throw new TlogException("a proof has an index of 0 to 2^53 - 1 and at most " + MAX_PATH + " hashes");
        }
    }

    /**
     * The proof for leaf {@code index} under this checkpoint, from the log's tiles.
     *
     * @param signed a checkpoint as {@link Checkpoint#sign} gave it
     * @throws TlogException when {@code signed} is none, or the tiles lack what it needs
     */
    public static TlogProof of(TileStore tiles, long index, String signed) {
        Checkpoint checkpoint =
                Checkpoint.parse(Note.parse(signed).orThrow().text()).orThrow();
        return new TlogProof(index, tiles.inclusionProof(index, checkpoint.size()), signed);
    }

    public String format() {
        StringBuilder proof = new StringBuilder(HEADER).append('\n');
        proof.append(INDEX).append(index).append('\n');
        path.forEach(hash -> proof.append(hash.base64()).append('\n'));
        return proof.append('\n').append(checkpoint).toString();
    }

    public static Reading<TlogProof> parse(byte[] bytes) {
        if (bytes.length > Note.MAX_BYTES) {
            return refused("it has more than " + Note.MAX_BYTES + " bytes");
        }
        Optional<String> text = Canonical.utf8(bytes);
        return text.isEmpty() ? refused("it is not UTF-8") : parse(text.get());
    }

    public static Reading<TlogProof> parse(String text) {
        int blank = text.indexOf("\n\n");
        if (blank < 0) {
            return refused("no empty line sets its checkpoint apart");
        }
        String[] lines = text.substring(0, blank).split("\n", -1);
        if (!lines[0].equals(HEADER)) {
            return refused("line 1 must be " + HEADER);
        }
        if (lines.length < 2 || !lines[1].startsWith(INDEX)) {
            return refused("line 2 must be \"index\" and the leaf's place; an \"extra\" line is not accepted");
        }
        Optional<Long> index = Canonical.decimal(lines[1].substring(INDEX.length()));
        if (index.isEmpty()) {
            return refused("line 2: an index is a decimal of 0 to 2^53 - 1 without leading zeroes");
        }
        if (lines.length - 2 > MAX_PATH) {
            return refused("it has more than " + MAX_PATH + " hashes");
        }
        List<Hash> path = new ArrayList<>();
        for (int line = 2; line < lines.length; line++) {
            Optional<Hash> hash = Canonical.hash(lines[line]);
            if (hash.isEmpty()) {
                return refused("line " + (line + 1) + ": a hash is 32 bytes in canonical base64");
            }
            path.add(hash.get());
        }
        return new Reading.Read<>(new TlogProof(index.get(), path, text.substring(blank + 2)));
    }

    private static Reading<TlogProof> refused(String reason) {
        return new Reading.Refused<>("not a tlog proof: " + reason);
    }

    /** Whether the log signed the checkpoint and {@code leaf}, 32 bytes, stands at {@link #index} of its tree. */
    public Verdict verify(byte[] leaf, LogVerifierKey key) {
        if (leaf.length != Tiles.LEAF_BYTES) {
            return new Verdict.NotVerified("a leaf has " + Tiles.LEAF_BYTES + " bytes, not " + leaf.length);
        }
        Verdict verdict = Checkpoint.verify(checkpoint, key);
        if (!(verdict instanceof Verdict.Verified(var signed, var _))) {
            return verdict;
        }
        return switch (MerkleTree.verifyInclusion(MerkleTree.leafHash(leaf), index, signed.head(), path)) {
            case ProofCheck.Holds() -> verdict;
            case ProofCheck.Fails(var reason) -> new Verdict.NotVerified(reason);
        };
    }

    /** Reads a proof file and verifies it: all that {@code lapwing verify} needs for one leaf. */
    public static Verdict verify(byte[] leaf, byte[] file, LogVerifierKey key) {
        return switch (parse(file)) {
            case Reading.Refused<TlogProof>(var reason) -> new Verdict.NotVerified(reason);
            case Reading.Read<TlogProof>(var proof) -> proof.verify(leaf, key);
        };
    }
}
