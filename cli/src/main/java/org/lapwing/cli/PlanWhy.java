// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.planner.Questions;
import org.lapwing.evacuation.planner.Questions.Answer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing plan why}: why here, why not there, and what it would cost. */
@Command(
        name = "why",
        mixinStandardHelpOptions = true,
        description = {
            "Says why a household sleeps where the plan says, why not elsewhere, and what elsewhere would cost.",
            "Everybody else keeps to the plan."
        },
        footer = {
            "",
            "Example:",
            "  lapwing plan why examples/situation.json plan.json amber-auk --night 2031-03-12 --house house-b1"
        })
final class PlanWhy implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private SealedFiles files = new SealedFiles();

    @Mixin
    private Told told = new Told();

    @Mixin
    private Spoken spoken = new Spoken();

    @Option(names = "--night", paramLabel = "DATE", description = "The night that is asked about.")
    private @Nullable LocalDate night;

    @Option(names = "--house", paramLabel = "HOUSE", description = "The house that is asked about; all where absent.")
    private @Nullable String house;

    @Parameters(index = "0", paramLabel = "SITUATION.json", description = "The situation.")
    private Path situationFile = Path.of("situation.json");

    @Parameters(index = "1", paramLabel = "PLAN.json", description = "Its plan.")
    private Path planFile = Path.of("plan.json");

    @Parameters(index = "2", paramLabel = "HOUSEHOLD", description = "Its code name.")
    private String household = "";

    PlanWhy(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Situation situation = told.applied(files.situation(situationFile, terminal), files, terminal);
        Plan plan = files.plan(planFile, terminal);
        if (situation.household(household).isEmpty()) {
            throw new BadInput("the situation has no household of this name");
        }
        if (house != null && situation.house(house).isEmpty()) {
            throw new BadInput("--house: the situation has no house of this name");
        }
        if (!Checker.violations(situation, plan).isEmpty()) {
            throw new BadInput(planFile + ": the plan breaks rules; lapwing plan check says which");
        }
        PrintWriter out = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
        asked(situation, new Questions(situation, plan), out);
        out.flush();
        return 0;
    }

    private void asked(Situation situation, Questions questions, PrintWriter out) {
        if (night == null) {
            print(situation, spoken.say("their nights", "их ночи"), questions.couldBePlaced(household), out);
            return;
        }
        long number = ChronoUnit.DAYS.between(situation.firstNight(), night);
        if (number < 0 || number >= situation.nights()) {
            throw new BadInput("--night: it is not one of the nights that are planned");
        }
        List<Questions.Choice> choices = house == null
                ? questions.choices(household, (int) number)
                : List.of(new Questions.Choice(house, questions.couldSleep(household, house, (int) number)));
        choices.forEach(each -> print(situation, each.house(), each.answer(), out));
    }

    private void print(Situation situation, String what, Answer answer, PrintWriter out) {
        switch (answer) {
            case Answer.There(List<Plan.Leg> nights) ->
                out.println(what + spoken.say(": as planned: ", ": так в плане: ") + words(situation, nights));
            case Answer.Could(long more, List<Plan.Leg> nights) ->
                out.printf(
                        Locale.ROOT,
                        spoken.say("%s: possible, for %,d more: %s%n", "%s: можно, дороже на %,d: %s%n"),
                        what,
                        more,
                        words(situation, nights));
            case Answer.Forbidden forbidden -> {
                out.println(what
                        + (forbidden.rules().isEmpty()
                                ? spoken.say(
                                        ": not possible: they are not under way on that night.",
                                        ": нельзя: в эту ночь они не в пути.")
                                : spoken.say(": not possible, because of", ": нельзя, потому что")));
                for (Rule rule : forbidden.rules()) {
                    out.printf("  %-18s %s%n", rule.key(), rule.sentence(spoken.locale()));
                }
                if (!forbidden.households().isEmpty()) {
                    out.println(spoken.say("  together with the places of ", "  вместе с местами, где живут ")
                            + String.join(", ", forbidden.households()));
                }
                forbidden.freeing().forEach(each -> out.println("  " + spoken.say(each)));
            }
        }
    }

    private String words(Situation situation, List<Plan.Leg> nights) {
        return String.join(
                ", ",
                nights.stream()
                        .map(leg -> leg.house()
                                + spoken.say(" from ", " с ")
                                + situation.date(leg.nights().from())
                                + spoken.say(" until ", " до ")
                                + situation.date(leg.nights().until()))
                        .toList());
    }
}
