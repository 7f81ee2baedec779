// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes a file so that it is there whole and durable or not at all: beside its place, forced to disk, moved, and the
 * folder forced too.
 */
final class WholeFile {
    /** Ends the name of a file whose writer has not finished, or was killed. */
    static final String UNFINISHED = ".new";

    interface Writing {
        /** Writes the content; may close the stream, which forces it to disk. */
        void to(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    static void write(Path file, Writing writing) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        boolean whole = false;
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            writing.to(new LeftOpen(Channels.newOutputStream(channel)));
            channel.force(true);
            whole = true;
        } finally {
            if (!whole) {
                Files.deleteIfExists(unfinished);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        if (folder != null) {
            force(folder);
        }
    }

    static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A sealing stream closes what it writes into; the file must still be forced after that. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
