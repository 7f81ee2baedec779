// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.seal.AgeArmor;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.SealException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing seal}: one age file of one file or of standard input. */
@Command(
        name = "seal",
        mixinStandardHelpOptions = true,
        description =
                "Seals a file so that only the named recipients open it: an age file, which stock age 1.3 opens too.",
        footer = {"", "Example:", "  lapwing seal -r age1pq1... -o interview.age interview.mp3"})
final class Seal implements Callable<Integer> {

    private final Terminal terminal;
    private final SecureRandom random;

    @Option(
            names = {"-r", "--recipient"},
            required = true,
            paramLabel = "RECIPIENT",
            description = "A hybrid recipient, age1pq1...; may be given again.")
    private List<String> recipients = List.of();

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write; standard output if absent.")
    private @Nullable Path output;

    @Option(
            names = {"-a", "--armor"},
            description = "Write text (ASCII armor) instead of bytes.")
    private boolean armor;

    @Parameters(arity = "0..1", paramLabel = "IN", description = "What to seal; standard input if absent.")
    private @Nullable Path input;

    Seal(Terminal terminal, SecureRandom random) {
        this.terminal = terminal;
        this.random = random;
    }

    @Override
    public Integer call() throws IOException {
        List<HybridRecipient> to = parsedRecipients();
        try (InputStream in = new Source(terminal, input).open()) {
            new Destination(terminal, output).write(out -> AgeFile.seal(to, in, armored(out), random));
        }
        return 0;
    }

    private OutputStream armored(OutputStream out) throws IOException {
        return armor ? AgeArmor.writer(out) : out;
    }

    private List<HybridRecipient> parsedRecipients() {
        var parsed = new ArrayList<HybridRecipient>();
        for (String recipient : recipients) {
            try {
                parsed.add(HybridRecipient.parse(recipient));
            } catch (SealException e) {
                throw new BadInput("-r, recipient " + (parsed.size() + 1), e);
            }
        }
        if (parsed.size() > AgeFile.MAX_RECIPIENTS) {
            throw new BadInput("-r: %d recipients were given; accepted are %d at most"
                    .formatted(parsed.size(), AgeFile.MAX_RECIPIENTS));
        }
        return parsed;
    }
}
