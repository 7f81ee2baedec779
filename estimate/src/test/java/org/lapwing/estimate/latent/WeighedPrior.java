// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import org.lapwing.estimate.CaptureTable;

/** The posterior mean of N by importance sampling from the prior: another way to the same number, sharing only the model. */
final class WeighedPrior {
    private double weights;
    private double weighedTotals;
    private double squares;
    private double crossed;
    private double totalsSquared;

    WeighedPrior(CaptureTable table, int classes, double most, int draws) {
        Variates random = new Variates(99);
        double n = table.observed();
        for (int i = 0; i < draws; i++) {
            double alpha = random.gamma(0.25) / 0.25;
            double left = 1;
            double[] cells = new double[1 << table.size()];
            for (int k = 0; k < classes; k++) {
                double broken = k == classes - 1 ? 1 : 1 - Math.pow(1 - random.uniform(), 1 / alpha);
                double weight = left * broken;
                left -= weight;
                double[] chance = new double[table.size()];
                for (int list = 0; list < chance.length; list++) {
                    chance[list] = random.uniform();
                }
                for (int h = 0; h < cells.length; h++) {
                    double product = weight;
                    for (int list = 0; list < chance.length; list++) {
                        product *= (h >> list & 1) == 1 ? chance[list] : 1 - chance[list];
                    }
                    cells[h] += product;
                }
            }
            double log = -n * Math.log(1 - cells[0]);
            for (int cell = 0; cell < table.cells(); cell++) {
                log += table.count(cell) * Math.log(cells[table.pattern(cell)]);
            }
            long unseen = random.negativeBinomial(n, cells[0] / (1 - cells[0]));
            double weight = unseen <= most ? Math.exp(log + 30) : 0;
            double total = n + unseen;
            if (weight > 0) {
                weights += weight;
                weighedTotals += weight * total;
                squares += weight * weight;
                crossed += weight * weight * total;
                totalsSquared += weight * weight * total * total;
            }
        }
    }

    double mean() {
        return weighedTotals / weights;
    }

    /** Of the ratio, by the delta method. */
    double error() {
        double m = mean();
        return Math.sqrt(totalsSquared - 2 * m * crossed + m * m * squares) / weights;
    }
}
