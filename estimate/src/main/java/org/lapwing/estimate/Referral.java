// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import org.lapwing.estimate.decomposable.GraphAveraging;

/**
 * One list that sends people on to another, so that being on both is not two findings (Jones et al. 2016). Which people were
 * sent is not in a table of counts: a share of those on both is assumed.
 */
public record Referral(String from, String to) {

    /** The share of those on both taken off the second list, rounded in each cell; lists by name. */
    public CaptureTable removed(CaptureTable table, double share) {
        return table.moved(table.lists().indexOf(from), table.lists().indexOf(to), share);
    }

    Said named(double share) {
        return new Said("dga, %.0f %% of %s on %s were referred", "dga, %.0f %% из %s в %s направлены")
                .with(100 * share, from, to);
    }

    Answer answer(CaptureTable table, double share) {
        return new GraphAveraging(removed(table, share), Math.pow(2, -table.size()))
                .estimate(0)
                .answer();
    }
}
