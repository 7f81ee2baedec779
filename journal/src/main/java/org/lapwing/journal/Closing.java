// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import org.jspecify.annotations.Nullable;

/** Closing on the way out, where a second failure would hide the first and nothing is left to lose. */
final class Closing {
    private Closing() {}

    static void quietly(@Nullable AutoCloseable open) {
        if (open == null) {
            return;
        }
        try {
            open.close();
        } catch (Exception _) {
            // everything acknowledged was committed before
        }
    }
}
