// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was found against what is true: of pairs in clusters, and of the stated probabilities in ten bins. */
record LinkageTruth(double precision, double recall, String calibration) {

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    static LinkageTruth of(LinkageSet set, Path out) throws IOException {
        Map<String, Map<String, Integer>> clusters = new HashMap<>();
        Map<String, Integer> persons = new HashMap<>();
        try (var lines = Files.lines(out.resolve("clusters.csv"))) {
            lines.skip(1).forEach(line -> {
                String[] cells = line.split(",");
                String person = set.truth().getOrDefault(cells[0] + "|" + cells[1], "");
                clusters.computeIfAbsent(cells[2], _ -> new HashMap<>()).merge(person, 1, Integer::sum);
                persons.merge(person, 1, Integer::sum);
            });
        }
        double all = 0;
        for (int size : persons.values()) {
            all += size * (size - 1) / 2.0;
        }
        double found = 0;
        double right = 0;
        for (Map<String, Integer> cluster : clusters.values()) {
            double size = 0;
            for (int count : cluster.values()) {
                size += count;
                right += count * (count - 1) / 2.0;
            }
            found += size * (size - 1) / 2;
        }
        return new LinkageTruth(right / found, right / all, calibration(set, out));
    }

    /** "said 0.15, were 0.12 of 40": one for each bin that has pairs. */
    private static String calibration(LinkageSet set, Path out) throws IOException {
        double[][] bins = new double[10][3];
        try (var lines = Files.lines(out.resolve("pairs.csv"))) {
            lines.skip(1).forEach(line -> {
                String[] cells = line.split(",");
                double probability = Double.parseDouble(cells[5]);
                double[] bin = bins[(int) Math.min(9, probability * 10)];
                String left = set.truth().getOrDefault(cells[0] + "|" + cells[1], "");
                bin[0]++;
                bin[1] += probability;
                bin[2] += left.equals(set.truth().get(cells[2] + "|" + cells[3])) ? 1 : 0;
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
