// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

/** Whether a proof holds. */
public sealed interface ProofCheck {
    /** The proof holds for exactly what was asked. */
    record Holds() implements ProofCheck {}

    /** It does not, and why; believe nothing it was to show. */
    record Fails(String reason) implements ProofCheck {}

    default boolean holds() {
        return this instanceof Holds;
    }
}
