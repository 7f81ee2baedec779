// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.time.Instant;

/** What a verifier who holds only the log's public key may conclude. */
public sealed interface Verdict {
    /**
     * The log signed this checkpoint, and the leaf, where one was asked about, is in its tree.
     *
     * @param signedAt when, to the second, as the log claims; nobody else vouches for it
     */
    record Verified(Checkpoint checkpoint, Instant signedAt) implements Verdict {}

    /** Nothing may be concluded, and why. */
    record NotVerified(String reason) implements Verdict {}

    default boolean verified() {
        return this instanceof Verified;
    }
}
