// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.numeric.Quantiles;

/**
 * N under latent classes: median and central 95 % of the draws of all chains together, or a refusal if the chains do not
 * agree. The assumption: within each of a few groups lists are independent, and nobody was beyond the reach of all.
 */
public final class LatentClasses {
    private static final double AGREED = 1.01;
    private static final int KEPT = 4000;

    private final CaptureTable table;
    private final LatentSettings settings;

    public LatentClasses(CaptureTable table, LatentSettings settings) {
        this.table = inOrder(table);
        this.settings = settings;
    }

    /** The same people in one order of lists, whatever order they came in, so that the same seed gives the same draws. */
    private static CaptureTable inOrder(CaptureTable table) {
        return table.reordered(IntStream.range(0, table.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer list) -> table.onAll(1 << list))
                        .thenComparing(table.lists()::get))
                .mapToInt(Integer::intValue)
                .toArray());
    }

    /** Each chain has its own stream of numbers, so that the cores do not matter. */
    public Estimate estimate() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("classes", Integer.toString(settings.classes()));
        named.put("cap", settings.cap() > 0 ? Double.toString(settings.cap()) : "none");
        if (table.size() < 3 || table.observed() == 0) {
            return new Estimate(
                    Method.LCMCR,
                    named,
                    Answer.refused(
                            "latent classes need three lists at least",
                            "латентным классам нужно не меньше трёх списков"),
                    table.observed(),
                    0,
                    Map.of());
        }
        double[][] chains = IntStream.range(0, settings.chains())
                .parallel()
                .mapToObj(this::chain)
                .toArray(double[][]::new);
        int shortest =
                Arrays.stream(chains).mapToInt(chain -> chain.length).min().orElse(0);
        return told(
                Arrays.stream(chains)
                        .map(chain -> Arrays.copyOf(chain, shortest))
                        .toArray(double[][]::new),
                named);
    }

    /** Draws above the cap are left out: given p_0 the unseen are drawn afresh, so that what stays is drawn below the cap. */
    private double[] chain(int number) {
        HamiltonianChain chain = new HamiltonianChain(
                table, settings.classes(), settings.prior(), settings.seed() * 7919 + number * 101L);
        chain.warmUp(settings.warmUp());
        double most = settings.cap() > 0 ? settings.cap() * table.observed() : Double.POSITIVE_INFINITY;
        double[] draws = new double[settings.scans()];
        int kept = 0;
        for (int path = 0; path < settings.scans(); path++) {
            chain.next();
            long unseen = chain.unseen(table.observed());
            if (unseen <= most) {
                draws[kept++] = table.observed() + unseen;
            }
        }
        return Arrays.copyOf(draws, kept);
    }

    private Estimate told(double[][] chains, Map<String, String> named) {
        double[] sorted = Diagnostics.sorted(chains);
        double rHat = Diagnostics.rHat(chains, sorted);
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        diagnostics.put("r_hat", rHat);
        diagnostics.put("effective_sample", Diagnostics.effectiveSize(chains));
        diagnostics.put("chains", settings.chains());
        diagnostics.put("scans", settings.scans());
        double mean = Arrays.stream(sorted).average().orElse(0);
        diagnostics.put("mean", mean);
        diagnostics.put(
                "sd",
                Math.sqrt(Arrays.stream(sorted)
                        .map(x -> (x - mean) * (x - mean))
                        .average()
                        .orElse(0)));
        List<List<Double>> traces = new ArrayList<>();
        for (double[] chain : chains) {
            int step = Math.max(1, chain.length / 200);
            traces.add(IntStream.range(0, Math.min(200, chain.length))
                    .mapToObj(i -> chain[i * step])
                    .toList());
        }
        diagnostics.put("traces", traces);
        double median = Quantiles.ofSorted(sorted, 0.5);
        double lower = Quantiles.ofSorted(sorted, 0.025);
        double upper = Quantiles.ofSorted(sorted, 0.975);
        if (rHat > AGREED) {
            diagnostics.put("unconverged_lower", lower);
            diagnostics.put("unconverged_upper", upper);
        }
        int kept = Math.min(KEPT, sorted.length);
        double[] draws = IntStream.range(0, kept)
                .mapToDouble(i -> sorted[(int) ((i + 0.5) * sorted.length / kept)])
                .toArray();
        Answer answer = rHat <= AGREED
                ? new Answer.Interval(median, lower, upper, 0.95, draws)
                : new Answer.Refused(new org.lapwing.estimate.Said(
                                "the chains of the sampler do not agree (R-hat %.3f)",
                                "цепи выборщика не согласуются (R-hat %.3f)")
                        .with(rHat));
        return new Estimate(Method.LCMCR, named, answer, table.observed(), 0, diagnostics);
    }
}
