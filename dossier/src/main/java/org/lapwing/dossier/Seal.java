// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The leaf by which the log vouches for a whole package: for every payload file but the log's own proofs, which come
 * after it. Without it a manifest could simply be written anew.
 */
final class Seal {
    static final String SALT = "data/proofs/package.salt";
    static final String PROOF = "data/proofs/package.tlog-proof";
    static final String PROOF_SUFFIX = ".tlog-proof";
    static final int SALT_BYTES = 32;

    private static final byte[] LABEL = "lapwing/dossier/v1".getBytes(StandardCharsets.US_ASCII);

    private Seal() {}

    /** SHA-256(label || salt || SHA-256(manifest of the files vouched for)). */
    static byte[] leaf(byte[] salt, SortedMap<String, byte[]> payload) {
        var files = new TreeMap<>(payload);
        files.keySet().removeIf(path -> path.equals(SALT) || path.endsWith(PROOF_SUFFIX));
        return Fingerprint.sha256(LABEL, salt, Fingerprint.sha256(Bag.manifest(files)));
    }

    static byte[] saltFile(byte[] salt) {
        return (HexFormat.of().formatHex(salt) + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** The salt, or nothing of use: an array that is too short. */
    static byte[] readSalt(byte[] file) {
        String text = new String(file, StandardCharsets.US_ASCII);
        return text.matches("[0-9a-f]{64}\n") ? HexFormat.of().parseHex(text.trim()) : new byte[0];
    }
}
