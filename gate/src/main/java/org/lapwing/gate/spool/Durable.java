// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Small files that are there whole or not at all, and stay. For what is no secret; reports are sealed first. */
public final class Durable {

    private Durable() {}

    /** Replaces a file by way of a neighbour whose name ends in {@code .part}. One writer at a time. */
    public static void write(Path file, byte[] content) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        SealedFile.write(part, content);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        GroupSync.now(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    }
}
