// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** What somebody does with a package that they received. */
final class Zips {
    private Zips() {}

    /** The text files of a package, one after the other. */
    static String text(Path zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().matches(".*\\.(json|html|txt)")) {
                    all.append(new String(in.readAllBytes(), UTF_8));
                }
            }
        }
        return all.toString();
    }

    /** A copy in which one bit in the middle of the file of this name is another; every checksum of the zip is right. */
    static void changeOneByte(Path from, Path to, String name) throws IOException {
        boolean found = false;
        try (var in = new ZipInputStream(Files.newInputStream(from));
                var out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] content = in.readAllBytes();
                if (entry.getName().endsWith(name)) {
                    content[content.length / 2] ^= 1;
                    found = true;
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        if (!found) {
            throw new AssertionError("no file " + name + " in " + from);
        }
    }
}
