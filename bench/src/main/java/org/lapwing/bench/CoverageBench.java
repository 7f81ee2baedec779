// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Estimator;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.Settings;

/**
 * {@code lapwing bench coverage}: tables of four lists simulated from six worlds whose size is known, and how often each
 * method's interval holds it. A finished table ends with a line of its own in a file named by the settings, so that a stopped
 * run goes on where it was, at whatever moment it was stopped. The latent classes run four chains of {@value #SCANS} draws
 * each (four times that where they do not agree, and then the headline refuses: refusals are counted), the bootstrap
 * {@value #REPLICATES} replicates. Tables are spread over the cores; each is the same whatever their number.
 */
final class CoverageBench {
    private static final int SCANS = 2_000;
    private static final int REPLICATES = 200;
    private static final String DONE = "\tdone";
    private static final double[] SAME = {.30, .25, .20, .15};

    private enum World {
        INDEPENDENCE(1000, 1000),
        ONE_DEPENDENT_PAIR(1000, 2000),
        TWO_CLASSES(1000, 3000),
        SPARSE(2000, 4000),
        SMOOTH_HETEROGENEITY(1000, 5000),
        HIDDEN_GROUP(1000, 6000);

        private final int size;
        private final long seed;

        World(int size, long seed) {
            this.size = size;
            this.seed = seed;
        }

        /** The chances of one person; the second list may follow the first. */
        double[] chances(int person, SplittableRandom random) {
            return switch (this) {
                case INDEPENDENCE -> SAME;
                case ONE_DEPENDENT_PAIR -> new double[] {.30, .15, .20, .15};
                case TWO_CLASSES ->
                    person < 800 ? new double[] {.10, .10, .15, .20} : new double[] {.60, .70, .50, .60};
                case SPARSE -> new double[] {.12, .10, .08, .05};
                case HIDDEN_GROUP -> person < 850 ? SAME : new double[] {.01, .01, .01, .01};
                case SMOOTH_HETEROGENEITY -> {
                    double ability = random.nextGaussian();
                    double[] chances = new double[4];
                    for (int list = 0; list < 4; list++) {
                        double odds = SAME[list] / (1 - SAME[list]) * Math.exp(ability);
                        chances[list] = odds / (1 + odds);
                    }
                    yield chances;
                }
            };
        }
    }

    private final Path file;
    private final int replicates;

    CoverageBench(Path folder, int replicates) {
        this.file = folder.resolve("coverage-" + SCANS + "-" + REPLICATES + ".tsv");
        this.replicates = replicates;
    }

    /** The finished table, for the page of benchmarks. */
    String run() throws IOException {
        Set<String> done = finished();
        List<Simulated> left = new ArrayList<>();
        for (int replicate = 1; replicate <= replicates; replicate++) {
            for (World world : World.values()) {
                Simulated each = new Simulated(world, replicate);
                if (!done.contains(each.key())) {
                    left.add(each);
                }
            }
        }
        System.err.println(done.size() + " tables were done before, " + left.size() + " are left");
        left.parallelStream().forEach(this::measure);
        return summary();
    }

    /** What a stopped run wrote of a table that it did not finish is dropped. */
    private Set<String> finished() throws IOException {
        if (!Files.exists(file)) {
            return Set.of();
        }
        List<String> lines = Files.readAllLines(file, UTF_8);
        Set<String> done = lines.stream()
                .filter(line -> line.endsWith(DONE))
                .map(line -> line.substring(0, line.length() - DONE.length()))
                .collect(Collectors.toSet());
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.write(
                beside,
                lines.stream()
                        .filter(line -> done.contains(line.split("\t", -1)[0]))
                        .toList(),
                UTF_8);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        return done;
    }

    private record Simulated(World world, int replicate) {
        String key() {
            return world + "/" + replicate;
        }
    }

    private void measure(Simulated each) {
        List<String> lines = measured(each.key(), simulated(each.world(), each.replicate()), each.replicate());
        lines.add(each.key() + DONE);
        write(each.key(), lines);
    }

    private synchronized void write(String key, List<String> lines) {
        try {
            Files.write(file, lines, UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.err.println(key);
    }

    private static CaptureTable simulated(World world, int replicate) {
        SplittableRandom random = new SplittableRandom(world.seed + replicate);
        Map<Integer, Long> cells = new TreeMap<>();
        for (int person = 0; person < world.size; person++) {
            double[] chances = world.chances(person, random);
            int pattern = 0;
            for (int list = 0; list < 4; list++) {
                boolean follows = world == World.ONE_DEPENDENT_PAIR && list == 1 && (pattern & 1) == 1;
                pattern |= random.nextDouble() < (follows ? .50 : chances[list]) ? 1 << list : 0;
            }
            if (pattern != 0) {
                cells.merge(pattern, 1L, Long::sum);
            }
        }
        return CaptureTable.of(List.of("siskin", "dunlin", "plover", "knot"), cells);
    }

    private static List<String> measured(String key, CaptureTable table, int replicate) {
        Settings settings =
                new Settings(EnumSet.allOf(Method.class), replicate, 0, 0, 10, 0, SCANS, 0.02, REPLICATES, List.of());
        List<String> lines = new ArrayList<>();
        for (Estimate each : new Estimator(table, settings).estimates()) {
            String ends = each.interval()
                    .map(i -> i.estimate() + "\t" + i.lower() + "\t" + i.upper())
                    .orElse("refused\t\t");
            String name = each.method() == Method.HEADLINE ? "headline" : each.name();
            lines.add(key + "\t" + name + "\t" + ends);
        }
        return lines;
    }

    private String summary() throws IOException {
        StringBuilder table = new StringBuilder();
        Map<String, List<Answer.Interval>> intervals = new TreeMap<>();
        Map<String, Integer> refused = new TreeMap<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (line.endsWith(DONE)) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            String key = cells[0].replaceAll("/.*", "") + " | " + cells[1];
            List<Answer.Interval> list = intervals.computeIfAbsent(key, _ -> new ArrayList<>());
            if (cells[2].equals("refused")) {
                refused.merge(key, 1, Integer::sum);
            } else {
                list.add(new Answer.Interval(
                        Double.parseDouble(cells[2]), Double.parseDouble(cells[3]), Double.parseDouble(cells[4])));
            }
        }
        table.append(
                "| world | method | answered | refused | holds the truth | all below | all above | median width / N |\n");
        table.append("|---|---|---|---|---|---|---|---|\n");
        intervals.forEach((key, list) -> {
            double truth = World.valueOf(key.split(" ")[0]).size;
            double[] widths =
                    list.stream().mapToDouble(Answer.Interval::width).sorted().toArray();
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %d | %.3f | %.3f | %.3f | %.3f |\n",
                    key,
                    list.size(),
                    refused.getOrDefault(key, 0),
                    share(list, i -> i.holds(truth)),
                    share(list, i -> i.upper() < truth),
                    share(list, i -> i.lower() > truth),
                    widths.length == 0 ? Double.NaN : widths[widths.length / 2] / truth));
        });
        return table.toString();
    }

    private static double share(List<Answer.Interval> list, java.util.function.Predicate<Answer.Interval> which) {
        return list.isEmpty() ? Double.NaN : list.stream().filter(which).count() / (double) list.size();
    }
}
