// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Where a bench works and with what: a folder of its own beside the built rooms, so that durable writes go to a disk, and
 * data from one seed.
 *
 * @param house the folder of the built rooms
 */
record Workplace(Path house, Path folder) {
    static final long SEED = 20261122;

    static Workplace ofHouse() throws IOException {
        Path house = Path.of("target", "lapwing").toAbsolutePath();
        if (!Files.exists(house.resolve("desk"))) {
            throw new IOException("the rooms are not built; start it by ./lapwing bench");
        }
        return new Workplace(
                house, Files.createDirectories(Path.of("target", "bench").toAbsolutePath()));
    }

    /** An empty folder of that name. */
    Path empty(String name) throws IOException {
        Path empty = folder.resolve(name);
        sweep(empty);
        return Files.createDirectories(empty);
    }

    static void sweep(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(SEED).nextBytes(bytes);
        return bytes;
    }

    /** Invented words, a little over {@code length} characters, the same for the same number. */
    static String words(int number, int length) {
        List<String> said = List.of(
                "in the cellar",
                "two men",
                "a grey car",
                "at night",
                "I heard",
                "the third door",
                "nobody asked",
                "before noon",
                "by the mill",
                "they counted us",
                "on Thursday",
                "the long corridor");
        SplittableRandom random = new SplittableRandom(SEED + number);
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            words.append(said.get(random.nextInt(said.size()))).append(words.length() % 7 == 0 ? ". " : ", ");
        }
        return words.toString();
    }

    /** Of the demonstration's files in name order, and of the first report that is sent. */
    String dataHash() throws IOException {
        try (ZipFile desk =
                new ZipFile(house.resolve("lib").resolve("desk-0.1.0.jar").toFile())) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            List<? extends ZipEntry> files = desk.stream()
                    .filter(each -> each.getName().startsWith("org/lapwing/desk/demo/"))
                    .filter(each -> !each.getName().endsWith(".class") && !each.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry each : files) {
                try (InputStream in = desk.getInputStream(each)) {
                    sha.update(in.readAllBytes());
                }
            }
            sha.update(words(0, 4000).getBytes(UTF_8));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
