// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Go's golang.org/x/mod/sumdb (note, tlog) and filippo.io/mldsa read a log that this room wrote. */
@Tag("long")
class GoPeerTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2031-05-04T12:00:00Z"), ZoneOffset.UTC);
    private static final int SIZE = 66_048;

    @TempDir
    Path directory;

    private record Ended(int code, String output) {}

    @Test
    void isVerifiedByGo() throws Exception {
        Path peer = buildPeer();
        List<byte[]> leaves = SeededLeaves.list(SIZE);
        LogKey key = new LogKey("lapwing.example/siskin", new byte[32]);
        TileDirectory tiles = new TileDirectory(directory.resolve("log"));
        TreeHead head = tiles.writeUpTo(LeafSource.of(leaves), SIZE);
        String signed = new Checkpoint(key.name(), head).sign(key, NOON);
        assertThat(tiles.publish(signed, key.verifier()).verified()).isTrue();
        Path keyFile =
                Files.writeString(directory.resolve("key"), key.verifier().text());
        for (int index : new int[] {0, 255, 65_536, SIZE - 1}) {
            TlogProof proof = TlogProof.of(tiles, index, signed);
            Path proofFile = Files.writeString(directory.resolve("proof"), proof.format());
            List<String> command = List.of(
                    peer.toString(),
                    keyFile.toString(),
                    directory.resolve("log").toString(),
                    proofFile.toString(),
                    HexFormat.of().formatHex(leaves.get(index)),
                    Integer.toString(SIZE / 3));
            assertThat(run(command)).isEqualTo(new Ended(0, "verified\n"));
            Files.writeString(proofFile, proof.format().replaceFirst("index .*", "index 77"));
            assertThat(run(command).code()).isEqualTo(1);
        }
        refusesEveryTileOfAPathChanged(peer, keyFile, leaves.getFirst(), TlogProof.of(tiles, 0, signed));
        // One signature of the two is spoiled: Go must have looked at the ML-DSA-44 line too.
        byte[] spoiled = TlogProof.of(tiles, 0, signed).format().getBytes(StandardCharsets.UTF_8);
        spoiled[spoiled.length - 100] ^= 1;
        Path proofFile = Files.write(directory.resolve("proof"), spoiled);
        assertThat(run(List.of(
                                peer.toString(),
                                keyFile.toString(),
                                directory.resolve("log").toString(),
                                proofFile.toString(),
                                HexFormat.of().formatHex(leaves.getFirst()),
                                "5"))
                        .output())
                .contains("invalid signature");
    }

    /** The tiles that Go needs for leaf 0: one bit of each is turned, and each time Go's own reader must refuse. */
    private void refusesEveryTileOfAPathChanged(Path peer, Path keyFile, byte[] leaf, TlogProof proof)
            throws Exception {
        Path proofFile = Files.writeString(directory.resolve("proof"), proof.format());
        Path log = directory.resolve("log");
        List<String> command = List.of(
                peer.toString(),
                keyFile.toString(),
                log.toString(),
                proofFile.toString(),
                HexFormat.of().formatHex(leaf),
                Integer.toString(SIZE / 3));
        assertThat(run(command)).isEqualTo(new Ended(0, "verified\n"));
        for (String tile : List.of("tile/0/000", "tile/1/000", "tile/2/000.p/1")) {
            Path file = log.resolve(tile);
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            assertThat(run(command).output()).as(tile).contains("inconsistent");
            Files.write(file, whole);
        }
    }

    private Path buildPeer() throws Exception {
        Path source = Files.createDirectory(directory.resolve("peer"));
        for (String name : List.of("go.mod", "go.sum", "main.go")) {
            try (InputStream in = Objects.requireNonNull(GoPeerTest.class.getResourceAsStream("/go-peer/" + name))) {
                Files.copy(in, source.resolve(name));
            }
        }
        Path peer = source.resolve("peer-program");
        try {
            Ended built = run(List.of("go", "build", "-C", source.toString(), "-o", peer.toString(), "."));
            Assumptions.assumeTrue(
                    built.code() == 0, "no Go 1.26 with golang.org/x/mod and filippo.io/mldsa: " + built.output());
        } catch (IOException _) {
            Assumptions.abort("no Go is present, so nothing of Go's read our log");
        }
        return peer;
    }

    private static Ended run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }
}
