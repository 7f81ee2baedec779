// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.lapwing.entry.Id;
import org.lapwing.journal.Blob;
import org.lapwing.journal.Blobs;

/**
 * Where files lie, each sealed under a key of its own that only its entry holds. Nothing here opens what a file contains;
 * it streams bytes. Safe for use by several threads.
 */
public final class FileRoom {
    /**
     * A file that was taken in; to be written into an entry, or forgotten.
     *
     * @param seed in hexadecimal: whoever has it and the file reads it
     */
    public record Kept(Id blob, String seed, long length, String sha256) {
        @Override
        public String toString() {
            return "Kept[" + blob + "]";
        }
    }

    private final Blobs blobs;

    public FileRoom(Blobs blobs) {
        this.blobs = blobs;
    }

    /** Seals all of {@code content}. When reading fails nothing is left. */
    public Kept keep(InputStream content) throws IOException {
        MessageDigest sha256 = sha256();
        Blob blob = blobs.store(new DigestInputStream(content, sha256));
        HexFormat hex = HexFormat.of();
        return new Kept(blob.name(), hex.formatHex(blob.seed()), blob.length(), hex.formatHex(sha256.digest()));
    }

    /** Deletes what was kept for an entry that was never written. */
    public void forget(List<Kept> kept) throws IOException {
        blobs.delete(kept.stream().map(Kept::blob).toList());
    }

    /** The bytes, authenticated; to be closed. */
    public InputStream open(Kept kept) throws IOException {
        return blobs.open(new Blob(kept.blob(), HexFormat.of().parseHex(kept.seed()), kept.length()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
