// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lapwing roster}: what is done with a roster on a machine of one's own. */
@Command(
        name = "roster",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Signs version 1 of a roster with the root key, or shows and verifies a chain of rosters.",
        footer = {"", "Examples:", "  lapwing roster sign -i root.key roster-1.txt", "  lapwing roster show roster/*"})
final class RosterCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    static CommandLine with(Terminal terminal) {
        return new CommandLine(new RosterCommand())
                .addSubcommand(new RosterSign(terminal))
                .addSubcommand(new RosterShow(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: sign or show");
    }
}
