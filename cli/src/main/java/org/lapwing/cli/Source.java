// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lapwing.seal.AgeKeyFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.SealException;

/** Where a command's input comes from: standard input, or a file. */
final class Source {

    private static final long MAX_TEXT_BYTES = 1024 * 1024;

    private final Terminal terminal;
    private final @Nullable Path file;

    Source(Terminal terminal, @Nullable Path file) {
        this.terminal = terminal;
        this.file = file;
    }

    /** How messages call it. */
    String name() {
        return file == null ? "standard input" : file.toString();
    }

    InputStream open() throws IOException {
        if (file == null) {
            return terminal.in();
        }
        requireFile(file);
        return Files.newInputStream(file);
    }

    /** A small text file whole. */
    static String text(Path file) throws IOException {
        requireFile(file);
        if (Files.size(file) > MAX_TEXT_BYTES) {
            throw new BadInput(
                    "%s: it has %,d bytes; accepted are %,d at most".formatted(file, Files.size(file), MAX_TEXT_BYTES));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException _) {
            throw new BadInput(file + ": it is not UTF-8 text");
        } catch (NoSuchFileException _) {
            throw new BadInput(file + ": there is no such file");
        }
    }

    private static void requireFile(Path file) {
        if (Files.isDirectory(file)) {
            throw new BadInput(file + ": it is a folder; accepted is a file");
        }
        if (!Files.isReadable(file)) {
            throw new BadInput(file + (Files.exists(file) ? ": it may not be read" : ": there is no such file"));
        }
    }

    /** The secret keys of several key files. */
    static List<HybridIdentity> identities(List<Path> keyFiles) throws IOException {
        List<HybridIdentity> identities = new ArrayList<>();
        for (Path keyFile : keyFiles) {
            try {
                identities.addAll(AgeKeyFile.read(text(keyFile)));
            } catch (SealException e) {
                throw new BadInput(keyFile.toString(), e);
            }
        }
        return identities;
    }
}
