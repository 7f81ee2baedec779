// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.ListPairs;
import org.lapwing.estimate.decomposable.GraphAveraging;
import org.lapwing.estimate.latent.LatentClasses;
import org.lapwing.estimate.latent.LatentSettings;
import org.lapwing.estimate.loglinear.Heterogeneity;
import org.lapwing.estimate.loglinear.LogLinearSearch;
import org.lapwing.estimate.loglinear.SparseStepwise;
import org.lapwing.tables.OverlapTable;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;

/**
 * {@code lapwing bench estimate}: ours beside each row that R's packages printed for the published tables. R is not run
 * here: its CPU seconds are those of the reference file, measured by others on another machine. Ours are of one thread.
 */
final class EstimateBench {
    record Timed(List<Estimate> estimates, double cpuSeconds) {
        Timed only(String setting, String value, String interval) {
            return new Timed(
                    estimates.stream()
                            .filter(each -> value.equals(each.settings().get(setting)))
                            .filter(each -> interval.equals(each.settings().get("interval")))
                            .toList(),
                    cpuSeconds);
        }
    }

    private static final String HEADER =
            "| table | method | reference | ours | off by | R's CPU s | our CPU s |\n|---|---|---|---|---|---|---|";

    private final Path folder;
    private int equal;
    private int unequal;
    private int refused;
    private final Map<String, Timed> done = new HashMap<>();

    EstimateBench(Path folder) {
        this.folder = folder;
    }

    /** Every row is printed; given back is what the page of benchmarks keeps. */
    String run() {
        System.out.println(
                "R's CPU seconds are the reference file's column, not of this machine; load makes ours too long.\n");
        System.out.println(HEADER);
        StringBuilder sampled = new StringBuilder();
        for (Row row :
                Table.read(folder.resolve("reference.csv"), Schema.none()).rows()) {
            String name = row.text("table");
            if (!row.text("estimate").isEmpty() && Files.exists(folder.resolve(name + ".csv"))) {
                String told = told(row, CaptureTable.of(OverlapTable.read(folder.resolve(name + ".csv"))));
                System.out.print(told);
                if (row.text("method").equals("lcmcr") || row.text("method").equals("sparsemse-bca")) {
                    sampled.append(told);
                }
            }
        }
        return "Exact methods: %d rows compared, %d equal (half of the last printed digit, or a millionth), %d refused.\n\n"
                        .formatted(equal + unequal + refused, equal, refused)
                + (unequal > 0 ? "**" + unequal + " rows differ.**\n\n" : "")
                + HEADER + "\n" + sampled + "\n" + new ManyTablesCases(folder).table();
    }

    /** Counts rows of exact methods. */
    private void count(String method, Estimate each, double expected) {
        if (method.equals("lcmcr") || method.equals("sparsemse-bca")) {
            return;
        }
        if (each.interval().isEmpty()) {
            refused++;
        } else if (Math.abs(each.interval().get().estimate() - expected)
                <= (method.equals("dga") ? 0.6 : Math.max(0.0051, 1e-6 * Math.abs(expected)))) {
            equal++;
        } else {
            unequal++;
        }
    }

    private String told(Row row, CaptureTable table) {
        StringBuilder lines = new StringBuilder();
        String method = row.text("method");
        Timed timed = ours(row, table, method);
        for (Estimate each : timed.estimates()) {
            String told = switch (each.answer()) {
                case Answer.Interval i ->
                    String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", i.estimate(), i.lower(), i.upper());
                case Answer.Refused(var because) -> "refused: " + because.english();
            };
            double expected = Double.parseDouble(row.text("estimate"));
            count(method, each, expected);
            String off = each.interval()
                    .map(i -> String.format(Locale.ROOT, "%.3g", i.estimate() - expected))
                    .orElse("");
            lines.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s [%s, %s] | %s | %s%s | %s | %.3f |\n",
                    row.text("table"),
                    method,
                    row.text("estimate"),
                    row.text("lo"),
                    row.text("hi"),
                    told,
                    off,
                    switch (method) {
                        case "lcmcr" -> chains(row, each, timed.cpuSeconds());
                        case "sparsemse-bca" -> ends(row, each, table);
                        default -> "";
                    },
                    row.text("cpu_s"),
                    timed.cpuSeconds()));
        }
        return lines.toString();
    }

    /** How far apart in Monte Carlo errors, and effective draws a CPU second beside theirs. */
    private static String chains(Row row, Estimate ours, double cpuSeconds) {
        Matcher theirs = Pattern.compile("mean=([0-9.]+) sd=([0-9.]+) ESS=([0-9]+) ESS/s=([0-9.]+)")
                .matcher(row.text("extra"));
        if (!theirs.find()) {
            return "";
        }
        double size = number(ours, "effective_sample");
        double error = Math.hypot(
                number(ours, "sd") / Math.sqrt(size),
                Double.parseDouble(theirs.group(2)) / Math.sqrt(Double.parseDouble(theirs.group(3))));
        double apart = Math.abs(number(ours, "mean") - Double.parseDouble(theirs.group(1))) / error;
        double rate = size / cpuSeconds;
        return String.format(
                Locale.ROOT,
                "; means %.1f Monte Carlo errors apart; R-hat %.3f; ESS/CPU s %.0f, R's %s, ratio %.2f",
                apart,
                number(ours, "r_hat"),
                rate,
                theirs.group(4),
                rate / Double.parseDouble(theirs.group(4)));
    }

    /** How far the ends are from theirs, and how far ours stray of themselves: over the seeds 1 to 20. */
    private static String ends(Row row, Estimate ours, CaptureTable table) {
        if (ours.interval().isEmpty()) {
            return "";
        }
        int replicates = replicates(row);
        StringBuilder told = new StringBuilder();
        for (boolean upper : new boolean[] {false, true}) {
            ToDoubleFunction<Estimate> end = each ->
                    each.interval().map(i -> upper ? i.upper() : i.lower()).orElse(Double.NaN);
            double theirs = Double.parseDouble(row.text(upper ? "hi" : "lo"));
            double[] strays = LongStream.rangeClosed(1, 20)
                    .mapToDouble(seed -> end.applyAsDouble(bootstrap(table, replicates, seed)))
                    .filter(Double::isFinite)
                    .toArray();
            double mean = Arrays.stream(strays).average().orElse(Double.NaN);
            double spread = Math.sqrt(Arrays.stream(strays)
                    .map(each -> (each - mean) * (each - mean))
                    .average()
                    .orElse(Double.NaN));
            told.append(String.format(
                    Locale.ROOT,
                    "; %s end off by %.1f %%, over seeds %.4g with standard deviation %.1f %%, theirs %.1f of these off",
                    upper ? "upper" : "lower",
                    100 * (end.applyAsDouble(ours) / theirs - 1),
                    mean,
                    100 * spread / mean,
                    (theirs - mean) / spread));
        }
        return told.toString();
    }

    private static int replicates(Row row) {
        return Integer.parseInt(row.text("settings").replaceAll(".*nboot=(\\d+).*", "$1"));
    }

    private static Estimate bootstrap(CaptureTable table, int replicates, long seed) {
        return new SparseStepwise(table, 0.02).estimates(replicates, seed).getLast();
    }

    private static double number(Estimate estimate, String name) {
        return estimate.diagnostics().get(name) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private Timed ours(Row row, CaptureTable table, String method) {
        String key = row.text("table") + " ";
        int t = table.size();
        if (method.startsWith("chapman:")) {
            return kept(key + "chapman", () -> ListPairs.chapman(table)).only("pair", method.substring(8), "wald");
        }
        if (method.startsWith("rcap:MS-")) {
            return kept(key + "ms", () -> new LogLinearSearch(table, LogLinearSearch.usualOrder(t)).estimates())
                    .only("selection", method.substring(8), "profile");
        }
        if (method.startsWith("rcap:")) {
            return kept(key + "rcap", () -> new Heterogeneity(table).estimates())
                    .only("model", method.substring(5), method.startsWith("rcap:Mb") ? "profile" : "wald");
        }
        return switch (method) {
            case "chao1987" ->
                kept(key + "chao", () -> List.of(ListPairs.chao(table).getLast()));
            case "sparsemain" ->
                kept(
                        key + "main",
                        () -> List.of(new Heterogeneity(table).independence().getFirst()));
            case "sparsemse-wald" -> kept(key + "sparse", () -> new SparseStepwise(table, 0.02).estimates(0, 1));
            case "sparsemse-bca" -> kept(key + "bca", () -> List.of(bootstrap(table, replicates(row), 1234)));
            case "dga" -> {
                long last = Long.parseLong(row.text("settings").replaceAll(".*Nmis=1\\.\\.", ""));
                int multiple = (int) (last / table.observed());
                yield kept(
                        key + "dga" + multiple,
                        () -> List.of(new GraphAveraging(table, Math.pow(2, -t)).estimate(multiple)));
            }
            case "lcmcr" ->
                kept(
                        key + "lcmcr",
                        () -> List.of(new LatentClasses(table, new LatentSettings(10, 20, 4, 20_000, 1)).estimate()));
            default -> new Timed(List.of(), 0);
        };
    }

    private Timed kept(String key, Supplier<List<Estimate>> method) {
        return done.computeIfAbsent(key, _ -> onOneThread(method));
    }

    static Timed onOneThread(Supplier<List<Estimate>> method) {
        try (ForkJoinPool one = new ForkJoinPool(1)) {
            return one.submit(() -> {
                        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                        List<Estimate> made = method.get();
                        long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                        return new Timed(new ArrayList<>(made), (after - before) / 1e9);
                    })
                    .join();
        }
    }
}
