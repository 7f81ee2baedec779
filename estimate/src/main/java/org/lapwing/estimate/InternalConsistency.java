// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import java.util.ArrayList;
import java.util.List;
import org.lapwing.estimate.decomposable.GraphAveraging;

/**
 * Each list in turn as a population whose size is known, estimated from the other lists alone (Binette and Steorts 2022): by
 * graphs with three other lists and more, by Chapman with two. Misses speak against these lists; hits promise nothing of N.
 */
public final class InternalConsistency {
    private static final int MOST_OTHERS = 5;

    private InternalConsistency() {}

    /** @param truth how many are on the list */
    public record Check(String list, long truth, Answer answer) {
        public boolean holds() {
            return answer.interval()
                    .filter(interval -> interval.holds((double) truth))
                    .isPresent();
        }
    }

    public static List<Check> of(CaptureTable table) {
        List<Check> checks = new ArrayList<>();
        for (int list = 0; list < table.size() && table.size() > 2; list++) {
            checks.add(new Check(table.lists().get(list), table.onAll(1 << list), answer(table.within(list))));
        }
        return checks;
    }

    private static Answer answer(CaptureTable others) {
        if (others.observed() == 0 || others.size() > MOST_OTHERS) {
            return Answer.refused(
                    "the other lists cannot be averaged here", "по другим спискам здесь усреднить нельзя");
        }
        return others.size() == 2
                ? ListPairs.chapman(others).getLast().answer()
                : new GraphAveraging(others, Math.pow(2, -others.size()))
                        .estimate(0)
                        .answer();
    }
}
