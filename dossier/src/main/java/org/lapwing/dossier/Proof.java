// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lapwing.entry.Id;

/**
 * Which fields of which entry a package opens: exactly those whose values it publishes unchanged.
 *
 * @param number its files are {@code data/proofs/<number>.opening.json} and {@code .tlog-proof}
 * @param entry stays in the house
 * @param shows by slot, where in {@code dossier.json} the value stands, as a JSON pointer
 */
public record Proof(int number, Id entry, String kind, SortedMap<Integer, String> shows) {
    public Proof {
        if (shows.isEmpty()) {
            throw new DossierException("a proof shows at least one field");
        }
        shows = Collections.unmodifiableSortedMap(new TreeMap<>(shows));
    }
}
