// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A log's files as tlog-tiles lays them out, ready to be served as they are: {@code checkpoint} and {@code tile/}. Each
 * file is written beside its place under a name that ends in {@code .new} and moved there, so a reader sees a whole
 * file or none. Tiles are not forced to disk, since they can be had again from the leaves; the checkpoint is.
 */
public final class TileDirectory implements TileStore {
    private static final String UNFINISHED = ".new";
    private static final int LONGEST = Tiles.length(new TileName(TileName.ENTRIES, 0, Tiles.WIDTH));
    private static final int LONGEST_CHECKPOINT = Note.MAX_BYTES;

    private final Path root;

    /** The log under this directory, which is made when the first tile is written. */
    public TileDirectory(Path root) {
        this.root = root;
    }

    @Override
    public Optional<byte[]> read(TileName name) {
        return read(at(name), LONGEST);
    }

    @Override
    public boolean has(TileName name) {
        return Files.isRegularFile(at(name));
    }

    @Override
    public void write(TileName name, byte[] bytes) {
        Optional<byte[]> before = read(name);
        if (before.isEmpty()) {
            put(at(name), bytes, false);
        } else if (!Arrays.equals(before.get(), bytes)) {
            throw new TlogException(name + " is there with other bytes. Maybe leaves were altered: check the tiles");
        }
    }

    @Override
    public void overwrite(TileName name, byte[] bytes) {
        put(at(name), bytes, false);
    }

    @Override
    public void delete(TileName name) {
        Path file = at(name);
        try {
            Files.deleteIfExists(file);
            if (!name.full()) {
                Files.deleteIfExists(parent(file));
            }
        } catch (DirectoryNotEmptyException _) {
            // Other partial widths still lie there.
        } catch (IOException e) {
            throw failed("delete", file, e);
        }
    }

    @Override
    public List<Integer> partialWidths(TileName full) {
        Path directory = root.resolve(full.path() + ".p");
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(this::relative)
                    .flatMap(path -> TileName.parse(path).stream())
                    .map(TileName::width)
                    .toList();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return List.of();
        } catch (IOException e) {
            throw failed("list", directory, e);
        }
    }

    @Override
    public List<String> paths() {
        Path tiles = root.resolve("tile");
        if (!Files.isDirectory(tiles)) {
            return List.of();
        }
        List<String> paths = new ArrayList<>();
        try (Stream<Path> files = Files.walk(tiles)) {
            files.filter(file -> !Files.isDirectory(file))
                    .map(this::relative)
                    .filter(path -> !path.endsWith(UNFINISHED))
                    .forEach(paths::add);
        } catch (IOException e) {
            throw failed("list", tiles, e);
        }
        return paths;
    }

    /** The checkpoint last published, as it lies there: verify it before believing it. */
    public Optional<byte[]> checkpoint() {
        return read(root.resolve("checkpoint"), LONGEST_CHECKPOINT);
    }

    /**
     * Publishes a checkpoint, when the log signed it, the tiles give its root, and it continues the one that lies there;
     * otherwise it changes nothing and says why.
     */
    public Verdict publish(String text, LogVerifierKey key) {
        Verdict verdict = Checkpoint.verify(text, key);
        if (!(verdict instanceof Verdict.Verified(var next, var _))) {
            return verdict;
        }
        if (!root(next.size()).equals(next.root())) {
            return new Verdict.NotVerified("the tiles do not give this checkpoint's root");
        }
        Optional<byte[]> current = checkpoint();
        if (current.isPresent()) {
            switch (Checkpoint.verify(current.get(), key)) {
                case Verdict.NotVerified(var reason) -> {
                    return new Verdict.NotVerified("the checkpoint already there is not this log's: " + reason);
                }
                case Verdict.Verified(var before, var _) -> {
                    if (before.continuedBy(next, proofFrom(before, next)) instanceof ProofCheck.Fails(var reason)) {
                        return new Verdict.NotVerified("it does not continue the one already there: " + reason);
                    }
                }
            }
        }
        put(root.resolve("checkpoint"), text.getBytes(StandardCharsets.UTF_8), true);
        return verdict;
    }

    private List<Hash> proofFrom(Checkpoint before, Checkpoint next) {
        boolean grows = before.size() > 0 && before.size() < next.size();
        return grows ? consistencyProof(before.size(), next.size()) : List.of();
    }

    private Path at(TileName name) {
        return root.resolve(name.path());
    }

    private String relative(Path file) {
        return root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private static Optional<byte[]> read(Path file, int longest) {
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(longest + 1));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("read", file, e);
        }
    }

    private static void put(Path file, byte[] bytes, boolean force) {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.createDirectories(parent(file));
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                if (force) {
                    channel.force(true);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed("write", file, e);
        }
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new TlogException("a log needs a directory of its own");
        }
        return parent;
    }

    private static TlogException failed(String what, Path file, IOException cause) {
        return new TlogException(
                "cannot " + what + " " + file + " (" + cause.getClass().getSimpleName() + ")", cause);
    }
}
