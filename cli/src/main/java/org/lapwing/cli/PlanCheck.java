// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.check.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing plan check}: whether a plan keeps every rule. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks a plan against its situation, rule by rule, by other code than the one that plans.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every rule is kept",
            "1:a rule is broken: each violation is named with who and when",
            "2:there is no situation or plan to read"
        },
        footer = {"", "Example:", "  lapwing plan check examples/situation.json plan.json"})
final class PlanCheck implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SealedFiles files = new SealedFiles();

    @Mixin
    private Told told = new Told();

    @Mixin
    private Spoken spoken = new Spoken();

    @Option(names = "--json", description = "Answer as JSON.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "SITUATION.json", description = "The situation.")
    private Path situationFile = Path.of("situation.json");

    @Parameters(index = "1", paramLabel = "PLAN.json", description = "The plan.")
    private Path planFile = Path.of("plan.json");

    PlanCheck(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Situation situation = told.applied(files.situation(situationFile, terminal), files, terminal);
        Plan plan = files.plan(planFile, terminal);
        List<Violation> found = Checker.violations(situation, plan);
        PlanWords words = new PlanWords(situation, spoken);
        PrintWriter out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
        if (json) {
            out.println(CanonicalJson.text(words.json(found)));
        } else if (found.isEmpty()) {
            out.println(spoken.say("Every rule is kept.", "Все правила соблюдены."));
            words.print(plan, out);
        } else {
            out.println(spoken.say("Rules are broken:", "Правила нарушены:"));
            words.print(found, out);
        }
        out.flush();
        return found.isEmpty() ? 0 : 1;
    }
}
