// SPDX-License-Identifier: Apache-2.0
package org.lapwing.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for needles where a process or a thief would find them. */
public record Searched(Needles needles) {
    private static final int WINDOW = 1 << 22;
    /** Longer than any needle: what lies across two windows is found too. */
    private static final int OVERLAP = 4096;

    /** Everything that a process can read of itself: heap, stacks, native memory. */
    public Set<String> memory(ProcessHandle process) throws IOException {
        Set<String> found = new TreeSet<>();
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        long searched = 0;
        try (var memory = new RandomAccessFile(proc.resolve("mem").toFile(), "r")) {
            for (String line : Files.readAllLines(proc.resolve("maps"))) {
                String[] parts = line.split("\\s+");
                boolean written = parts[1].startsWith("rw");
                if (written) {
                    String[] ends = parts[0].split("-");
                    searched += region(
                            memory, Long.parseUnsignedLong(ends[0], 16), Long.parseUnsignedLong(ends[1], 16), found);
                }
            }
        }
        if (searched < 30L << 20) {
            throw new AssertionError("only " + searched + " bytes of the process could be read");
        }
        return found;
    }

    private long region(RandomAccessFile memory, long from, long to, Set<String> found) {
        byte[] window = new byte[WINDOW];
        long at = from;
        long read = 0;
        while (at < to) {
            int wanted = (int) Math.min(WINDOW, to - at);
            try {
                memory.seek(at);
                memory.readFully(window, 0, wanted);
            } catch (IOException unreadable) {
                return read; // a guard page, or the region went meanwhile
            }
            needles.search(window, wanted, found);
            read += wanted;
            at += wanted == WINDOW ? WINDOW - OVERLAP : wanted;
        }
        return read;
    }

    /** Names and contents of all files below a folder. */
    public Set<String> disk(Path folder) throws IOException {
        Set<String> found = new TreeSet<>();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            byte[] name = folder.relativize(file).toString().getBytes(UTF_8);
            needles.search(name, name.length, found);
            try {
                byte[] content = Files.readAllBytes(file);
                needles.search(content, content.length, found);
            } catch (NoSuchFileException gone) {
                // a file in the making
            }
        }
        return found;
    }

    /** Files that a process has open, deleted ones included. */
    public Set<String> open(ProcessHandle process) throws IOException {
        Set<String> found = new TreeSet<>();
        try (var links = Files.newDirectoryStream(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
            for (Path link : links) {
                try {
                    String target = Files.readSymbolicLink(link).toString();
                    if (target.startsWith("/")
                            && !target.endsWith(".jar")
                            && !target.startsWith("/dev")
                            && Files.isRegularFile(link)) {
                        byte[] content = Files.readAllBytes(link);
                        needles.search(content, content.length, found);
                    }
                } catch (NoSuchFileException closed) {
                    // a connection or file that the process closed while we looked is not open
                }
            }
        }
        return found;
    }
}
