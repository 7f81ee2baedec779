// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another implementation of age, run as a process; where it can be neither found nor fetched, the test is skipped by name. */
enum Peer {
    /** Go's, the reference. */
    GO_AGE {
        @Override
        void require() throws Exception {
            if (!Files.exists(program())) {
                Files.createDirectories(folder());
                run(
                        "Go and filippo.io/age",
                        "env",
                        "GOBIN=" + folder().toAbsolutePath(),
                        "go",
                        "install",
                        "filippo.io/age/cmd/age@latest");
            }
            Path version = folder().resolve("version");
            int exit = new ProcessBuilder(program().toString(), "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(version.toFile())
                    .start()
                    .waitFor();
            String text = Files.readString(version);
            boolean hybrid = exit == 0 && text.matches("(?s)v?(1\\.([3-9]|[1-9][0-9]+)|[2-9]).*");
            assumeTrue(hybrid, "skipped: age 1.3 or newer is needed for hybrid files, this is " + text);
        }

        @Override
        void seal(HybridRecipient to, Path in, Path out) throws Exception {
            runOrFail(program().toString(), "-r", to.toString(), "-o", out.toString(), in.toString());
        }

        @Override
        int open(Path keyFile, Path in, Path out) throws Exception {
            return exitOf(program().toString(), "-d", "-i", keyFile.toString(), "-o", out.toString(), in.toString());
        }

        private Path program() {
            return folder().resolve("age");
        }
    },

    /** The TypeScript one, by npm. */
    NPM_AGE {
        @Override
        void require() throws Exception {
            Files.createDirectories(folder());
            Files.writeString(folder().resolve("peer.mjs"), SCRIPT);
            if (!Files.exists(folder().resolve("node_modules/age-encryption"))) {
                run(
                        "node and npm's age-encryption",
                        "npm",
                        "install",
                        "--prefix",
                        folder().toString(),
                        "--no-audit",
                        "--no-fund",
                        "age-encryption@0.3.1");
            }
        }

        @Override
        void seal(HybridRecipient to, Path in, Path out) throws Exception {
            runOrFail("node", script(), "seal", to.toString(), in.toString(), out.toString());
        }

        @Override
        int open(Path keyFile, Path in, Path out) throws Exception {
            return exitOf("node", script(), "open", keyFile.toString(), in.toString(), out.toString());
        }

        private String script() {
            return folder().resolve("peer.mjs").toString();
        }
    };

    private static final String SCRIPT = """
            import { Encrypter, Decrypter } from "age-encryption";
            import { readFileSync, writeFileSync } from "node:fs";
            const [verb, key, input, output] = process.argv.slice(2);
            const bytes = new Uint8Array(readFileSync(input));
            if (verb === "seal") {
              const sealer = new Encrypter();
              sealer.addRecipient(key);
              writeFileSync(output, await sealer.encrypt(bytes));
            } else {
              const opener = new Decrypter();
              const lines = readFileSync(key, "utf8").split("\\n").filter((l) => l && !l.startsWith("#"));
              for (const line of lines) opener.addIdentity(line);
              writeFileSync(output, await opener.decrypt(bytes, "uint8array"));
            }
            """;

    /** Finds or fetches the peer, or skips the test. */
    abstract void require() throws Exception;

    abstract void seal(HybridRecipient to, Path in, Path out) throws Exception;

    /** The exit code. */
    abstract int open(Path keyFile, Path in, Path out) throws Exception;

    Path folder() {
        return Path.of("target", "peers", name());
    }

    private static void run(String what, String... command) throws Exception {
        int exit;
        try {
            exit = exitOf(command);
        } catch (IOException _) {
            exit = -1;
        }
        assumeTrue(exit == 0, "skipped: " + what + " cannot be had here");
    }

    private static void runOrFail(String... command) throws Exception {
        assertThat(exitOf(command))
                .as(String.join(" ", List.of(command).subList(0, 2)))
                .isZero();
    }

    private static int exitOf(String... command) throws IOException, InterruptedException {
        var list = new ArrayList<>(List.of(command));
        Process process = new ProcessBuilder(list)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }
}
