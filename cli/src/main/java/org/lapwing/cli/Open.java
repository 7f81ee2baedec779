// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.seal.AgeArmor;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.SealException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing open}: what one age file holds, whole. */
@Command(
        name = "open",
        mixinStandardHelpOptions = true,
        description = {
            "Opens an age file sealed to a hybrid recipient; armor is recognised.",
            "A file named by -o appears only when everything was authenticated. On standard output each 64 KiB are: "
                    + "rely on what came out only if the exit code is 0."
        },
        footer = {"", "Example:", "  lapwing open -i key.txt -o interview.mp3 interview.age"})
final class Open implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = {"-i", "--identity"},
            required = true,
            paramLabel = "KEYFILE",
            description = "A file of secret keys, AGE-SECRET-KEY-PQ-1...; may be given again.")
    private List<Path> keyFiles = List.of();

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write; standard output if absent.")
    private @Nullable Path output;

    @Parameters(arity = "0..1", paramLabel = "IN", description = "What to open; standard input if absent.")
    private @Nullable Path input;

    Open(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<HybridIdentity> identities = Source.identities(keyFiles);
        var source = new Source(terminal, input);
        try (InputStream in = source.open()) {
            new Destination(terminal, output)
                    .write(out ->
                            AgeFile.open(identities, AgeArmor.unwrapped(in)).transferTo(out));
        } catch (SealException e) {
            throw new BadInput(source.name(), e);
        }
        return 0;
    }
}
