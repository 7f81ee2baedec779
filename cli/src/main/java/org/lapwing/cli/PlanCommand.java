// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.Changes;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.check.Violation;
import org.lapwing.evacuation.form.PlanJson;
import org.lapwing.evacuation.planner.Effort;
import org.lapwing.evacuation.planner.Planner;
import org.lapwing.evacuation.sheet.PlanReport;
import org.lapwing.evacuation.sheet.Sheet;
import org.lapwing.figures.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing plan}: who moves when and where they sleep. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Plans beds, moves and escorts of a situation under the rules that keep people alive.",
            "Households, houses and helpers go by code names; no address belongs into the file. Whoever finds no place is"
                    + " named with the reasons, and somebody has to decide."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everybody has a place, or somebody decided otherwise by name",
            "1:somebody has no place and nobody decided so; the plan says why. Or what is fixed breaks a rule",
            "2:there is no situation to read"
        },
        footer = {
            "",
            "Examples:",
            "  lapwing plan examples/situation.json --out plan.json --seconds 10 --report plan.html --sheets sheets",
            "  lapwing plan today.json --told plan.json --today 2031-03-12 --out new.json",
            "  lapwing plan why examples/situation.json plan.json amber-auk --night 2031-03-12"
        })
final class PlanCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SealedFiles files = new SealedFiles();

    @Option(names = "--out", paramLabel = "PLAN.json", description = "Where the plan goes.")
    private @Nullable Path out;

    @Option(names = "--seconds", paramLabel = "S", description = "How long to search; 20 where nothing is said.")
    private @Nullable Integer seconds;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "Search this much instead: the same plan, bit for bit, on any machine.")
    private @Nullable Long iterations;

    @Option(names = "--seed", paramLabel = "N", description = "Of the search; 1 where nothing is said.")
    private long seed = 1;

    @Mixin
    private Told told = new Told();

    @Option(
            names = "--report",
            paramLabel = "FILE.html",
            description = "The whole plan as a page with pictures, for those who may see everything.")
    private @Nullable Path report;

    @Option(
            names = "--sheets",
            paramLabel = "DIR",
            description = "One sheet for each move to come, with nothing else in it.")
    private @Nullable Path sheets;

    @Mixin
    private Spoken spoken = new Spoken();

    @Parameters(
            arity = "0..1",
            paramLabel = "SITUATION.json",
            description = "The situation: plain, or an age file with -i.")
    private @Nullable Path situationFile;

    private PlanCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    static CommandLine with(Terminal terminal) {
        return new CommandLine(new PlanCommand(terminal))
                .addSubcommand(new PlanCheck(terminal))
                .addSubcommand(new PlanWhy(terminal));
    }

    @Override
    public Integer call() throws IOException {
        // picocli would ask for what it knows to be required before "plan check", too
        if (situationFile == null || out == null) {
            throw new BadInput("a situation and --out are needed: lapwing plan SITUATION.json --out PLAN.json");
        }
        Situation situation = told.applied(files.situation(situationFile, terminal), files, terminal);
        Language reader = spoken.reader();
        PlanWords words = new PlanWords(situation, spoken);
        List<Violation> fixed = Checker.violationsOfPins(situation);
        if (!fixed.isEmpty()) {
            terminal.err()
                    .println(spoken.say(
                            "What is fixed breaks these rules; change it, then plan again:",
                            "Закреплённое нарушает эти правила; измените его и планируйте снова:"));
            words.print(fixed, terminal.err());
            return 1;
        }
        Plan plan = searched(situation);
        List<Violation> broken = Checker.violations(situation, plan);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the checker refuses the plan");
        }
        files.write(out, PlanJson.write(plan), terminal);
        PrintWriter answer = new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8);
        Optional<Changes> changes = told.plan().map(before -> Changes.between(before, plan, situation.today()));
        if (report != null) {
            files.write(report, PlanReport.html(situation, plan, changes, reader), terminal);
        }
        if (sheets != null) {
            Files.createDirectories(sheets);
            for (Sheet sheet : Sheet.of(situation, plan, situation.today())) {
                files.write(sheets.resolve(sheet.fileName()), sheet.text(), terminal);
            }
        }
        changes.ifPresent(each -> words.print(each, answer));
        words.print(plan, answer);
        return plan.open().isEmpty() ? 0 : 1;
    }

    private Plan searched(Situation situation) {
        if (seconds != null && iterations != null) {
            throw new BadInput("--seconds and --iterations exclude each other; accepted is one of them");
        }
        boolean timely = seconds == null || (seconds >= 1 && seconds <= 86_400);
        if (!timely || (iterations != null && iterations < 1)) {
            throw new BadInput("accepted are --seconds from 1 to 86400 and --iterations from 1");
        }
        Effort effort = iterations != null
                ? Effort.iterations(seed, iterations)
                : Effort.time(seed, Duration.ofSeconds(seconds == null ? 20 : seconds));
        Planner planner = new Planner(situation, effort);
        long start = System.nanoTime();
        Plan plan = planner.plan();
        terminal.err()
                .printf(Locale.ROOT, "%,d tries in %.1f s.%n", planner.iterations(), (System.nanoTime() - start) / 1e9);
        return plan;
    }
}
