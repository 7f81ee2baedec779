// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Every value of the worked example in docs/formats/log.md, made by the code it describes. */
class LogFormatTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void writesTheWorkedExampleOfTheManual() throws IOException {
        String manual = Files.readString(Path.of(System.getProperty("lapwing.root"), "docs/formats/log.md"));
        List<String> values = example();
        assertThat(values).hasSize(30);
        assertThat(values).allSatisfy(value -> assertThat(manual).contains(value));
    }

    private static List<String> example() {
        List<byte[]> leaves = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            leaves.add(sha256("leaf " + i));
        }
        List<Hash> hashes = MerkleTree.leafHashes(leaves);
        List<String> values = new ArrayList<>();
        leaves.forEach(leaf -> values.add(HEX.formatHex(leaf)));
        hashes.forEach(hash -> values.add(hash.hex()));
        values.add(MerkleTree.emptyRoot().hex());
        values.add(MerkleTree.nodeHash(hashes.get(0), hashes.get(1)).hex());
        values.add(MerkleTree.root(hashes).hex());
        SortedMap<String, byte[]> files = Tiles.files(LeafSource.of(leaves), 3);
        assertThat(files.keySet()).containsExactly("tile/0/000.p/3", "tile/entries/000.p/3");
        values.addAll(files.keySet());
        files.values().forEach(bytes -> values.add(HEX.formatHex(sha256(bytes))));
        Frontier frontier = Frontier.of(LeafSource.of(leaves));
        values.add(HEX.formatHex(frontier.toBytes(), 0, 8));
        values.add(HEX.formatHex(sha256(frontier.toBytes())));

        byte[] secret = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        LogKey key = new LogKey("lapwing.example/siskin", secret);
        values.add(HEX.formatHex(LogKey.derive(secret, LogKey.ED25519_LABEL)));
        values.add(HEX.formatHex(LogKey.derive(secret, LogKey.ML_DSA_44_LABEL)));
        NoteKey pq = key.verifier().mlDsa44();
        values.add(key.verifier().ed25519().text());
        values.add(pq.text().substring(0, 80));
        values.add(HEX.formatHex(sha256(pq.publicKey())));
        values.add(HEX.formatHex(sha256(key.verifier().text())));

        Clock noon = Clock.fixed(Instant.parse("2031-05-04T12:00:00Z"), ZoneOffset.UTC);
        TilesInMemory tiles = new TilesInMemory();
        Checkpoint checkpoint = new Checkpoint(key.name(), tiles.writeUpTo(LeafSource.of(leaves), 3));
        String signed = checkpoint.sign(key, noon);
        values.add(checkpoint.text());
        signed.lines().skip(4).map(line -> line.substring(0, 80)).forEach(values::add);
        values.add(signed.lines().toList().get(4));
        values.add(HEX.toHexDigits(noon.instant().getEpochSecond()));
        values.add(HEX.formatHex(sha256(signed)));
        String proof = TlogProof.of(tiles, 1, signed).format();
        values.add(proof.substring(0, proof.indexOf(checkpoint.root().base64())));
        values.add(HEX.formatHex(sha256(proof)));
        values.add(signed.length() + " characters");
        return values;
    }

    private static byte[] sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sha256(byte[] bytes) {
        return Sha256.digest().digest(bytes);
    }
}
