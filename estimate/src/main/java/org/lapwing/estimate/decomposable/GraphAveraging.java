// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.decomposable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.numeric.SpecialFunctions;

/**
 * N averaged over all decomposable graphs with hyper-Dirichlet priors (Madigan and York 1997), prior of N as 1/N. Exact on
 * its grid of unseen counts: no sampling. The assumption: within a graph's cliques anything goes, between them lists are
 * independent given what separates them; no hidden group.
 *
 * <p>A grid of every count to {@code multiple} times n reproduces the reference. Ours is every count to 2,000 and then
 * steps of a two-hundredth, each weighted by the counts that it stands for, widened until less than 0.1 % of the mass lies
 * in its last tenth or 1,000 n is reached. With six lists and seven a first look at every graph, on a grid of twentieths,
 * leaves out those that could not weigh 1e-13 of the best at any count; no more is kept than a sum for each graph.
 */
public final class GraphAveraging {
    private static final int MOST_LISTS = 7;
    private static final double FARTHEST = 1000;
    private static final int MANY = 1000;
    private static final double MOST_POINTS = 5e6;

    private final CaptureTable table;
    private final double delta;
    private final GraphScores scores;
    private final boolean everyGraph;
    private final List<DecomposableGraphs.Graph> graphs;

    public GraphAveraging(CaptureTable table, double delta) {
        this(table, delta, false);
    }

    /** @param everyGraph whether none is left out after the first look */
    GraphAveraging(CaptureTable table, double delta, boolean everyGraph) {
        this.table = table;
        this.delta = delta;
        this.scores = new GraphScores(table, delta);
        this.everyGraph = everyGraph;
        this.graphs = table.size() <= MOST_LISTS ? DecomposableGraphs.of(table.size()) : List.of();
    }

    /** The posterior over the grid: unseen counts, what each stands for, its probability, and each graph's. */
    private record Posterior(
            List<DecomposableGraphs.Graph> graphs,
            double[] unseen,
            double[] mass,
            double[] graphMass,
            double logTotal) {}

    public Estimate estimate(int multiple) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("delta", Double.toString(delta));
        settings.put("grid", multiple > 0 ? multiple + "n" : "adaptive");
        if (table.size() < 3 || graphs.isEmpty() || table.observed() == 0) {
            return new Estimate(
                    Method.DGA,
                    settings,
                    Answer.refused(
                            "averaging over graphs takes 3 to 7 lists", "усреднению по графам нужно от 3 до 7 списков"),
                    table.observed(),
                    0,
                    Map.of());
        }
        if ((double) multiple * table.observed() > MOST_POINTS) {
            return new Estimate(
                    Method.DGA,
                    settings,
                    Answer.refused(
                            "a grid of every count is too long here; without --grid it widens itself",
                            "сетка по каждому числу здесь слишком длинна; без --grid она расширяется сама"),
                    table.observed(),
                    0,
                    Map.of());
        }
        double reach = multiple > 0 ? multiple : 10;
        List<DecomposableGraphs.Graph> some =
                everyGraph || graphs.size() <= MANY ? graphs : scores.weighty(graphs, FARTHEST * table.observed());
        Posterior found = posterior(some, grid(reach, multiple > 0), multiple > 0);
        while (multiple <= 0 && tail(found) > 0.001 && reach < FARTHEST) {
            reach *= 3;
            found = posterior(some, grid(reach, false), false);
        }
        return told(found, settings, reach);
    }

    /**
     * log of the chance of these very counts, over graphs and unseen counts to 10 n, but for a constant that depends on t
     * and delta alone; on a grid of twentieths, which is enough to compare tables. Minus infinity where nobody is seen.
     */
    public double logEvidence() {
        if (table.size() < 3 || graphs.isEmpty()) {
            throw new IllegalStateException("averaging over graphs takes 3 to " + MOST_LISTS + " lists");
        }
        if (table.observed() == 0) {
            return Double.NEGATIVE_INFINITY;
        }
        List<Double> grid = new ArrayList<>();
        for (double at = 1; at <= 10.0 * table.observed(); at += Math.max(1, Math.floor(at / 20))) {
            grid.add(at);
        }
        double log =
                posterior(graphs, grid.stream().mapToDouble(Double::doubleValue).toArray(), false).logTotal;
        for (int cell = 0; cell < table.cells(); cell++) {
            log -= SpecialFunctions.logGamma(table.count(cell) + 1.0);
        }
        return log;
    }

    private Estimate told(Posterior found, Map<String, String> settings, double reach) {
        double n = table.observed();
        Map<String, Object> diagnostics = new LinkedHashMap<>();
        double mean = 0;
        for (int i = 0; i < found.unseen.length; i++) {
            mean += found.mass[i] * found.unseen[i];
        }
        diagnostics.put("graphs", graphs.size());
        diagnostics.put("grid_reach_n", reach);
        diagnostics.put("tail_mass", tail(found));
        diagnostics.put("mean", n + mean);
        diagnostics.put("weights", weights(found));
        diagnostics.put("curve", curve(found));
        double[] draws = new double[1000];
        for (int i = 0; i < draws.length; i++) {
            draws[i] = n + quantile(found, (i + 0.5) / draws.length);
        }
        Answer answer = new Answer.Interval(
                n + quantile(found, 0.5), n + quantile(found, 0.025), n + quantile(found, 0.975), 0.95, draws);
        return new Estimate(Method.DGA, settings, answer, table.observed(), 0, diagnostics);
    }

    /** What lies in the last tenth of the grid. */
    private static double tail(Posterior found) {
        double edge = found.unseen[found.unseen.length - 1] * 0.9;
        double sum = 0;
        for (int i = found.unseen.length - 1; i >= 0 && found.unseen[i] > edge; i--) {
            sum += found.mass[i];
        }
        return sum;
    }

    /** Between the counts that a point of the grid stands for, in proportion. */
    private static double quantile(Posterior found, double probability) {
        double sum = 0;
        double last = found.unseen[found.unseen.length - 1];
        for (int i = 0; i < found.mass.length; i++) {
            if (sum + found.mass[i] >= probability) {
                double stride = stride(found.unseen, i, false);
                double share = (probability - sum) / found.mass[i];
                return found.unseen[i] + (stride > 1 ? Math.floor(share * stride - stride / 2) : 0);
            }
            sum += found.mass[i];
        }
        return last;
    }

    /** 121 points of the density, read between those of the grid, without a tail so long that it would leave no room for the rest. */
    private List<List<Double>> curve(Posterior found) {
        List<List<Double>> points = new ArrayList<>();
        double end = Math.min(quantile(found, 0.999), 1.5 * quantile(found, 0.975));
        double width = Math.max(1, end / 120);
        int at = 0;
        for (int k = 0; k <= 120; k++) {
            double unseen = 1 + k * width;
            while (at + 1 < found.unseen.length && found.unseen[at + 1] <= unseen) {
                at++;
            }
            points.add(List.of(table.observed() + found.unseen[at], found.mass[at] / stride(found.unseen, at, false)));
        }
        return points;
    }

    private Map<String, Object> weights(Posterior found) {
        double[] graphMass = found.graphMass;
        Map<String, Object> top = new LinkedHashMap<>();
        IntStream.range(0, graphMass.length)
                .boxed()
                .sorted(java.util.Comparator.comparingDouble((Integer g) -> -graphMass[g]))
                .limit(5)
                .forEach(g -> top.put(name(found.graphs.get(g)), graphMass[g]));
        return top;
    }

    private String name(DecomposableGraphs.Graph graph) {
        StringBuilder name = new StringBuilder();
        for (int clique : graph.cliqueMasks()) {
            name.append('[');
            for (int list = 0; list < table.size(); list++) {
                name.append(
                        (clique >> list & 1) == 1
                                ? (name.charAt(name.length() - 1) == '[' ? "" : "+")
                                        + table.lists().get(list)
                                : "");
            }
            name.append(']');
        }
        return name.toString();
    }

    private double[] grid(double reach, boolean everyCount) {
        double last = Math.ceil(reach * table.observed());
        List<Double> grid = new ArrayList<>();
        for (double at = 1; at <= last; at += everyCount || at < 2000 ? 1 : Math.floor(at / 200)) {
            grid.add(at);
        }
        return grid.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private Posterior posterior(List<DecomposableGraphs.Graph> some, double[] unseen, boolean everyCount) {
        int points = unseen.length;
        int block = 512;
        double[][] sums = new double[(points + block - 1) / block][];
        double[] logMass = new double[points];
        double[] firsts = new double[sums.length];
        IntStream.range(0, sums.length).parallel().forEach(b -> {
            double[] logs = new double[some.size()];
            double[] sum = new double[logs.length];
            double most = Double.NEGATIVE_INFINITY;
            for (int i = b * block; i < Math.min(points, (b + 1) * block); i++) {
                GraphScores.Scores here = scores.at(unseen[i]);
                double shared = here.shared() + Math.log(stride(unseen, i, everyCount));
                double highest = most;
                for (int g = 0; g < logs.length; g++) {
                    logs[g] = shared + some.get(g).score(here.sets(), here.whole());
                    highest = Math.max(highest, logs[g]);
                }
                double shrunk = Math.exp(most - highest);
                most = highest;
                double total = 0;
                for (int g = 0; g < sum.length; g++) {
                    double weight = Math.exp(logs[g] - most);
                    sum[g] = sum[g] * shrunk + weight;
                    total += weight;
                }
                logMass[i] = most + Math.log(total);
            }
            firsts[b] = most;
            sums[b] = sum;
        });
        return normalised(some, unseen, logMass, sums, firsts);
    }

    private static double stride(double[] unseen, int i, boolean everyCount) {
        return everyCount || i + 1 >= unseen.length ? 1 : unseen[i + 1] - unseen[i];
    }

    private static Posterior normalised(
            List<DecomposableGraphs.Graph> some, double[] unseen, double[] logMass, double[][] sums, double[] firsts) {
        double most = java.util.Arrays.stream(logMass).max().orElse(0);
        double[] mass = java.util.Arrays.stream(logMass)
                .map(log -> Math.exp(log - most))
                .toArray();
        double total = java.util.Arrays.stream(mass).sum();
        double[] graphMass = new double[some.size()];
        for (int b = 0; b < sums.length; b++) {
            double scale = Math.exp(firsts[b] - most) / total;
            for (int g = 0; g < graphMass.length; g++) {
                graphMass[g] += sums[b][g] * scale;
            }
        }
        return new Posterior(
                some,
                unseen,
                java.util.Arrays.stream(mass).map(each -> each / total).toArray(),
                graphMass,
                most + Math.log(total));
    }
}
