// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What we seal, other implementations of age open, and the reverse. */
class AgePeersTest {

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final HybridIdentity identity = HybridIdentity.generate(random);

    @ParameterizedTest
    @CsvSource({"GO_AGE, 0", "GO_AGE, 65536", "GO_AGE, 65537", "NPM_AGE, 0", "NPM_AGE, 65536", "NPM_AGE, 65537"})
    void opensWhatThePeerSealsAndSealsWhatItOpens(Peer peer, int length) throws Exception {
        exchange(peer, length);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource
    void exchangesAHundredMegabytes(Peer peer) throws Exception {
        exchange(peer, 100_000_000);
    }

    @ParameterizedTest
    @EnumSource
    void cutsAFileThatThePeerRefusesToo(Peer peer) throws Exception {
        peer.require();
        Path keyFile = keyFile();
        byte[] file = AgeFile.sealBytes(List.of(identity.recipient()), new byte[70_000], random);
        Path cut = Files.write(folder.resolve("cut.age"), Arrays.copyOf(file, file.length - 4_500));
        assertThat(peer.open(keyFile, cut, folder.resolve("cut"))).isNotZero();
    }

    private void exchange(Peer peer, int length) throws Exception {
        peer.require();
        Path plain = plain(length);
        Path keyFile = keyFile();

        Path ours = folder.resolve("ours.age");
        try (InputStream in = Files.newInputStream(plain)) {
            AgeFile.seal(List.of(identity.recipient()), in, Files.newOutputStream(ours), random);
        }
        Path openedByPeer = folder.resolve("opened-by-peer");
        assertThat(peer.open(keyFile, ours, openedByPeer)).isZero();
        assertThat(Files.mismatch(plain, openedByPeer)).isEqualTo(-1);

        Path theirs = folder.resolve("theirs.age");
        peer.seal(identity.recipient(), plain, theirs);
        Path openedByUs = folder.resolve("opened-by-us");
        List<HybridIdentity> keys = AgeKeyFile.read(Files.readString(keyFile));
        try (InputStream in = AgeFile.open(keys, Files.newInputStream(theirs));
                OutputStream out = Files.newOutputStream(openedByUs)) {
            in.transferTo(out);
        }
        assertThat(Files.mismatch(plain, openedByUs)).isEqualTo(-1);
        assertThat(Files.size(theirs)).isEqualTo(Files.size(ours));
    }

    private Path keyFile() throws IOException {
        return Files.writeString(folder.resolve("key.txt"), AgeKeyFile.revealText(identity));
    }

    private Path plain(int length) throws IOException {
        Path plain = folder.resolve("plain");
        var bytes = new Random(length);
        byte[] block = new byte[64 * 1024];
        try (var out = new BufferedOutputStream(Files.newOutputStream(plain))) {
            for (int left = length; left > 0; left -= block.length) {
                bytes.nextBytes(block);
                out.write(block, 0, Math.min(left, block.length));
            }
        }
        return plain;
    }
}
