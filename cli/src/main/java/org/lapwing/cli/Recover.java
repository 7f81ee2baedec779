// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.seal.AgeKeyFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.SealException;
import org.lapwing.seal.Slip39;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing recover}: the words of the recovery paper back into a key file. */
@Command(
        name = "recover",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a key file from two sheets of recovery paper. Type the words of each sheet into a file of its own.",
            "With the key file, lapwing open and age itself open recovery.age in the desk's folder, which holds the "
                    + "secrets of every compartment. The identities of sources are not among them."
        },
        footer = {
            "",
            "Example:",
            "  lapwing recover sheet-1.txt sheet-3.txt -o recovery.key",
            "  lapwing open -i recovery.key -o secrets.txt lapwing-data/desk/recovery.age"
        })
final class Recover implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "-o",
            paramLabel = "KEYFILE",
            description = "A new file, readable by its owner only; standard output if absent.")
    private @Nullable Path output;

    @Parameters(arity = "1..*", paramLabel = "SHEET", description = "Files with the words of one sheet each.")
    private List<Path> sheets = List.of();

    Recover(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<String> words = new ArrayList<>();
        for (Path sheet : sheets) {
            words.add(String.join(" ", Source.text(sheet).strip().split("\\s+")));
        }
        HybridIdentity identity;
        try {
            identity = HybridIdentity.fromSeed(Slip39.combine(words));
        } catch (SealException e) {
            throw new BadInput("the sheets", e);
        }
        byte[] text = AgeKeyFile.revealText(identity).getBytes(StandardCharsets.US_ASCII);
        new Destination(terminal, output).writeNew(out -> out.write(text));
        terminal.err().println("Public key: " + identity.recipient());
        return 0;
    }
}
