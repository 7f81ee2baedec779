// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.Frontier;
import org.lapwing.tlog.LeafSource;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.Reading;
import org.lapwing.tlog.TileDirectory;
import org.lapwing.tlog.TileFault;
import org.lapwing.tlog.Verdict;

/** The checkpoint against the rows, and the tiles against the rows: three accounts of one history. */
final class LogCheck {
    private static final String CHECKPOINT = "log/checkpoint";

    private final TileDirectory tiles;
    private final LeafSource rows;
    private final List<Finding> findings;

    LogCheck(Path folder, LeafSource rows, List<Finding> findings) {
        this.tiles = new TileDirectory(folder);
        this.rows = rows;
        this.findings = findings;
    }

    /** Whether the rows are what they once were; without a checkpoint nobody can say. */
    private enum History {
        KEPT,
        CHANGED,
        UNKNOWN
    }

    void run(Optional<LogVerifierKey> key) {
        History history =
                tiles.checkpoint().map(bytes -> checkpoint(bytes, key)).orElseGet(this::lost);
        LeafSource written = new FirstLeaves(rows, Math.min(rows.size(), tiles.leaves()));
        for (TileFault fault : tiles.checkTiles(written)) {
            String what = switch (fault.kind()) {
                case MISSING -> "it is missing";
                case DIFFERENT -> "it is not what the rows give";
                case BEYOND -> "it has more leaves than there are rows. Maybe rows were lost";
                case UNKNOWN -> "it is no tile";
            };
            add("log/" + fault.path(), what, fault.kind().repairable() && history != History.CHANGED);
        }
    }

    private History lost() {
        if (tiles.leaves() > 0) {
            add(CHECKPOINT, "it is missing, though there are tiles; it is signed anew when the rows give them", true);
        }
        return History.UNKNOWN;
    }

    private History checkpoint(byte[] bytes, Optional<LogVerifierKey> key) {
        Optional<Checkpoint> stated = key.isPresent() ? verified(bytes, key.get()) : unverified(bytes);
        if (stated.isEmpty()) {
            return History.UNKNOWN;
        }
        Checkpoint checkpoint = stated.get();
        if (checkpoint.size() > rows.size()) {
            add(CHECKPOINT, "it covers " + checkpoint.size() + " rows, there are " + rows.size(), false);
            return History.CHANGED;
        }
        if (!Frontier.of(new FirstLeaves(rows, checkpoint.size())).root().equals(checkpoint.root())) {
            add(CHECKPOINT, "the first " + checkpoint.size() + " rows do not give its root: rows were altered", false);
            return History.CHANGED;
        }
        return History.KEPT;
    }

    private Optional<Checkpoint> verified(byte[] bytes, LogVerifierKey key) {
        return switch (Checkpoint.verify(bytes, key)) {
            case Verdict.Verified(var checkpoint, var _) -> Optional.of(checkpoint);
            case Verdict.NotVerified(var reason) -> {
                add(CHECKPOINT, reason, false);
                yield Optional.empty();
            }
        };
    }

    private Optional<Checkpoint> unverified(byte[] bytes) {
        String note = new String(bytes, StandardCharsets.UTF_8);
        int end = note.indexOf("\n\n");
        return switch (Checkpoint.parse(end < 0 ? note : note.substring(0, end + 1))) {
            case Reading.Read<Checkpoint>(var checkpoint) -> Optional.of(checkpoint);
            case Reading.Refused<Checkpoint>(var reason) -> {
                add(CHECKPOINT, reason, false);
                yield Optional.empty();
            }
        };
    }

    private void add(String where, String what, boolean repairable) {
        findings.add(new Finding(Finding.Part.LOG, where, what, repairable));
    }
}
