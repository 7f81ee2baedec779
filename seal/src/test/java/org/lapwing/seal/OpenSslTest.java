// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenSSL reads our keys and signatures. The command of Debian 12 is of version 3.0 and knows Ed25519, but neither ML-DSA
 * nor ML-KEM (3.5), and its {@code enc} knows no AEAD; so the post-quantum half goes to OpenSSL 4 inside PyPI's {@code
 * cryptography}, which {@code ./check} installs.
 */
class OpenSslTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final int CASES = 25;

    private final SecureRandom random = new SecureRandom();

    @TempDir
    Path folder;

    @Test
    void itsCommandVerifiesOurEd25519SignaturesAndRefusesChangedOnes() throws Exception {
        assumeTrue(run("openssl", "version").startsWith("0 "), "the command openssl is not on this machine");
        for (int i = 0; i < CASES; i++) {
            SigningKey key = SigningKey.generate(random);
            byte[] message = new byte[1 + random.nextInt(200)];
            random.nextBytes(message);
            byte[] signature = key.sign(message);
            Path pem = Files.write(
                    folder.resolve("key.der"),
                    HEX.parseHex("302a300506032b6570032100"
                            + HEX.formatHex(key.verifyKey().bytes())));
            assertThat(verifies(pem, message, signature)).startsWith("0 ").contains("Signature Verified Successfully");
            signature[i] ^= 1;
            assertThat(verifies(pem, message, signature)).startsWith("1 ");
        }
    }

    private String verifies(Path key, byte[] message, byte[] signature) throws Exception {
        return run(
                "openssl",
                "pkeyutl",
                "-verify",
                "-rawin",
                "-pubin",
                "-keyform",
                "DER",
                "-inkey",
                key.toString(),
                "-in",
                Files.write(folder.resolve("message"), message).toString(),
                "-sigfile",
                Files.write(folder.resolve("signature"), signature).toString());
    }

    @Test
    void itsFourthVersionReadsMlDsa44AndSealsToOurXWingKeys() throws Exception {
        Path python = Path.of(System.getProperty("lapwing.root", ".."), "target", "others", "bin", "python");
        assumeTrue(
                run(python.toString(), "-c", "import cryptography.hazmat.primitives.asymmetric.mldsa")
                        .startsWith("0 "),
                "OpenSSL 4 (PyPI's cryptography 47 or newer in target/others) is not here; ./check installs it");
        try (InputStream script = Objects.requireNonNull(OpenSslTest.class.getResourceAsStream("/peers/openssl4.py"))) {
            Files.copy(script, folder.resolve("peer.py"));
        }
        Process peer = new ProcessBuilder(
                        python.toString(), folder.resolve("peer.py").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (Writer to = peer.outputWriter();
                BufferedReader from = peer.inputReader()) {
            for (int i = 0; i < CASES; i++) {
                byte[] seed = new byte[32];
                random.nextBytes(seed);
                PqSigningKey key = PqSigningKey.fromSeed(seed);
                byte[] message = Arrays.copyOf(seed, 1 + i);
                byte[] signature = key.sign(message);
                String open = HEX.formatHex(key.verifyKey().bytes());
                assertThat(ask(to, from, "verify", open, HEX.formatHex(signature), HEX.formatHex(message)))
                        .containsExactly("yes");
                signature[97 * i] ^= 1;
                assertThat(ask(to, from, "verify", open, HEX.formatHex(signature), HEX.formatHex(message)))
                        .containsExactly("no");
                List<String> theirs = ask(to, from, "sign", HEX.formatHex(seed), HEX.formatHex(message));
                assertThat(theirs.getFirst()).isEqualTo(open);
                assertThat(key.verifyKey().verify(message, HEX.parseHex(theirs.getLast())))
                        .isTrue();

                HybridIdentity identity = HybridIdentity.fromSeed(seed);
                List<String> sealed = ask(
                        to, from, "xwing", HEX.formatHex(identity.recipient().publicKey()));
                assertThat(HEX.formatHex(new XWingKEMExtractor((XWingPrivateKeyParameters)
                                        identity.pair().getPrivate())
                                .extractSecret(HEX.parseHex(sealed.getFirst()))))
                        .isEqualTo(sealed.getLast());
            }
        }
        assertThat(peer.waitFor()).isZero();
    }

    private static List<String> ask(Writer to, BufferedReader from, String... words) throws IOException {
        to.write(String.join(" ", words) + "\n");
        to.flush();
        return List.of(Objects.requireNonNull(from.readLine(), "the peer ended").split(" "));
    }

    private static String run(String... command) throws InterruptedException {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() + " " + out;
        } catch (IOException absent) {
            return "127 " + command[0];
        }
    }
}
