// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How many accounts lie behind a finding. The reader sees how many are quoted, so each number is an equation: any one
 * under k would let others be worked out. So it is all of them or none.
 */
public sealed interface Counts {
    /** At least k of each, or none at all of what the package does not have. */
    record Stated(int accounts, int heldBack, int independent, int undetermined, int derived) implements Counts {}

    /** One of them is under {@code k}; not even which. */
    record Withheld(int k) implements Counts {}

    /** What was counted, before anything is said about it. */
    record Tally(int quoted, int heldBack, int independent, int undetermined, int derived) {
        Counts under(int k) {
            int accounts = quoted + heldBack;
            boolean telling = IntStream.of(accounts, heldBack, independent, undetermined, derived)
                    .anyMatch(count -> count < k);
            return telling ? new Withheld(k) : new Stated(accounts, heldBack, independent, undetermined, derived);
        }
    }

    default Optional<Stated> stated() {
        return this instanceof Stated stated ? Optional.of(stated) : Optional.empty();
    }
}
