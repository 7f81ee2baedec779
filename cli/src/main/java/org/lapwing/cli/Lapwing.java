// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import org.lapwing.seal.SealException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The {@code lapwing} command and its exit codes: 0 done, 1 the answer is "no", 2 bad usage or input, 3 a fault of ours. */
@Command(
        name = "lapwing",
        mixinStandardHelpOptions = true,
        version = "lapwing 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "From many frightened accounts to findings that stand up, without exposing anyone who spoke.",
        footer = {"", "Each command has --help with an example."})
public final class Lapwing {

    static final int BAD_INPUT = 2;
    static final int OUR_FAULT = 3;

    private Lapwing() {}

    public static void main(String[] arguments) {
        System.exit(commandLine(Terminal.ofProcess(), new SecureRandom()).execute(arguments));
    }

    /** All commands, on the given streams. */
    static CommandLine commandLine(Terminal terminal, SecureRandom random) {
        return new CommandLine(new Lapwing())
                .addSubcommand(new Seal(terminal, random))
                .addSubcommand(new Open(terminal))
                .addSubcommand(new Keygen(terminal, random))
                .addSubcommand(RosterCommand.with(terminal))
                .addSubcommand(new Recover(terminal))
                .addSubcommand(new Fsck(terminal, random))
                .addSubcommand(new Verify(terminal))
                .addSubcommand(new EstimateCommand(terminal))
                .addSubcommand(new Link(terminal, random))
                .addSubcommand(PlanCommand.with(terminal))
                .addSubcommand(new Serve())
                .addSubcommand(new Warm(terminal))
                // an argument that begins with @ is a name, not a file to read arguments from
                .setExpandAtFiles(false)
                .setOut(new PrintWriter(terminal.out(), true, java.nio.charset.StandardCharsets.UTF_8))
                .setErr(terminal.err())
                .setParameterExceptionHandler(Lapwing::explainUsage)
                .setExecutionExceptionHandler((thrown, command, _) -> explain(thrown, command));
    }

    private static int explainUsage(ParameterException e, String[] arguments) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        e.getCommandLine().getErr().printf("%s: %s%nTry \"%s --help\".%n", name, e.getMessage(), name);
        return BAD_INPUT;
    }

    private static int explain(Exception thrown, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        PrintWriter err = command.getErr();
        switch (thrown) {
            case BadInput e -> err.println(name + ": " + e.getMessage());
            case SealException e -> err.println(name + ": " + e.getMessage());
            case NoSuchFileException e -> err.println(name + ": " + e.getFile() + ": there is no such file or folder");
            case IOException e -> err.println(name + ": reading or writing failed: " + e.getMessage());
            default -> {
                // no message: it might quote what was being read
                err.println(name + ": this is a fault of Lapwing, not of your input: "
                        + thrown.getClass().getName());
                for (StackTraceElement frame : thrown.getStackTrace()) {
                    err.println("    at " + frame);
                }
                return OUR_FAULT;
            }
        }
        return BAD_INPUT;
    }
}
