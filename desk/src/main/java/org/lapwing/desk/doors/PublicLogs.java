// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lapwing.dossier.PublicLog;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.LogVerifierKey;

/** The log that the world sees: its key, for a publisher, and its leaves, opaque, in one file. */
public final class PublicLogs {
    private static final int LEAF_BYTES = 32;

    private final Doors doors;
    private final Path file;

    public PublicLogs(Doors doors, DeskPlace place) {
        this.doors = doors;
        this.file = place.released().resolve("log").resolve("leaves");
    }

    /** The log as it stands, if this member was granted its key. */
    public synchronized Optional<PublicLog> open(Unlocked member) {
        return member.keys()
                .secret(Founding.PUBLISHED)
                .map(secret -> new PublicLog(new LogKey(verifier().name(), secret), leaves()));
    }

    /** The public key, for whoever is to verify a package. */
    public LogVerifierKey verifier() {
        return LogVerifierKey.ofLines(doors.roster().publishedLogKeys()).orThrow();
    }

    /** Keeps what a publication added, before the package is handed out. */
    public synchronized void keep(List<byte[]> added) {
        var all = new ByteArrayOutputStream();
        leaves().forEach(all::writeBytes);
        added.forEach(all::writeBytes);
        DeskPlace.write(file, all.toByteArray());
    }

    private List<byte[]> leaves() {
        List<byte[]> leaves = new ArrayList<>();
        byte[] all = Files.exists(file) ? DeskPlace.read(file) : new byte[0];
        for (int at = 0; at + LEAF_BYTES <= all.length; at += LEAF_BYTES) {
            leaves.add(Arrays.copyOfRange(all, at, at + LEAF_BYTES));
        }
        return leaves;
    }
}
