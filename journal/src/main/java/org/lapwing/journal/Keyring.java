// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.ShredKey;

/** The keys at hand: of the compartments granted, and the shred keys that still exist. Used from several threads. */
public interface Keyring {
    /** The epoch under which new entries of the compartment are written; empty when it is not granted. */
    default Optional<Epoch> newest(String compartment) {
        return epochs(compartment).stream().max(Comparator.comparingInt(Epoch::number));
    }

    /** Every epoch of the compartment that is granted, in any order. */
    List<Epoch> epochs(String compartment);

    /** Empty when the key was destroyed: what it covered is erased. */
    Optional<ShredKey> shredKey(Id id);
}
