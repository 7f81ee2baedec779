// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.model;

import org.lapwing.linkage.compare.Comparison;

/**
 * How a value that two records share is written in them does not depend on why they share it: brothers' one family name is
 * romanised, misspelled or copied as one person's is. So of all the levels at which a term is shared, kin and namesakes have
 * the parts that pairs of one person have. Without this, kin between a Cyrillic and a Latin list would look like nobody's kin,
 * if most kin were learned from within one list.
 */
final class Written {

    private Written() {}

    /** Chances by level with the same chance of sharing the term, and its levels in m's proportions. */
    static double[] as(double[] m, double[] chances, Comparison<?> comparison) {
        double all = 0;
        double mine = 0;
        for (int level = 0; level < m.length; level++) {
            boolean shares = comparison.sharesTerm(level + 1);
            all += shares ? m[level] : 0;
            mine += shares ? chances[level] : 0;
        }
        if (all <= 0) {
            return chances;
        }
        double[] written = chances.clone();
        for (int level = 0; level < m.length; level++) {
            written[level] = comparison.sharesTerm(level + 1) ? Math.max(1e-6, mine * m[level] / all) : chances[level];
        }
        return written;
    }
}
