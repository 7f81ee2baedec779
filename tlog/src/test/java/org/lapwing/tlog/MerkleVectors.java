// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Reads the flat JSON of transparency-dev/merkle's vectors, which lie beside the repository. */
final class MerkleVectors {
    private MerkleVectors() {}

    /** One file: fields by name. */
    record Vector(String file, String json) {
        long number(String field) {
            return Long.parseUnsignedLong(find(field, "([0-9]+)").orElseThrow());
        }

        Hash hash(String field) {
            return decode(find(field, "\"([^\"]*)\"").orElse(""));
        }

        /** Eighteen vectors have an empty leaf hash, which no {@link Hash} can be. */
        boolean lacksLeafHash() {
            return json.contains("\"leafHash\": \"\"");
        }

        List<Hash> proof() {
            List<Hash> hashes = new ArrayList<>();
            Matcher line = Pattern.compile("\"([^\"]*)\"")
                    .matcher(find("proof", "(?s)\\[(.*?)\\]").orElse(""));
            while (line.find()) {
                hashes.add(decode(line.group(1)));
            }
            return hashes;
        }

        boolean wantsRefusal() {
            return find("wantErr", "(true|false)").orElseThrow().equals("true");
        }

        private Optional<String> find(String field, String value) {
            Matcher matcher = Pattern.compile("\"" + field + "\":\\s*" + value).matcher(json);
            return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
        }
    }

    /**
     * Some vectors have roots of other lengths, as garbage or because "don't care". {@link Hash} cannot hold those, so a
     * hash of them stands in, which keeps equal ones equal and different ones different.
     */
    private static Hash decode(String base64) {
        byte[] bytes = Base64.getDecoder().decode(base64);
        if (bytes.length == Hash.BYTES) {
            return Hash.of(bytes);
        }
        byte[] marked = ("not 32 bytes: " + base64).getBytes(StandardCharsets.US_ASCII);
        return Hash.of(Sha256.digest().digest(marked));
    }

    static List<Vector> group(String name) {
        Path shared = Path.of(System.getProperty("lapwing.shared", "none"));
        Path directory =
                shared.resolve("vectors/transparency-dev+merkle/testdata").resolve(name);
        Assumptions.assumeTrue(Files.isDirectory(directory), "vectors of transparency-dev/merkle are not here");
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> new Vector(directory.relativize(file).toString(), text(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
