// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.lapwing.linkage.files.Sink;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridRecipient;

/** A folder of results that appears whole or not at all: written beside its name, for its owner's eyes only, and renamed. */
final class OutFolder {

    private final Path folder;

    /** Refuses a folder that holds something, before any work is done. */
    OutFolder(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath().normalize();
        if (Files.exists(folder)) {
            try (Stream<Path> inside = Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new BadInput(
                            folder + ": it exists already, and is left as it is; name a folder that does not");
                }
            }
        }
        Path above = this.folder.getParent();
        if (above == null || !Files.isDirectory(above)) {
            throw new BadInput(folder + ": it cannot be made there: the folder above it does not exist");
        }
    }

    /** The folder that it will stand in. */
    Path above() {
        return Objects.requireNonNull(folder.getParent());
    }

    /** Writes a set of files. */
    interface Content {
        void writeTo(Sink sink) throws IOException;
    }

    /** @param to to whom each file is sealed, under its name and {@code .age}; plain if nobody */
    void write(List<HybridRecipient> to, SecureRandom random, Content content) throws IOException {
        Path beside = folder.resolveSibling(
                "." + folder.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        try {
            Files.createDirectory(beside);
            if (Files.getFileStore(beside).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rwx------"));
            }
            content.writeTo(name -> open(beside, name, to, random));
            Files.deleteIfExists(folder);
            Files.move(beside, folder, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            sweep(beside);
        }
    }

    private static OutputStream open(Path folder, String name, List<HybridRecipient> to, SecureRandom random)
            throws IOException {
        OutputStream file = Files.newOutputStream(folder.resolve(to.isEmpty() ? name : name + ".age"));
        OutputStream buffered = new BufferedOutputStream(file, 1 << 16);
        return to.isEmpty() ? buffered : AgeFile.seal(to, buffered, random);
    }

    private static void sweep(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
