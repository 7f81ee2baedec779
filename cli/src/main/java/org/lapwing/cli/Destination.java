// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a command's result goes: standard output, or a file that appears whole or not at all. It is written beside its
 * name, for its owner's eyes only, brought to the disk, and renamed.
 */
final class Destination {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Terminal terminal;
    private final @Nullable Path file;

    Destination(Terminal terminal, @Nullable Path file) {
        this.terminal = terminal;
        this.file = file;
    }

    /** How messages call it. */
    String name() {
        return file == null ? "standard output" : file.toString();
    }

    /** Writes the content; a stream that {@code content} closes is closed once. */
    void write(Content content) throws IOException {
        if (file == null) {
            content.writeTo(terminal.out());
            terminal.out().flush();
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new BadInput(file + ": it exists and is not a file; accepted is the name of a file");
        } else {
            writeBeside(file, content, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** The same, refusing to replace a file that is there: for keys, which cannot be made again. */
    void writeNew(Content content) throws IOException {
        if (file != null && Files.exists(file)) {
            throw new BadInput(file + ": it exists already, and is left as it is; name a file that does not");
        }
        write(content);
    }

    private static void writeBeside(Path file, Content content, StandardCopyOption... how) throws IOException {
        Path target = file.toAbsolutePath();
        Path beside = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        boolean whole = false;
        try {
            try (FileChannel channel = FileChannel.open(beside, NEW, ownerOnly(target));
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(new KeptOpen(out));
                channel.force(true);
            }
            Files.move(beside, target, how);
            whole = true;
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            throw new BadInput(file + ": it cannot be written there: " + reason(e));
        } finally {
            if (!whole) {
                Files.deleteIfExists(beside);
            }
        }
    }

    private static String reason(FileSystemException e) {
        return e instanceof NoSuchFileException ? "the folder does not exist" : e.getFile() + " is in the way";
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Writes a result. */
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** The file must still be brought to the disk after the content's last stream was closed. */
    private static final class KeptOpen extends OutputStream {
        private final OutputStream out;

        KeptOpen(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }
    }
}
