// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Claims.Claim;
import org.lapwing.casebook.Sources.Source;
import org.lapwing.entry.Id;

/** Follows what was heard back to whoever first knew it. */
final class Origins {
    private final Casebook casebook;

    Origins(Casebook casebook) {
        this.casebook = casebook;
    }

    /** Whether the claim only repeats: heard, derived, or told by a publication or organisation. */
    boolean repeats(Claim claim) {
        return !claim.coding().access().firstHand()
                || claim.coding().derivedFrom().isPresent()
                || casebook.sources()
                        .source(claim.source())
                        .filter(source -> source.opened().fact().kind().repeats())
                        .isPresent();
    }

    /** From whom a repeating claim derives: one step, as a source where the casebook has one. */
    Optional<Id> saidToDeriveFrom(Claim claim) {
        Optional<Id> named =
                claim.coding().derivedFrom().or(() -> claim.coding().heardFrom());
        return named.map(id -> casebook.sources().whoAre(id).stream()
                .findFirst()
                .map(Source::id)
                .orElse(id));
    }

    /**
     * The end of the chain: the source whose own knowledge it is, as far as claims on the same finding say. A chain that
     * turns in a circle ends where it closes.
     *
     * @param among the claims weighed for the same finding
     */
    Optional<Id> first(Claim claim, List<Claim> among) {
        Optional<Id> at = saidToDeriveFrom(claim);
        var seen = new HashSet<Id>(Set.of(claim.source()));
        while (at.isPresent() && seen.add(at.get())) {
            Id teller = at.get();
            List<Claim> theirs =
                    among.stream().filter(each -> each.source().equals(teller)).toList();
            if (theirs.isEmpty() || theirs.stream().anyMatch(each -> !repeats(each))) {
                return at;
            }
            Optional<Id> further = theirs.stream()
                    .flatMap(each -> saidToDeriveFrom(each).stream())
                    .findFirst();
            if (further.isEmpty()) {
                return at;
            }
            at = further;
        }
        return at;
    }
}
