// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.seal.Duty;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.RootKeyFile;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SignedRoster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing roster sign}: the root's signature under version 1, on the machine where the root key lies. */
@Command(
        name = "sign",
        mixinStandardHelpOptions = true,
        description = {
            "Signs version 1 of a roster with the root key. The signature line goes to standard output.",
            "Compare the digest that is printed on standard error with the one on the set-up page before you carry the "
                    + "line back: the signature makes these people, and nobody else, the group."
        },
        footer = {"", "Example:", "  lapwing roster sign -i root.key roster-1.txt"})
final class RosterSign implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = {"-i", "--identity"},
            required = true,
            paramLabel = "ROOTKEYFILE",
            description = "The file that lapwing keygen --root made.")
    private Path keyFile = Path.of("");

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write the line; standard output if absent.")
    private @Nullable Path output;

    @Parameters(paramLabel = "ROSTER", description = "The roster's text, as the set-up page gives it.")
    private Path text = Path.of("");

    RosterSign(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Roster roster = unsigned();
        RootKey root = root();
        byte[] line = (RosterSignature.byRoot(root, roster.digest()).line() + "\n").getBytes(StandardCharsets.US_ASCII);
        terminal.err().println("Roster version " + roster.version() + " of " + roster.day() + ":");
        roster.members()
                .forEach(each -> terminal.err()
                        .println("  member " + each.handle() + ": "
                                + String.join(
                                        ", ",
                                        each.duties().stream()
                                                .sorted()
                                                .map(Duty::word)
                                                .toList())));
        roster.custodians().forEach(each -> terminal.err().println("  custodian " + each.handle()));
        terminal.err().println("Digest: " + RosterText.digest(roster));
        new Destination(terminal, output).write(out -> out.write(line));
        return 0;
    }

    private Roster unsigned() throws IOException {
        try {
            Roster roster = SignedRoster.parse(Source.text(text).getBytes(StandardCharsets.UTF_8))
                    .roster();
            if (roster.version() != 1) {
                throw new BadInput(text + ": the root signs version 1; this is version " + roster.version()
                        + ", which two members sign");
            }
            return roster;
        } catch (SealException e) {
            throw new BadInput(text.toString(), e);
        }
    }

    private RootKey root() throws IOException {
        try {
            return RootKeyFile.read(Source.text(keyFile));
        } catch (SealException e) {
            throw new BadInput(keyFile.toString(), e);
        }
    }
}
