// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.Optional;

/**
 * How the entries of one compartment become a state in memory. The room that owns the family of entries writes it; it is
 * pure, and states are not changed once made.
 */
public interface Fold<S> {
    /** Names the fold in snapshots. */
    default String name() {
        return getClass().getSimpleName();
    }

    S empty();

    S apply(S state, Read read);

    /** Raised whenever the same entries would give another state or another encoding; old snapshots are then ignored. */
    int version();

    /** How a state is written into a snapshot; without it the fold is rebuilt from the rows each time. */
    default Optional<SnapshotCodec<S>> codec() {
        return Optional.empty();
    }
}
