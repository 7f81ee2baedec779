// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.Frontier;
import org.lapwing.tlog.Hash;
import org.lapwing.tlog.LeafSource;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.TileDirectory;
import org.lapwing.tlog.TileFault;
import org.lapwing.tlog.TileName;
import org.lapwing.tlog.TlogException;
import org.lapwing.tlog.TreeHead;
import org.lapwing.tlog.Verdict;

/**
 * The tile log of the rows: files derived from leaves, and the internal checkpoint that holds the rows to what they once
 * were. Refuses to sign when the rows do not continue the last checkpoint. Used by one thread at a time.
 */
public final class JournalLog {
    /** What became of a wish to sign. */
    public sealed interface Signing {
        /** The checkpoint lies in the log's folder. */
        record Signed(Checkpoint checkpoint) implements Signing {}

        /** Rows, tiles and the last checkpoint do not agree; nothing was signed or changed. */
        record RefusedToSign(String reason) implements Signing {}
    }

    private final TileDirectory tiles;
    private final LeafSource rows;

    /** The rows' tree as far as this process has read it. */
    private Frontier seen = new Frontier();

    /** The head that was last found to be the rows'. */
    private TreeHead trusted = seen.head();

    /** Whether this process has compared all tiles with the rows: once, since later signings read only what was added. */
    private boolean audited;

    public JournalLog(TileDirectory tiles, LeafSource rows) {
        this.tiles = tiles;
        this.rows = rows;
    }

    /**
     * Writes the tiles that are missing for the rows there are. Called at opening and after appends; a kill in between
     * costs nothing.
     *
     * @throws TlogException when a tile to be written is there with other bytes
     */
    public synchronized TreeHead bringUp() {
        return tiles.writeUpTo(rows, rows.size());
    }

    /**
     * Brings the tiles up and signs a checkpoint over all rows. Tiles that are missing or damaged are written anew where
     * the last checkpoint vouches for the rows they come from.
     */
    public synchronized Signing sign(LogKey key, Clock clock) {
        try {
            Optional<String> reason = tiles.checkpoint().flatMap(bytes -> disagreement(bytes, key.verifier()));
            if (reason.isEmpty() && tiles.checkpoint().isEmpty()) {
                // a lost checkpoint: no row before this one is vouched for by anything but the tiles
                seen = new Frontier();
                trusted = seen.head();
                reason = beyond();
            }
            return reason.isPresent() ? new Signing.RefusedToSign(reason.get()) : signed(key, clock);
        } catch (TlogException | JournalException e) {
            return new Signing.RefusedToSign(String.valueOf(e.getMessage()));
        }
    }

    /** Whether there are rows that no checkpoint of this process covers. */
    public synchronized boolean behind() {
        return !audited || rows.size() != trusted.size();
    }

    private Optional<String> disagreement(byte[] last, LogVerifierKey key) {
        return switch (Checkpoint.verify(last, key)) {
            case Verdict.NotVerified(var reason) -> Optional.of("the last checkpoint is not this log's: " + reason);
            case Verdict.Verified(var checkpoint, var _)
            when !continues(checkpoint.head()) ->
                Optional.of("the rows are not those of the last checkpoint, over " + checkpoint.size()
                        + " rows. Maybe rows were altered or lost");
            case Verdict.Verified _ -> Optional.empty();
        };
    }

    /** Where the checkpoint is gone, the tiles still say how many rows there were, and what they were. */
    private Optional<String> beyond() {
        return tiles.checkTiles(new FirstLeaves(rows, Math.min(rows.size(), tiles.leaves()))).stream()
                .filter(fault -> fault.kind() == TileFault.Kind.BEYOND || fault.kind() == TileFault.Kind.DIFFERENT)
                .filter(fault -> !derivable(fault, new Frontier().head()))
                .findFirst()
                .map(fault -> "the checkpoint is lost, and log/" + fault.path()
                        + " is not what the rows give. Maybe rows were altered or lost: restore a backup");
    }

    private Signing signed(LogKey key, Clock clock) {
        long size = rows.size();
        advance(seen, size);
        if (!broughtUp(size) || !audited) {
            mend(trusted);
            audited = true;
        }
        if (!tiles.root(size).equals(seen.root())) {
            return new Signing.RefusedToSign("the tiles disagree with the rows and cannot be mended");
        }
        String signed = new Checkpoint(key.name(), seen.head()).sign(key, clock);
        return switch (tiles.publish(signed, key.verifier())) {
            case Verdict.NotVerified(var reason) -> new Signing.RefusedToSign(reason);
            case Verdict.Verified(var checkpoint, var _) -> {
                trusted = checkpoint.head();
                yield new Signing.Signed(checkpoint);
            }
        };
    }

    /** Whether the tiles give the rows' root once they are written up to this size. */
    private boolean broughtUp(long size) {
        try {
            return tiles.writeUpTo(rows, size).equals(seen.head());
        } catch (TlogException _) {
            // a tile is missing, cut short or other than the rows give: mending names it
            return false;
        }
    }

    /**
     * Writes missing and damaged tiles anew from the rows. What the rows were is vouched for by the last checkpoint alone:
     * a whole tile of later rows that differs, or of more rows than there are, is evidence, and stays.
     */
    private List<TileFault> mend(TreeHead vouched) {
        LeafSource all = new FirstLeaves(rows, rows.size());
        List<TileFault> faults = tiles.checkTiles(all);
        for (TileFault fault : faults) {
            if (fault.kind() == TileFault.Kind.BEYOND) {
                throw new TlogException("log/" + fault.path()
                        + " is of more rows than there are. Maybe rows were lost: restore the journal");
            }
            if (fault.kind() == TileFault.Kind.DIFFERENT && !derivable(fault, vouched)) {
                throw new TlogException("log/" + fault.path() + " is not what the rows give, and no checkpoint holds "
                        + "those rows. Maybe rows were altered: compare with a backup");
            }
        }
        return faults.isEmpty() ? faults : tiles.repair(all, vouched);
    }

    private boolean derivable(TileFault fault, TreeHead vouched) {
        Optional<TileName> name = TileName.parse(fault.path());
        return name.filter(tile -> tile.leavesUntil() <= vouched.size()).isPresent()
                || name.filter(tile -> tiles.read(tile).filter(tile::isWhole).isEmpty())
                        .isPresent();
    }

    /** Whether the first rows are still the tree of this head. */
    private boolean continues(TreeHead head) {
        if (head.equals(trusted)) {
            return true;
        }
        if (head.size() > rows.size()) {
            return false;
        }
        Frontier anew = new Frontier();
        advance(anew, head.size());
        if (!anew.root().equals(head.root())) {
            return false;
        }
        seen = anew;
        trusted = head;
        return true;
    }

    private void advance(Frontier frontier, long until) {
        while (frontier.size() < until) {
            rows.range(frontier.size(), Math.min(until, frontier.size() + Rows.PIECE))
                    .forEach(frontier::add);
        }
    }

    /**
     * The root of the first {@code size} rows: from the tiles where they were written at this size, else from the rows.
     * Empty when there are fewer rows.
     */
    public synchronized Optional<Hash> rootAt(long size) {
        if (size < 0 || size > rows.size()) {
            return Optional.empty();
        }
        try {
            return Optional.of(tiles.root(size));
        } catch (TlogException _) {
            Frontier frontier = new Frontier();
            advance(frontier, size);
            return Optional.of(frontier.root());
        }
    }

    /**
     * Writes damaged tiles anew from the rows, when the rows still are those of the last checkpoint.
     *
     * @return the faults found, those that are repairable mended
     * @throws TlogException when the checkpoint is not this log's, the rows are not its rows, or a tile of rows that it
     *     does not cover differs; nothing was changed
     */
    public synchronized List<TileFault> repair(LogVerifierKey key) {
        Optional<byte[]> before = tiles.checkpoint();
        if (before.isEmpty()) {
            return mend(new Frontier().head());
        }
        return switch (Checkpoint.verify(before.get(), key)) {
            case Verdict.Verified(var checkpoint, var _) -> mend(checkpoint.head());
            case Verdict.NotVerified(var reason) ->
                throw new TlogException("the tiles stay as they are: the checkpoint is not this log's: " + reason);
        };
    }
}
