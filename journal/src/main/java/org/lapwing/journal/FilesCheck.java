// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.SealException;

/** The files beside the rows: blobs and snapshots. */
final class FilesCheck {
    private static final byte[] AGE = "age-encryption.org/v1\n".getBytes(StandardCharsets.US_ASCII);

    private final List<Finding> findings;

    FilesCheck(List<Finding> findings) {
        this.findings = findings;
    }

    void blobs(Path folder, Optional<Map<Id, Blob>> named) {
        Blobs blobs = new Blobs(folder, new SecureRandom());
        try {
            List<String> files = blobs.files();
            for (String file : files) {
                blob(blobs, file, named);
            }
            for (Id name : named.orElse(Map.of()).keySet()) {
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

    private void blob(Blobs blobs, String file, Optional<Map<Id, Blob>> named) throws IOException {
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
        } else if (!Blobs.isSealedLength(blobs.length(file))) {
            add(Finding.Part.BLOBS, where, "its length is not one that blobs have. Maybe it was cut short", false);
        } else if (named.isPresent()) {
            Blob blob = named.get().get(Id.parse(name));
            if (blob == null) {
                add(Finding.Part.BLOBS, where, "no entry names it; it may be deleted", true);
            } else if (!opens(blobs, blob)) {
                add(Finding.Part.BLOBS, where, "it does not open. Maybe it was altered: restore it", false);
            }
        }
    }

    private static boolean opens(Blobs blobs, Blob blob) {
        try (InputStream in = blobs.open(blob)) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException | SealException _) {
            return false;
        }
    }

    /** @param epochs those at hand; their snapshots are opened to the end */
    void snapshots(Path folder, List<Epoch> epochs) {
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
                } else if (!Snapshots.opens(file, epochs)) {
                    add(
                            Finding.Part.SNAPSHOTS,
                            "snapshots/" + name,
                            "it does not open; it is passed over, and may be deleted",
                            true);
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
