// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.entry.Id;

/** The files beside the rows: blobs and snapshots. */
final class FilesCheck {
    private static final byte[] AGE = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Finding> findings;

    FilesCheck(List<Finding> findings) {
        this.findings = findings;
    }

    void blobs(Path folder, Optional<Set<Id>> named) {
        Blobs blobs = new Blobs(folder, new SecureRandom());
        try {
            List<String> files = blobs.files();
            for (String file : files) {
                blob(blobs, file, named);
            }
            for (Id name : named.orElse(Set.of())) {
                if (!files.contains(name + Blobs.SUFFIX)) {
                    add(
                            Finding.Part.BLOBS,
                            "blobs/" + name + Blobs.SUFFIX,
                            "an entry names it, and it is missing",
                            false);
                }
            }
        } catch (IOException e) {
            add(Finding.Part.BLOBS, "blobs", "the folder cannot be read", false);
        }
    }

    private void blob(Blobs blobs, String file, Optional<Set<Id>> named) throws IOException {
        String where = "blobs/" + file;
        if (file.endsWith(WholeFile.UNFINISHED)) {
            add(Finding.Part.BLOBS, where, "its writer did not finish; it may be deleted", true);
            return;
        }
        String name = file.endsWith(Blobs.SUFFIX) ? file.substring(0, file.length() - Blobs.SUFFIX.length()) : "";
        if (!Id.isId(name)) {
            add(Finding.Part.BLOBS, where, "it is no blob", false);
        } else if (!Arrays.equals(blobs.head(file, AGE.length), AGE)) {
            add(Finding.Part.BLOBS, where, "it is no age file", false);
        } else if (named.isPresent() && !named.get().contains(Id.parse(name))) {
            add(Finding.Part.BLOBS, where, "no entry names it; it may be deleted", true);
        }
    }

    void snapshots(Path folder) {
        try {
            for (Path file : new Snapshots(folder, new SecureRandom()).files()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(WholeFile.UNFINISHED)) {
                    add(
                            Finding.Part.SNAPSHOTS,
                            "snapshots/" + name,
                            "its writer did not finish; it may be deleted",
                            true);
                } else if (!name.endsWith(Snapshots.SUFFIX)) {
                    add(Finding.Part.SNAPSHOTS, "snapshots/" + name, "it is no snapshot", false);
                }
            }
        } catch (IOException e) {
            add(Finding.Part.SNAPSHOTS, "snapshots", "the folder cannot be read", false);
        }
    }

    private void add(Finding.Part part, String where, String what, boolean repairable) {
        findings.add(new Finding(part, where, what, repairable));
    }
}
