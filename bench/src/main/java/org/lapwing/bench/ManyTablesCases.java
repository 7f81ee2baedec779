// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.Pool;
import org.lapwing.estimate.Settings;
import org.lapwing.estimate.Strata;
import org.lapwing.estimate.Withheld;
import org.lapwing.tables.Count;
import org.lapwing.tables.OverlapTable;

/**
 * What no reference does: a sum over strata of known sizes, samples of a linkage, counts withheld to protect people. Strata and
 * samples are invented, independent lists with known totals; the withheld counts are those below five of a published table.
 */
final class ManyTablesCases {
    private static final int STRATA = 6;
    private static final int SAMPLES = 10;
    private static final double[] CHANCES = {.30, .25, .20, .15};
    private static final List<String> LISTS = List.of("siskin", "dunlin", "plover", "knot");
    private static final Settings SETTINGS =
            Settings.usual(1).lighter(1_000).asking(EnumSet.of(Method.DGA, Method.LCMCR, Method.HEADLINE));

    private final Path folder;

    ManyTablesCases(Path folder) {
        this.folder = folder;
    }

    String table() {
        StringBuilder table = new StringBuilder(
                "| case | method | answer | truth, or the whole table's answer | our CPU s |\n|---|---|---|---|---|\n");
        Map<String, List<CaptureTable>> strata = new LinkedHashMap<>();
        Map<String, List<CaptureTable>> samples = new LinkedHashMap<>();
        int truth = 0;
        for (int stratum = 0; stratum < STRATA; stratum++) {
            int people = 300 + 150 * stratum;
            truth += people;
            strata.put("stratum " + stratum, List.of(simulated(people, stratum, 0)));
            List<CaptureTable> drawn = new ArrayList<>();
            for (int sample = 0; sample < SAMPLES; sample++) {
                drawn.add(simulated(people, stratum, 0.02 * sample / SAMPLES));
            }
            samples.put("stratum " + stratum, drawn);
        }
        String known = Integer.toString(truth);
        told(table, "six strata, summed", known, sums(() -> new Strata(strata, SETTINGS).estimates()));
        told(
                table,
                "the same, 10 samples of a linkage that misses 0 to 2 % of links",
                known,
                sums(() -> Strata.ofSamples(samples, SETTINGS).estimates()));
        told(
                table,
                "one stratum, the same samples pooled",
                "300",
                EstimateBench.onOneThread(() -> new Pool(samples.getOrDefault("stratum 0", List.of()), SETTINGS, "matching").estimates()));
        withheld(table, "UKdat_5");
        return table.toString();
    }

    private static EstimateBench.Timed sums(Supplier<List<Estimate>> strata) {
        return EstimateBench.onOneThread(() -> strata.get().stream()
                .filter(each -> "sum".equals(each.settings().get("stratum")))
                .toList());
    }

    /** Counts of one to four become {@code <5}. */
    private void withheld(StringBuilder table, String name) {
        OverlapTable whole = OverlapTable.read(folder.resolve(name + ".csv"));
        TreeMap<Integer, Count> cells = new TreeMap<>();
        int hidden = 0;
        for (Map.Entry<Integer, Count> cell : whole.counts().entrySet()) {
            boolean few = cell.getValue().most() > 0 && cell.getValue().most() < 5;
            hidden += few ? 1 : 0;
            cells.put(cell.getKey(), few ? new Count.FewerThan(5) : cell.getValue());
        }
        Settings graphs = SETTINGS.asking(Set.of(Method.DGA));
        Estimate plain = new org.lapwing.estimate.Estimator(CaptureTable.of(whole), graphs)
                .estimates()
                .getFirst();
        OverlapTable few = new OverlapTable(whole.lists(), cells);
        told(
                table,
                name + ", " + hidden + " counts below five withheld",
                said(plain),
                EstimateBench.onOneThread(
                        () -> new Pool(new Withheld(few, 1).completions(SAMPLES), graphs, "withheld").estimates()));
    }

    private static void told(StringBuilder table, String what, String truth, EstimateBench.Timed timed) {
        for (Estimate each : timed.estimates()) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %.2f |\n",
                    what,
                    each.method().word(),
                    said(each),
                    truth,
                    timed.cpuSeconds()));
        }
    }

    private static String said(Estimate each) {
        String part = each.diagnostics().entrySet().stream()
                .filter(entry -> entry.getKey().startsWith("share_from_"))
                .map(entry -> String.format(
                        Locale.ROOT, ", %.0f %% from it", 100 * ((Number) entry.getValue()).doubleValue()))
                .findFirst()
                .orElse("");
        return switch (each.answer()) {
            case Answer.Interval i ->
                String.format(Locale.ROOT, "%.0f [%.0f, %.0f]%s", i.estimate(), i.lower(), i.upper(), part);
            case Answer.Refused(var because) -> "refused: " + because.english();
        };
    }

    /** @param missed the share of people on two lists or more whose records stay apart: one becomes two, on one list each */
    private static CaptureTable simulated(int people, int seed, double missed) {
        SplittableRandom random = new SplittableRandom(20_261_123L + seed);
        Map<Integer, Long> cells = new TreeMap<>();
        for (int person = 0; person < people; person++) {
            int pattern = 0;
            for (int list = 0; list < CHANCES.length; list++) {
                pattern |= random.nextDouble() < CHANCES[list] ? 1 << list : 0;
            }
            boolean apart = random.nextDouble() < missed;
            if (apart && Integer.bitCount(pattern) > 1) {
                cells.merge(Integer.lowestOneBit(pattern), 1L, Long::sum);
                pattern &= pattern - 1;
            }
            if (pattern != 0) {
                cells.merge(pattern, 1L, Long::sum);
            }
        }
        return CaptureTable.of(LISTS, cells);
    }
}
