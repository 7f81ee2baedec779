// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lapwing.estimate.decomposable.GraphAveraging;

/** What the estimate over graphs becomes if lists are left out or merged or referrals removed, and the saturated model under other assumptions. */
public final class Sensitivity {
    private static final int MOST_LISTS = 5;

    private static final double[] REFERRED = {0.1, 0.25, 0.5};

    private final CaptureTable table;
    private final List<Referral> referrals;

    /** @param referrals between lists of the table */
    public Sensitivity(CaptureTable table, List<Referral> referrals) {
        this.table = table;
        this.referrals = referrals;
    }

    public Map<Said, Answer> all() {
        Map<Said, Answer> all = new LinkedHashMap<>();
        if (table.size() <= MOST_LISTS) {
            for (int list = 0; list < table.size() && table.size() > 3; list++) {
                all.put(
                        new Said("dga without %s", "dga без %s")
                                .with(table.lists().get(list)),
                        graphs(table.without(list)));
            }
            for (int i = 0; i < table.size() && table.size() > 3; i++) {
                for (int j = i + 1; j < table.size(); j++) {
                    CaptureTable merged = table.merged(i, j);
                    all.put(
                            new Said("dga, one list: %s", "dga, один список: %s")
                                    .with(merged.lists().get(i)),
                            graphs(merged));
                }
            }
        }
        for (Referral referral : referrals) {
            for (double share : REFERRED) {
                all.put(referral.named(share), referral.answer(table, share));
            }
        }
        for (double ratio : new double[] {0.5, 2.0 / 3, 1, 1.5, 2}) {
            all.put(new Said("saturated, ξ = %.2f", "насыщенная, ξ = %.2f").with(ratio), saturated(ratio));
        }
        return all;
    }

    private static Answer graphs(CaptureTable table) {
        return new GraphAveraging(table, Math.pow(2, -table.size())).estimate(0).answer();
    }

    /**
     * Aleshin-Guendel, Sadinle and Wakefield (2021): the saturated model fits exactly, and n_0 follows from an assumed
     * highest-order odds ratio. At 1 it is the usual assumption of no highest-order interaction; the data say nothing of it.
     */
    public Answer saturated(double ratio) {
        double log = 0;
        double variance = 0;
        for (int pattern = 1; pattern < 1 << Math.min(table.size(), 12); pattern++) {
            double count = table.countOf(pattern);
            if (count == 0) {
                return Answer.refused("a cell of the table is empty", "одна из ячеек таблицы пуста");
            }
            log += (Integer.bitCount(pattern) % 2 == 1 ? 1 : -1) * Math.log(count);
            variance += 1 / count;
        }
        double unseen = Math.exp(log) / ratio;
        double error = Math.sqrt(unseen * unseen * variance + unseen);
        double point = table.observed() + unseen;
        return new Answer.Interval(point, point - 1.96 * error, point + 1.96 * error);
    }
}
