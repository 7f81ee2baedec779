// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.seal.AgeKeyFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.RootKeyFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code lapwing keygen}: a new key file; the public part goes to standard error, as age-keygen's does. */
@Command(
        name = "keygen",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a key file. The public part is printed on standard error; the file is the secret.",
            "With --root, the key that founds a group: it signs version 1 of the roster and is then kept offline."
        },
        footer = {"", "Example:", "  lapwing keygen -o key.txt"})
final class Keygen implements Callable<Integer> {

    private final Terminal terminal;
    private final SecureRandom random;

    @Option(names = "--root", description = "Make a roster root key (Ed25519 and ML-DSA-44) instead.")
    private boolean root;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "A new file, readable by its owner only; standard output if absent.")
    private @Nullable Path output;

    Keygen(Terminal terminal, SecureRandom random) {
        this.terminal = terminal;
        this.random = random;
    }

    @Override
    public Integer call() throws IOException {
        String secret;
        String shown;
        if (root) {
            RootKey key = RootKey.generate(random);
            secret = RootKeyFile.revealText(key);
            shown = key.verifyKeys().text();
        } else {
            HybridIdentity identity = HybridIdentity.generate(random);
            secret = AgeKeyFile.revealText(identity);
            shown = identity.recipient().toString();
        }
        new Destination(terminal, output).writeNew(out -> out.write(secret.getBytes(StandardCharsets.US_ASCII)));
        terminal.err().println("Public key: " + shown);
        return 0;
    }
}
