// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.lapwing.estimate.numeric.SpecialFunctions;

/** Whether chains agree: split R-hat on normalised ranks and the effective sample size (Vehtari and others 2021). */
final class Diagnostics {
    private Diagnostics() {}

    /** The larger of that of the draws and that of their distances from the median. */
    static double rHat(double[][] chains) {
        double[] all =
                Arrays.stream(chains).flatMapToDouble(Arrays::stream).sorted().toArray();
        double median = all[all.length / 2];
        double[][] folded = Arrays.stream(chains)
                .map(chain ->
                        Arrays.stream(chain).map(x -> Math.abs(x - median)).toArray())
                .toArray(double[][]::new);
        return Math.max(plainRHat(normalScores(split(chains))), plainRHat(normalScores(split(folded))));
    }

    private static double[][] split(double[][] chains) {
        double[][] halves = new double[2 * chains.length][];
        for (int c = 0; c < chains.length; c++) {
            int half = chains[c].length / 2;
            halves[2 * c] = Arrays.copyOfRange(chains[c], 0, half);
            halves[2 * c + 1] = Arrays.copyOfRange(chains[c], half, 2 * half);
        }
        return halves;
    }

    private static double[][] normalScores(double[][] chains) {
        int length = chains[0].length;
        double[] all = Arrays.stream(chains).flatMapToDouble(Arrays::stream).toArray();
        int[] order = IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> all[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] scores = new double[chains.length][length];
        for (int from = 0; from < order.length; ) {
            int to = from;
            while (to + 1 < order.length && all[order[to + 1]] == all[order[from]]) {
                to++;
            }
            double score = SpecialFunctions.normalQuantile(((from + to) / 2.0 + 1 - 0.375) / (all.length + 0.25));
            for (int i = from; i <= to; i++) {
                scores[order[i] / length][order[i] % length] = score;
            }
            from = to + 1;
        }
        return scores;
    }

    private static double plainRHat(double[][] chains) {
        double length = chains[0].length;
        double within = Arrays.stream(chains)
                .mapToDouble(Diagnostics::variance)
                .average()
                .orElse(0);
        double between =
                variance(Arrays.stream(chains).mapToDouble(Diagnostics::mean).toArray());
        return within > 0 ? Math.sqrt((within * (length - 1) / length + between) / within) : between > 0 ? 99 : 1;
    }

    /** Geyer's (1992) initial positive sequence over all chains. */
    static double effectiveSize(double[][] given) {
        double[][] chains = split(given);
        int length = chains[0].length;
        double within = Arrays.stream(chains)
                .mapToDouble(Diagnostics::variance)
                .average()
                .orElse(0);
        double between =
                variance(Arrays.stream(chains).mapToDouble(Diagnostics::mean).toArray());
        double pooled = within * (length - 1) / length + between;
        if (!(pooled > 0)) {
            return 0;
        }
        double[] means = Arrays.stream(chains).mapToDouble(Diagnostics::mean).toArray();
        double sum = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int lag = 0; lag + 1 < length; lag += 2) {
            double pair = correlation(chains, means, lag, within, pooled)
                    + correlation(chains, means, lag + 1, within, pooled);
            if (pair < 0) {
                break;
            }
            before = Math.min(before, pair);
            sum += before;
        }
        double time = Math.max(2 * sum - 1, 1 / Math.log10((double) chains.length * length));
        return chains.length * (double) length / time;
    }

    private static double correlation(double[][] chains, double[] means, int lag, double within, double pooled) {
        double covariance = 0;
        for (int c = 0; c < chains.length; c++) {
            double sum = 0;
            double[] chain = chains[c];
            for (int i = 0; i + lag < chain.length; i++) {
                sum += (chain[i] - means[c]) * (chain[i + lag] - means[c]);
            }
            covariance += sum / chain.length / chains.length;
        }
        return 1 - (within - covariance) / pooled;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }
}
