// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.form.PlanJson;
import org.lapwing.evacuation.form.SituationWriter;

/**
 * What OR-Tools proves of a small situation, in a process of its own; without it the answer says so. Its model is
 * {@code evacuation_optimum.py}; it begins from our plan, and the plan it ends with goes through our checker.
 */
record Optimum(Path folder) {
    private static final int SECONDS = 1200;

    Measured proven(Measured into, Situation situation, Plan ours) throws IOException, InterruptedException {
        Path script = folder.resolve("evacuation_optimum.py");
        try (InputStream in = Optimum.class.getResourceAsStream("/org/lapwing/bench/evacuation_optimum.py")) {
            Files.write(script, Objects.requireNonNull(in).readAllBytes());
        }
        Path asked = folder.resolve("small-situation.json");
        Path told = folder.resolve("small-ours.json");
        Path best = folder.resolve("small-best.json");
        Path answer = folder.resolve("small-answer.json");
        Files.writeString(asked, SituationWriter.write(situation, "invented"));
        Files.writeString(told, PlanJson.write(ours));
        Files.deleteIfExists(best);
        List<String> command = List.of(
                System.getenv().getOrDefault("LAPWING_BENCH_PYTHON", "python3"),
                script.toString(),
                asked.toString(),
                best.toString(),
                Integer.toString(SECONDS),
                told.toString());
        Process process = new ProcessBuilder(command)
                .redirectError(folder.resolve("small-words.txt").toFile())
                .redirectOutput(answer.toFile())
                .start();
        boolean ended = process.waitFor(SECONDS + 120L, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            return into.put("peer_status", "OR-Tools is not here");
        }
        String text = Files.readString(answer);
        for (String key : List.of("status", "objective", "lower", "relaxation", "ways", "seconds")) {
            Matcher value = Pattern.compile("\"" + key + "\": \"?([^,\"}]+)").matcher(text);
            into.put("peer_" + key, value.find() ? value.group(1) : "absent");
        }
        Plan theirs = PlanJson.read(Files.readString(best));
        return into.put("peer_cost", theirs.total())
                .put("peer_violations", Checker.violations(situation, theirs).size());
    }
}
