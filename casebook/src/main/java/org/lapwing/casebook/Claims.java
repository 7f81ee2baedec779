// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.ClaimFact.ClaimCorrected;
import org.lapwing.casebook.fact.ClaimFact.ClaimWithdrawn;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.entry.Id;

/** What accounts assert, as now coded. */
public final class Claims {
    private final Casebook casebook;

    Claims(Casebook casebook) {
        this.casebook = casebook;
    }

    /** @param source who tells: whose account it was read from */
    public record Claim(
            Noted<ClaimCoded> coded,
            Id source,
            List<Noted<ClaimCorrected>> corrections,
            Optional<Noted<ClaimWithdrawn>> withdrawn) {
        public Id id() {
            return coded.fact().claim();
        }

        public Id account() {
            return coded.fact().account();
        }

        public Coding coding() {
            return corrections.isEmpty()
                    ? coded.fact().coding()
                    : corrections.getLast().fact().coding();
        }

        public Excerpt excerpt() {
            return corrections.reversed().stream()
                    .flatMap(each -> each.fact().excerpt().stream())
                    .findFirst()
                    .orElse(coded.fact().excerpt());
        }

        public boolean stands() {
            return withdrawn.isEmpty();
        }

        /** The entry that last changed it. */
        public EntryRef changed() {
            return withdrawn
                    .map(Noted::ref)
                    .orElse(
                            corrections.isEmpty()
                                    ? coded.ref()
                                    : corrections.getLast().ref());
        }
    }

    public Optional<Claim> claim(Id claim) {
        return casebook.about(claim, ClaimCoded.class).stream()
                .findFirst()
                .flatMap(coded -> casebook.last(coded.fact().account(), AccountTaken.class)
                        .map(taken -> new Claim(
                                coded,
                                taken.fact().source(),
                                casebook.about(claim, ClaimCorrected.class),
                                casebook.last(claim, ClaimWithdrawn.class))));
    }

    /** Every claim read from an account, withdrawn ones included, in the order of coding. */
    public List<Claim> of(Id account) {
        return casebook.about(account, ClaimCoded.class).stream()
                .filter(coded -> coded.fact().account().equals(account))
                .flatMap(coded -> claim(coded.fact().claim()).stream())
                .toList();
    }

    /** Standing claims that name the id (a person, place, unit or source) as now coded. */
    public List<Claim> naming(Id id) {
        return Stream.concat(
                        casebook.about(id, ClaimCoded.class).stream()
                                .map(each -> each.fact().claim()),
                        casebook.about(id, ClaimCorrected.class).stream()
                                .map(each -> each.fact().claim()))
                .distinct()
                .flatMap(each -> claim(each).stream())
                .filter(each -> each.stands() && each.coding().names(id))
                .toList();
    }

    /** What {@link #unmasked} tells of one id. */
    private record Unmasked(Id id) {}

    /**
     * Of {@link #naming}, those of which no victim is masked. Worked out once for each state of the casebook, for a page
     * that shows only some.
     */
    public List<Id> unmasked(Id id) {
        Shelf shelf = casebook.shelf(Compartment.of(ClaimCoded.class));
        return shelf.worked()
                .out(
                        new Unmasked(id),
                        () -> naming(id).stream()
                                .filter(claim ->
                                        claim.coding().victims().stream().noneMatch(casebook.people()::masked))
                                .map(Claim::id)
                                .toList());
    }
}
