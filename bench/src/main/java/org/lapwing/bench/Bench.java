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
        usage: lapwing bench seal|tlog|journal|gate|desk|line|linkage|evacuation [--only CASE] [--keep]
                             | estimate FOLDER [--keep] | coverage REPLICATES [--keep]
          line         the first five, one after the other
          --only CASE  of gate: start, arrivals, brief, uploads, idle, slow or flood
                       of desk: demo, large1k, large10k or large100k
                       of linkage: febrl3, febrl4, rldata, invented100k, invented1m or invented10m
                       of evacuation: usual, timefold, bound, replanned, growth, small or large, or one case such as usual-7
          --keep       writes the table into docs/benchmarks.md
          FOLDER       of the published overlap tables and reference.csv
          REPLICATES   simulated tables of each scenario; a run that was stopped goes on where it was\
        """;

    private static final List<String> LINE = List.of("seal", "tlog", "journal", "gate", "desk");

    private Bench() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        List<String> rest = new ArrayList<>(Arrays.asList(words));
        boolean keep = rest.remove("--keep");
        if (rest.size() == 2 && rest.getFirst().equals("estimate")) {
            tell("estimate", "estimate FOLDER", new EstimateBench(Path.of(rest.get(1))).run(), keep);
            return;
        }
        if (rest.size() == 2
                && rest.getFirst().equals("coverage")
                && rest.get(1).matches("[1-9]\\d{0,4}")) {
            Path folder = Files.createDirectories(Path.of("target", "bench"));
            String table = new CoverageBench(folder, Integer.parseInt(rest.get(1))).run();
            tell("coverage", "coverage REPLICATES", table, keep);
            return;
        }
        Optional<String> only = Optional.empty();
        int at = rest.indexOf("--only");
        if (at >= 0 && at + 1 < rest.size()) {
            only = Optional.of(rest.get(at + 1));
            rest.subList(at, at + 2).clear();
        }
        System.exit(rest.size() == 1 ? named(rest.getFirst(), only, keep) : misused());
    }

    /** Printed, written beside, and kept on request, with what it was measured on. */
    private static void tell(String bench, String command, String table, boolean keep) throws IOException {
        Workplace place = Workplace.ofHouse();
        StringBuilder text = new StringBuilder();
        Machine.describe(place).stream()
                .filter(line -> !line.startsWith("seed") && !line.startsWith("data"))
                .forEach(line -> text.append("- ").append(line).append('\n'));
        text.append('\n').append(table);
        System.out.print(text);
        Files.writeString(place.folder().resolve(bench + ".md"), text);
        if (keep) {
            Table.keep(Path.of("docs", "benchmarks.md"), bench, command, text.toString());
        }
    }

    private static int named(String bench, Optional<String> only, boolean keep)
            throws IOException, InterruptedException {
        if (bench.equals("evacuation")) {
            return EvacuationBench.run(Path.of("target", "bench", "evacuation").toAbsolutePath(), only, keep);
        }
        int worst = 0;
        for (String each : bench.equals("line") ? LINE : List.of(bench)) {
            List<Case> cases = cases(each, only).stream()
                    .filter(one -> only.isEmpty() || one.name().equals(only.get()))
                    .toList();
            worst = Math.max(worst, cases.isEmpty() ? misused() : run(each, cases, keep));
        }
        return worst;
    }

    private static List<Case> cases(String bench, Optional<String> only) {
        return switch (bench) {
            case "seal" -> List.of(new SealCase());
            case "tlog" -> List.of(new LogCase());
            case "journal" -> List.of(new JournalCase());
            case "gate" -> GateCases.all(only.isPresent());
            case "desk" -> DeskCase.all(only.isPresent());
            case "linkage" -> LinkageCase.all();
            default -> List.of();
        };
    }

    private static int misused() {
        System.err.println(USAGE);
        return 2;
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
            // A large desk's table stands beside that of the demonstration, not in its place.
            String large = cases.getFirst().name();
            boolean beside = bench.equals("desk") && large.startsWith("large");
            Table.keep(
                    Path.of("docs", "benchmarks.md"),
                    beside ? large : bench,
                    beside ? "desk --only " + large : bench,
                    table);
        }
        Files.writeString(place.folder().resolve(bench + ".md"), table);
        return failed == 0 ? 0 : 1;
    }
}
