// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.check;

import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;

/** Opens the checker's own reckoning of costs to other tests. */
public final class Costs {
    private Costs() {}

    public static long of(Situation situation, Plan plan) {
        return new CostCheck(situation, plan)
                .all().values().stream().mapToLong(Long::longValue).sum();
    }
}
