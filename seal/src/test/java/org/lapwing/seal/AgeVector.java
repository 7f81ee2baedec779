// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

/** One file of the CCTV age test kit: headers, an empty line, then an age file as it is (or zlib-compressed). */
record AgeVector(String name, Map<String, List<String>> headers, byte[] file) {

    static List<AgeVector> all() throws IOException {
        Path folder = Vectors.at("C2SP+CCTV/age/testdata");
        var vectors = new ArrayList<AgeVector>();
        try (var paths = Files.list(folder)) {
            for (Path path : paths.sorted().toList()) {
                vectors.add(read(path));
            }
        }
        return vectors;
    }

    private static AgeVector read(Path path) throws IOException {
        byte[] bytes = Files.readAllBytes(path);
        String latin = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = latin.indexOf("\n\n");
        var headers = new HashMap<String, List<String>>();
        for (String line : latin.substring(0, end).split("\n")) {
            String[] parts = line.split(": ", 2);
            headers.computeIfAbsent(parts[0], _ -> new ArrayList<>()).add(parts[1]);
        }
        byte[] body = Arrays.copyOfRange(bytes, end + 2, bytes.length);
        if (headers.containsKey("compressed")) {
            try (var inflated = new InflaterInputStream(new ByteArrayInputStream(body))) {
                body = inflated.readAllBytes();
            }
        }
        return new AgeVector(path.getFileName().toString(), headers, body);
    }

    private String only(String header) {
        return headers.getOrDefault(header, List.of("")).getFirst();
    }

    String expect() {
        return only("expect");
    }

    /** SHA-256 of the plaintext, or of what the Go implementation hands out before it fails. */
    String payloadHash() {
        return only("payload");
    }

    byte[] fileKey() {
        return Vectors.hex(only("file key"));
    }

    boolean isArmored() {
        return headers.containsKey("armored");
    }

    List<HybridIdentity> hybridIdentities() {
        return headers.getOrDefault("identity", List.of()).stream()
                .filter(key -> key.startsWith("AGE-SECRET-KEY-PQ-1"))
                .map(HybridIdentity::parse)
                .toList();
    }

    InputStream stream() {
        InputStream in = new ByteArrayInputStream(file);
        return isArmored() ? AgeArmor.reader(in) : in;
    }
}
