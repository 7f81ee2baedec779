// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files of a package from a stranger, read into memory within limits and never written anywhere. A zip whose names
 * climb, repeat or hide, or that inflates beyond all measure, is refused before its files are believed.
 */
sealed interface Contents {
    record Read(SortedMap<String, byte[]> files) implements Contents {
        public Read {
            files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        }
    }

    record Refused(Fault fault) implements Contents {}

    int MOST_FILES = 2_000;
    long MOST_BYTES = 256L << 20;
    /** A stored file is 1:1; text seldom deflates more than twentyfold. */
    int MOST_RATIO = 100;

    int LONGEST_NAME = 200;

    static Contents of(Path path) {
        try {
            return Files.isDirectory(path) ? ofFolder(path) : ofZip(path);
        } catch (IOException e) {
            return refused(name(path), "it is neither a zip that can be read nor a folder that holds a bag");
        }
    }

    private static Contents ofZip(Path path) throws IOException {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            if (zip.getComment() != null) {
                return refused(name(path), "the zip carries a comment, which no package has");
            }
            var files = new TreeMap<String, byte[]>();
            long total = 0;
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String file = entry.getName();
                String inside = file.startsWith(PackageZip.BASE) ? file.substring(PackageZip.BASE.length()) : "";
                if (inside.isEmpty() && entry.isDirectory() && file.equals(PackageZip.BASE)) {
                    continue;
                }
                if (!isName(inside)) {
                    return refused(
                            shown(file),
                            "the zip may hold only files under " + PackageZip.BASE
                                    + ", named with a-z, 0-9, dot, hyphen and slash");
                }
                if (files.containsKey(inside)) {
                    return refused(inside, "the zip holds it twice");
                }
                byte[] bytes = inflate(zip, entry, MOST_BYTES - total);
                if (bytes.length > Math.max(entry.getCompressedSize(), 1) * MOST_RATIO) {
                    return refused(inside, "it inflates more than " + MOST_RATIO + " times");
                }
                total += bytes.length;
                files.put(inside, bytes);
                if (total >= MOST_BYTES || files.size() > MOST_FILES) {
                    return tooLarge(inside);
                }
            }
            return new Read(files);
        }
    }

    private static byte[] inflate(ZipFile zip, ZipEntry entry, long room) throws IOException {
        long most = Math.min(room, Math.max(entry.getCompressedSize(), 1) * MOST_RATIO + 1);
        try (InputStream in = zip.getInputStream(entry)) {
            return in.readNBytes((int) Math.min(most, Integer.MAX_VALUE - 8));
        }
    }

    private static Contents ofFolder(Path given) throws IOException {
        Path nested = given.resolve(PackageZip.BASE);
        Path folder = Files.exists(given.resolve(Bag.DECLARATION)) || !Files.isDirectory(nested) ? given : nested;
        var files = new TreeMap<String, byte[]>();
        long total = 0;
        List<Path> paths;
        try (var walk = Files.walk(folder)) {
            paths = walk.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .limit(MOST_FILES + 1L)
                    .toList();
        }
        for (Path path : paths) {
            String file = folder.relativize(path).toString().replace('\\', '/');
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) || !isName(file)) {
                return refused(shown(file), "a bag holds only plain files with plain names");
            }
            total += Files.size(path);
            if (total >= MOST_BYTES || files.size() >= MOST_FILES) {
                return tooLarge(file);
            }
            files.put(file, Files.readAllBytes(path));
        }
        return new Read(files);
    }

    /** Relative, plain and not climbing. */
    static boolean isName(String file) {
        return file.length() <= LONGEST_NAME && file.matches("[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*");
    }

    private static Contents tooLarge(String file) {
        return refused(
                file, "with it the package has more than " + MOST_FILES + " files or " + (MOST_BYTES >> 20) + " MiB");
    }

    private static Contents refused(String file, String reason) {
        return new Refused(new Fault(file, reason));
    }

    private static String name(Path path) {
        Path last = path.getFileName();
        return last == null ? path.toString() : shown(last.toString());
    }

    /** A name from outside, made fit for a terminal. */
    private static String shown(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._/ -]", "?");
        return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "..." : plain;
    }
}
