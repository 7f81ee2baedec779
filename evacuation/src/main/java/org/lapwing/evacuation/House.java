// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

import java.util.List;
import java.util.Set;

/**
 * A place to sleep, by code name; never an address.
 *
 * @param beds where no change says otherwise
 * @param mostNights longest stay of one household at a time
 * @param exposure 0 to 3: how much it is seen
 */
public record House(
        String name,
        int beds,
        List<BedChange> changes,
        List<Nights> closed,
        String region,
        Offers offers,
        boolean firstPlace,
        int mostNights,
        int exposure) {

    public House {
        changes = List.copyOf(changes);
        closed = List.copyOf(closed);
    }

    /** A number of beds for some nights; of two for one night the later in the list holds. */
    public record BedChange(Nights nights, int beds) {}

    public record Offers(
            Set<String> languages, Admits admits, boolean children, boolean stepFree, Set<String> medical) {
        public Offers {
            languages = Set.copyOf(languages);
            medical = Set.copyOf(medical);
        }
    }

    public enum Admits {
        ANYONE,
        WOMEN,
        MEN
    }

    public int bedsOn(int night) {
        int count = beds;
        for (BedChange change : changes) {
            if (change.nights().has(night)) {
                count = change.beds();
            }
        }
        return count;
    }

    public boolean closedOn(int night) {
        return closed.stream().anyMatch(each -> each.has(night));
    }
}
