// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import java.util.Arrays;
import org.lapwing.estimate.numeric.SpecialFunctions;

/** Whether chains agree: split R-hat on normalised ranks and the effective sample size (Vehtari and others 2021). */
final class Diagnostics {
    private Diagnostics() {}

    /** The larger of that of the draws and that of their distances from the median. */
    static double rHat(double[][] chains) {
        return rHat(chains, sorted(chains));
    }

    /** @param sorted the draws of all chains together, in order */
    static double rHat(double[][] chains, double[] sorted) {
        double median = sorted[sorted.length / 2];
        double[][] folded = new double[chains.length][];
        for (int c = 0; c < chains.length; c++) {
            folded[c] = chains[c].clone();
            for (int i = 0; i < folded[c].length; i++) {
                folded[c][i] = Math.abs(folded[c][i] - median);
            }
        }
        return Math.max(
                plainRHat(split(normalScores(chains, sorted))),
                plainRHat(split(normalScores(folded, foldedAt(sorted, median)))));
    }

    /** The draws of all chains together, in order. */
    static double[] sorted(double[][] chains) {
        double[] all =
                new double[Arrays.stream(chains).mapToInt(chain -> chain.length).sum()];
        int at = 0;
        for (double[] chain : chains) {
            System.arraycopy(chain, 0, all, at, chain.length);
            at += chain.length;
        }
        Arrays.sort(all);
        return all;
    }

    /** Distances from a value of the array, in order: both halves are already so, from the value outward. */
    private static double[] foldedAt(double[] sorted, double median) {
        double[] folded = new double[sorted.length];
        int up = sorted.length / 2;
        int down = up - 1;
        for (int i = 0; i < folded.length; i++) {
            boolean below = up == sorted.length || (down >= 0 && median - sorted[down] < sorted[up] - median);
            folded[i] = Math.abs((below ? sorted[down--] : sorted[up++]) - median);
        }
        return folded;
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

    /** Each draw's rank among all, halfway where several are alike, as a quantile of the normal law (Blom 1958). */
    private static double[][] normalScores(double[][] chains, double[] sorted) {
        double[] values = new double[sorted.length];
        double[] scoreOf = new double[sorted.length];
        int different = 0;
        for (int from = 0; from < sorted.length; ) {
            int to = from;
            while (to + 1 < sorted.length && sorted[to + 1] == sorted[from]) {
                to++;
            }
            values[different] = sorted[from];
            scoreOf[different++] =
                    SpecialFunctions.normalQuantile(((from + to) / 2.0 + 1 - 0.375) / (sorted.length + 0.25));
            from = to + 1;
        }
        double[][] scores = new double[chains.length][];
        for (int c = 0; c < chains.length; c++) {
            scores[c] = chains[c].clone();
            for (int i = 0; i < scores[c].length; i++) {
                scores[c][i] = scoreOf[Arrays.binarySearch(values, 0, different, scores[c][i])];
            }
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
