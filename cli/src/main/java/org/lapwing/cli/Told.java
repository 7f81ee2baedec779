// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.EvacuationException;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Replanning;
import org.lapwing.evacuation.Situation;
import picocli.CommandLine.Option;

/** The plan that people were told before, where planning goes on from it. */
final class Told {
    @Option(
            names = "--told",
            paramLabel = "PLAN.json",
            description =
                    "The plan in force: what is past stays, and as few people as possible move otherwise than told.")
    private @Nullable Path file;

    @Option(names = "--today", paramLabel = "DATE", description = "With --told: nights before this date are past.")
    private @Nullable LocalDate today;

    private @Nullable Plan plan;

    /** The situation as it is on that day; as given if nothing was told. */
    Situation applied(Situation situation, SealedFiles files, Terminal terminal) throws IOException {
        if (file == null || today == null) {
            if (file != null || today != null) {
                throw new BadInput("--told and --today belong together");
            }
            return situation;
        }
        plan = files.plan(file, terminal);
        try {
            long night = ChronoUnit.DAYS.between(situation.firstNight(), today);
            return Replanning.after(situation, plan, Math.clamp(night, -1, Situation.MOST_NIGHTS));
        } catch (EvacuationException e) {
            throw new BadInput("--told, --today", e);
        }
    }

    Optional<Plan> plan() {
        return Optional.ofNullable(plan);
    }
}
