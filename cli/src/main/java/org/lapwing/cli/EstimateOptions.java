// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.Settings;
import picocli.CommandLine.Option;

/** Which methods, and their settings; those of the references are among them. */
final class EstimateOptions {
    @Option(
            names = "--method",
            paramLabel = "METHOD",
            split = ",",
            description = "all, chapman, chao, independence, loglinear, heterogeneity, sparse, dga, lcmcr, headline;"
                    + " may be given again. Default: all.")
    private List<String> methods = List.of("all");

    @Option(names = "--seed", paramLabel = "N", description = "Makes whatever is drawn repeatable. Default: 1.")
    private @Nullable Long seed;

    @Option(names = "--grid", paramLabel = "TIMES", description = "dga: every unseen count to so many times n.")
    private int grid;

    @Option(names = "--delta", paramLabel = "D", description = "dga: prior count in each cell. Default: 2 to the -t.")
    private double delta;

    @Option(names = "--classes", paramLabel = "K", description = "lcmcr: where the stick ends. Default: 10.")
    private int classes = 10;

    @Option(
            names = "--cap",
            paramLabel = "TIMES",
            description = "lcmcr: no more unseen than so many times n. Default: none.")
    private double cap;

    @Option(
            names = "--scans",
            paramLabel = "N",
            description = "lcmcr: draws kept in each of four chains. Default: 5000.")
    private int scans = 5_000;

    @Option(names = "--pthresh", paramLabel = "P", description = "sparse: threshold of the search. Default: .02.")
    private double threshold = 0.02;

    @Option(names = "--replicates", paramLabel = "N", description = "sparse: of the BCa bootstrap. Default: none.")
    private int replicates;

    @Option(
            names = "--doubtful",
            paramLabel = "LIST",
            description = "A list that copies or feeds another, or whose origin nobody documented; may be given again."
                    + " With fewer than three others the headline refuses.")
    private List<String> doubtful = List.of();

    List<String> doubtful() {
        return doubtful;
    }

    /** Whether seconds are told: not where bytes are to repeat. */
    boolean isTimed() {
        return seed == null;
    }

    Settings settings() {
        Set<Method> asked = EnumSet.noneOf(Method.class);
        for (String word : methods) {
            if (word.equals("all")) {
                asked.addAll(EnumSet.allOf(Method.class));
            } else {
                asked.add(Method.of(word)
                        .orElseThrow(() -> new BadInput("--method: \"" + word + "\" is none; lapwing estimate --help"
                                + " lists those that are accepted")));
            }
        }
        range("--grid", grid, 0, 1000);
        range("--delta", delta, 0, 10);
        range("--classes", classes, 2, 100);
        range("--cap", cap, 0, 1e6);
        range("--scans", scans, 100, 10_000_000);
        range("--pthresh", threshold, 0, 1);
        range("--replicates", replicates, 0, 100_000);
        return new Settings(
                asked, seed == null ? 1 : seed, grid, delta, classes, cap, scans, threshold, replicates, doubtful);
    }

    static void range(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new BadInput("%s: accepted is a number from %.0f to %.0f".formatted(option, least, most));
        }
    }
}
