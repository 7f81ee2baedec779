// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lapwing.bench.evacuation.EvacuationBench;

/** {@code lapwing bench NAME}: runs the cases of a bench one by one, prints them as a table, keeps it on request. */
public final class Bench {
    private static final String USAGE = """
            usage: lapwing bench line|evacuation [--only CASE] [--keep]
              --only CASE  seal, log, journal, gate or desk; usual, replanned, growth, small or large
              --keep       writes the table into docs/benchmarks.md""";

    private Bench() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(Arrays.asList(words));
        boolean keep = rest.remove("--keep");
        Optional<String> only = Optional.empty();
        int at = rest.indexOf("--only");
        if (at >= 0 && at + 1 < rest.size()) {
            only = Optional.of(rest.get(at + 1));
            rest.subList(at, at + 2).clear();
        }
        if (rest.equals(List.of("evacuation"))) {
            System.exit(
                    EvacuationBench.run(Path.of("target", "bench", "evacuation").toAbsolutePath(), only, keep));
        }
        List<Case> cases = only.isEmpty() ? line() : named(only.get());
        if (!rest.equals(List.of("line")) || cases.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        System.exit(run(cases, keep));
    }

    private static List<Case> line() {
        return List.of(new SealCase(), new LogCase(), new JournalCase(), new GateCase(), new DeskCase());
    }

    private static List<Case> named(String name) {
        return line().stream().filter(each -> each.name().equals(name)).toList();
    }

    /** 0 when every case ran, 1 when one could not: the table then says so. */
    private static int run(List<Case> cases, boolean keep) throws IOException, InterruptedException {
        Workplace place = Workplace.ofHouse();
        Kept kept = new Kept(place.folder().resolve("kept"));
        List<Figure> figures = new ArrayList<>();
        int failed = 0;
        for (Case each : cases) {
            Optional<List<Figure>> earlier = kept.read(each.name());
            if (earlier.isPresent()) {
                System.err.println(each.name() + ": kept from the run that was stopped");
                figures.addAll(earlier.get());
                continue;
            }
            System.err.println(each.name() + " ...");
            long start = System.nanoTime();
            try {
                List<Figure> measured = each.measure(place);
                kept.write(each.name(), measured);
                figures.addAll(measured);
            } catch (IOException | RuntimeException e) {
                failed++;
                System.err.println(each.name() + " could not be measured: " + e);
                figures.add(Figure.absent(each.name(), "not measured in this run"));
            }
            System.err.printf("%s: %.0f s%n", each.name(), (System.nanoTime() - start) / 1e9);
        }
        String table = Table.of(Machine.describe(place), figures);
        System.out.println(table);
        if (failed == 0) {
            for (Case each : cases) {
                kept.forget(each.name());
            }
        }
        if (keep) {
            Table.keep(Path.of("docs", "benchmarks.md"), table);
        }
        Files.writeString(place.folder().resolve("line.md"), table);
        return failed == 0 ? 0 : 1;
    }
}
