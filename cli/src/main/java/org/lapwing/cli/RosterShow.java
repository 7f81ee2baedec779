// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.seal.Duty;
import org.lapwing.seal.RootVerifyKeys;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SignedRoster;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing roster show}: who is in a roster; with the root's public key, whether its chain holds. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = {
            "Shows the newest of the given rosters. With --root it verifies the chain from version 1 on: exit code 0 if "
                    + "it holds, 1 if it does not.",
            "Without --root nothing is verified, and it says so."
        },
        footer = {"", "Example:", "  lapwing roster show --root root.pin roster/*"})
final class RosterShow implements Callable<Integer> {
    private static final int NO = 1;

    private final Terminal terminal;

    @Option(names = "--root", paramLabel = "FILE", description = "The root's public key, LAPWING-ROOT-1 ...")
    private @Nullable Path rootFile;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Rosters, from version 1 on.")
    private List<Path> files = List.of();

    RosterShow(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        List<byte[]> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(Source.text(file).getBytes(StandardCharsets.UTF_8));
        }
        if (rootFile == null) {
            show(parsed(texts));
            terminal.err().println("Not verified: give the root's public key by --root.");
            return 0;
        }
        return switch (RosterChain.verify(root(rootFile), texts)) {
            case RosterChain.Accepted accepted -> {
                show(accepted.latest());
                terminal.err()
                        .println("The chain holds, from the root to version "
                                + accepted.latest().version() + ".");
                yield 0;
            }
            case RosterChain.Refused refused -> {
                Path file = files.get(Math.min(refused.version(), files.size()) - 1);
                terminal.err().println(file + ": the chain does not hold: " + refused.reason());
                yield NO;
            }
        };
    }

    private Roster parsed(List<byte[]> texts) {
        try {
            return SignedRoster.parse(texts.getLast()).roster();
        } catch (SealException e) {
            throw new BadInput(files.getLast().toString(), e);
        }
    }

    private static RootVerifyKeys root(Path file) throws IOException {
        try {
            return RootVerifyKeys.parse(Source.text(file));
        } catch (SealException e) {
            throw new BadInput(file.toString(), e);
        }
    }

    private void show(Roster roster) throws IOException {
        var out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
        out.println("Roster version " + roster.version() + " of " + roster.day());
        out.println("Digest: " + RosterText.digest(roster));
        roster.members()
                .forEach(each -> out.println("member " + each.handle() + ": "
                        + String.join(
                                ", ",
                                each.duties().stream().sorted().map(Duty::word).toList())));
        roster.custodians().forEach(each -> out.println("custodian " + each.handle()));
        roster.compartments()
                .forEach(each -> out.println("compartment " + each.name() + ", epoch " + each.epoch() + ", held by "
                        + each.holders().size()));
        roster.witnesses().forEach(each -> out.println("witness " + each));
        roster.logKeys().forEach(each -> out.println("log " + each));
        out.flush();
        if (out.checkError()) {
            throw new IOException("standard output could not be written");
        }
    }
}
