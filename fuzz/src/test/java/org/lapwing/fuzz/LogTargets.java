// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.lapwing.fuzz.Parser.same;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.Frontier;
import org.lapwing.tlog.Hash;
import org.lapwing.tlog.LeafSource;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.MerkleTree;
import org.lapwing.tlog.Note;
import org.lapwing.tlog.NoteKey;
import org.lapwing.tlog.Reading;
import org.lapwing.tlog.TileName;
import org.lapwing.tlog.TilesInMemory;
import org.lapwing.tlog.TlogException;
import org.lapwing.tlog.TlogProof;
import org.lapwing.tlog.TreeHead;
import org.lapwing.tlog.Verdict;

/** The log's files. */
final class LogTargets {
    private static final int LEAVES = 300;

    private final Cast cast = new Cast();
    private final List<byte[]> leaves = new ArrayList<>();
    private final TreeHead head;
    private final String signed;

    LogTargets() {
        for (int i = 0; i < LEAVES; i++) {
            byte[] leaf = new byte[32];
            Arrays.fill(leaf, (byte) i);
            leaf[0] = (byte) (i >> 8);
            leaves.add(leaf);
        }
        List<Hash> hashes = MerkleTree.leafHashes(leaves);
        head = new TreeHead(LEAVES, MerkleTree.root(hashes));
        signed = new Checkpoint(cast.log.name(), head)
                .sign(cast.log, Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));
    }

    String signed() {
        return signed;
    }

    List<byte[]> leaves() {
        return leaves;
    }

    static void note(byte[] input) {
        if (Note.parse(input) instanceof Reading.Read<Note>(var note)) {
            same(input, note.format().getBytes(StandardCharsets.UTF_8), "a note");
        }
    }

    void checkpoint(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        if (Checkpoint.parse(text) instanceof Reading.Read<Checkpoint>(var checkpoint)) {
            same(text, checkpoint.text(), "a checkpoint's text");
        }
        if (Checkpoint.verify(input, cast.log.verifier()) instanceof Verdict.Verified verified) {
            same(head, verified.checkpoint().head(), "the only checkpoint that was signed");
        }
        Checkpoint.verifyWitness(text, cast.log.verifier().mlDsa44());
    }

    static void logKey(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        if (LogVerifierKey.parse(text) instanceof Reading.Read<LogVerifierKey>(var key)) {
            same(text, key.text(), "a log key");
        }
        if (NoteKey.parse(text) instanceof Reading.Read<NoteKey>(var key)) {
            same(text, key.text(), "a verifier key");
        }
        LogVerifierKey.ofLines(text.lines().toList());
    }

    void proof(byte[] input) {
        if (TlogProof.parse(input) instanceof Reading.Read<TlogProof>(var proof)) {
            same(input, proof.format().getBytes(StandardCharsets.UTF_8), "a proof");
            byte[] leaf = leaves.get((int) (proof.index() % LEAVES));
            if (proof.verify(leaf, cast.log.verifier()) instanceof Verdict.Verified && proof.index() >= LEAVES) {
                throw new AssertionError("a leaf was proven at a place that the log does not have");
            }
        }
    }

    /** A tile's name in the first line, its bytes behind: beside good tiles it is named, and gives no other root. */
    void tiles(byte[] input) {
        String text = new String(input, StandardCharsets.ISO_8859_1);
        int end = text.indexOf('\n');
        byte[] bytes = Arrays.copyOfRange(input, end + 1, input.length);
        if (Frontier.parse(bytes) instanceof Reading.Read<Frontier>(var frontier)) {
            same(bytes, frontier.toBytes(), "a frontier");
        }
        if (end < 0) {
            return;
        }
        TileName.parse(text.substring(0, end)).ifPresent(name -> {
            same(text.substring(0, end), name.path(), "a tile's name");
            var tiles = new TilesInMemory();
            LeafSource source = LeafSource.of(leaves);
            tiles.writeUpTo(source, LEAVES);
            boolean good = tiles.read(name)
                    .filter(there -> Arrays.equals(there, bytes))
                    .isPresent();
            tiles.overwrite(name, bytes);
            boolean found = !tiles.checkTiles(source).isEmpty();
            if (good == found && !isOldPartial(name, bytes)) {
                throw new AssertionError(name + ": a changed tile passed unseen, or a good one was accused");
            }
            try {
                boolean hashTile = name.level() != TileName.ENTRIES;
                if (!tiles.root(LEAVES).equals(head.root()) && !(found && hashTile)) {
                    throw new AssertionError(name + " gives another root");
                }
                tiles.inclusionProof(7, LEAVES);
            } catch (TlogException refused) {
                return; // its length is wrong
            }
        });
    }

    /** A narrower tile that a log of fewer leaves would have had is no fault. */
    private boolean isOldPartial(TileName name, byte[] bytes) {
        var tiles = new TilesInMemory();
        LeafSource source = LeafSource.of(leaves);
        tiles.writeUpTo(source, LEAVES);
        return tiles.read(name.whole())
                .or(() -> tiles.partialWidths(name.whole()).stream()
                        .filter(width -> width > name.width())
                        .findFirst()
                        .flatMap(width -> tiles.read(new TileName(name.level(), name.index(), width))))
                .filter(wider ->
                        wider.length >= bytes.length && Arrays.equals(Arrays.copyOf(wider, bytes.length), bytes))
                .isPresent();
    }
}
