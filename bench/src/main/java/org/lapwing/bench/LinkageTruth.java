// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What was found against what is true: of pairs in clusters, and of the stated probabilities in ten bins. */
record LinkageTruth(double precision, double recall, int persons, String calibration) {

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    static LinkageTruth of(LinkageSet set, Path out) throws IOException {
        long[] clusters = new long[1 << 16];
        long[] persons = new long[1 << 16];
        int n = 0;
        try (BufferedReader lines = Files.newBufferedReader(out.resolve("clusters.csv"))) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split(",");
                if (n == clusters.length) {
                    clusters = Arrays.copyOf(clusters, n * 2);
                    persons = Arrays.copyOf(persons, n * 2);
                }
                clusters[n] = hash(cells[2]);
                persons[n++] = set.truth().person(cells[0], cells[1]);
            }
        }
        long[] both = new long[n];
        for (int i = 0; i < n; i++) {
            both[i] = clusters[i] * 0x9E3779B97F4A7C15L + persons[i];
        }
        double right = pairs(both, n);
        return new LinkageTruth(
                right / pairs(clusters, n), right / pairs(persons, n), distinct(persons, n), calibration(set, out));
    }

    /** Pairs of equal numbers; sorts them. */
    private static double pairs(long[] numbers, int n) {
        Arrays.sort(numbers, 0, n);
        double pairs = 0;
        int same = 0;
        for (int i = 1; i < n; i++) {
            same = numbers[i] == numbers[i - 1] ? same + 1 : 0;
            pairs += same;
        }
        return pairs;
    }

    /** How many different ones there are, in order. */
    private static int distinct(long[] numbers, int n) {
        int distinct = 0;
        for (int i = 0; i < n; i++) {
            distinct += i == 0 || numbers[i] != numbers[i - 1] ? 1 : 0;
        }
        return distinct;
    }

    private static long hash(String name) {
        long hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /** "said 0.15, were 0.12 of 40": one for each bin that has pairs. */
    private static String calibration(LinkageSet set, Path out) throws IOException {
        double[][] bins = new double[10][3];
        try (var lines = Files.lines(out.resolve("pairs.csv"))) {
            lines.skip(1).forEach(line -> {
                String[] cells = line.split(",");
                double probability = Double.parseDouble(cells[5]);
                double[] bin = bins[(int) Math.min(9, probability * 10)];
                int left = set.truth().person(cells[0], cells[1]);
                bin[0]++;
                bin[1] += probability;
                bin[2] += left == set.truth().person(cells[2], cells[3]) ? 1 : 0;
            });
        }
        List<String> words = new ArrayList<>();
        for (double[] bin : bins) {
            if (bin[0] > 0) {
                words.add(String.format(Locale.ROOT, "%.2f→%.2f (%,.0f)", bin[1] / bin[0], bin[2] / bin[0], bin[0]));
            }
        }
        return String.join(", ", words);
    }
}
