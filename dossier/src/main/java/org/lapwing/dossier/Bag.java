// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a BagIt 1.0 bag (RFC 8493) by path. Its tag files follow from its payload and from what {@code bag-info}
 * says, so a verifier makes them again instead of trusting them.
 */
record Bag(SortedMap<String, byte[]> files) {
    static final String DECLARATION = "bagit.txt";
    static final String INFO = "bag-info.txt";
    static final String MANIFEST = "manifest-sha256.txt";
    static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    static final String PAYLOAD = "data/";

    private static final byte[] DECLARED =
            "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n".getBytes(StandardCharsets.UTF_8);

    Bag {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /**
     * @param payload paths that begin with {@code data/}
     * @param day the only date that a bag tells
     */
    static Bag of(SortedMap<String, byte[]> payload, String day) {
        var files = new TreeMap<>(payload);
        files.put(DECLARATION, DECLARED);
        files.put(INFO, info(payload, day));
        files.put(MANIFEST, manifest(payload));
        files.put(TAG_MANIFEST, tagManifest(files));
        return new Bag(files);
    }

    SortedMap<String, byte[]> payload() {
        return files.subMap(PAYLOAD, PAYLOAD + Character.MAX_VALUE);
    }

    static byte[] manifest(SortedMap<String, byte[]> files) {
        StringBuilder lines = new StringBuilder();
        files.forEach((path, bytes) ->
                lines.append(Fingerprint.hex(bytes)).append("  ").append(path).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] tagManifest(SortedMap<String, byte[]> files) {
        var tags = new TreeMap<String, byte[]>();
        for (String tag : new String[] {DECLARATION, INFO, MANIFEST}) {
            byte[] bytes = files.get(tag);
            if (bytes != null) {
                tags.put(tag, bytes);
            }
        }
        return manifest(tags);
    }

    private static byte[] info(SortedMap<String, byte[]> payload, String day) {
        long octets = payload.values().stream().mapToLong(bytes -> bytes.length).sum();
        return ("Bag-Software-Agent: Lapwing\nBagging-Date: " + day + "\nPayload-Oxum: " + octets + "." + payload.size()
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
