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
            usage: lapwing bench line|linkage|evacuation [--only CASE] [--keep] | estimate FOLDER | coverage REPLICATES
              --only CASE  of line: seal, log, journal, gate or desk
                           of linkage: febrl3, febrl4, rldata, invented100k or invented1m
                           of evacuation: usual, replanned, growth, small or large
              --keep       writes the table into docs/benchmarks.md
              FOLDER       of the published overlap tables and reference.csv
              REPLICATES   simulated tables of each scenario; a run that was stopped goes on where it was""";

    private Bench() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(Arrays.asList(words));
        if (rest.size() == 2 && rest.getFirst().equals("estimate")) {
            new EstimateBench(Path.of(rest.get(1))).run();
            return;
        }
        if (rest.size() == 2
                && rest.getFirst().equals("coverage")
                && rest.get(1).matches("[1-9]\\d{0,4}")) {
            Path folder = Files.createDirectories(Path.of("target", "bench"));
            new CoverageBench(folder.resolve("coverage.tsv"), Integer.parseInt(rest.get(1))).run();
            return;
        }
        boolean keep = rest.remove("--keep");
        Optional<String> only = Optional.empty();
        int at = rest.indexOf("--only");
        if (at >= 0 && at + 1 < rest.size()) {
            only = Optional.of(rest.get(at + 1));
            rest.subList(at, at + 2).clear();
        }
        String bench = rest.size() == 1 ? rest.getFirst() : "";
        if (bench.equals("evacuation")) {
            System.exit(
                    EvacuationBench.run(Path.of("target", "bench", "evacuation").toAbsolutePath(), only, keep));
        }
        List<Case> whole = bench.equals("linkage") ? LinkageCase.all() : line();
        List<Case> cases = only.isEmpty() ? whole : named(whole, only.get());
        if (!List.of("line", "linkage").contains(bench) || cases.isEmpty()) {
            System.err.println(USAGE);
            System.exit(2);
        }
        System.exit(run(bench, cases, keep));
    }

    private static List<Case> line() {
        return List.of(new SealCase(), new LogCase(), new JournalCase(), new GateCase(), new DeskCase());
    }

    private static List<Case> named(List<Case> cases, String name) {
        return cases.stream().filter(each -> each.name().equals(name)).toList();
    }

    /** 0 when every case ran, 1 when one could not: the table then says so. */
    private static int run(String bench, List<Case> cases, boolean keep) throws IOException, InterruptedException {
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
            Table.keep(Path.of("docs", "benchmarks.md"), bench, table);
        }
        Files.writeString(place.folder().resolve(bench + ".md"), table);
        return failed == 0 ? 0 : 1;
    }
}
