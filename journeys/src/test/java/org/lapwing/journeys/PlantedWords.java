// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * Words that a journey typed and that no file may hold readably: as UTF-8 or UTF-16, in a file's name or in its bytes, nor
 * in a zip. What is sealed cannot be searched, which is the point.
 */
final class PlantedWords {
    private static final List<Charset> WRITTEN_AS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Map<String, byte[]> needles = new LinkedHashMap<>();

    PlantedWords(List<String> words) {
        for (String word : words) {
            for (Charset charset : WRITTEN_AS) {
                needles.put(word + " as " + charset, word.getBytes(charset));
            }
        }
    }

    /** @param published files that may hold words because they were released */
    List<String> in(Path folder, Predicate<Path> published) throws IOException {
        var found = new ArrayList<String>();
        List<Path> files;
        try (var walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            search(folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8), file + " (its name)", found);
            if (!published.test(file)) {
                byte[] content = Files.readAllBytes(file);
                search(content, file.toString(), found);
                searchZip(content, file.toString(), found);
            }
        }
        return found;
    }

    /** How many files a search would read: a search of nothing finds nothing. */
    static long files(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).count();
        }
    }

    private void searchZip(byte[] content, String where, List<String> found) throws IOException {
        if (content.length < 4 || content[0] != 'P' || content[1] != 'K') {
            return;
        }
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                search(zip.readAllBytes(), where + "!" + entry.getName(), found);
            }
        } catch (ZipException notAZip) {
            // Its plain bytes were searched above.
        }
    }

    private void search(byte[] content, String where, List<String> found) {
        needles.forEach((name, needle) -> {
            if (holds(content, needle)) {
                found.add(where + " holds " + name);
            }
        });
    }

    private static boolean holds(byte[] content, byte[] needle) {
        for (int i = 0; i <= content.length - needle.length; i++) {
            int same = 0;
            while (same < needle.length && content[i + same] == needle[same]) {
                same++;
            }
            if (same == needle.length) {
                return true;
            }
        }
        return false;
    }
}
