// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.PersonFact;
import org.lapwing.casebook.fact.PersonFact.FateEstablished;
import org.lapwing.casebook.fact.PersonFact.PersonDescribed;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.fact.PersonFact.SamePersonDecided;
import org.lapwing.casebook.fact.PersonFact.SamePersonTakenBack;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** Persons by code name, with every value and who says it. */
public final class People {
    private final Casebook casebook;

    People(Casebook casebook) {
        this.casebook = casebook;
    }

    /** A fate, as one claim says it. */
    public record FateSaid(FateKind fate, Optional<Edtf> when, Claims.Claim claim) {}

    /**
     * One person, all merged names together.
     *
     * @param id of the oldest of them, whose code name is shown
     * @param ids every id that is this person
     * @param fates what claims say became of them, in the order of coding
     * @param established what was established by a body, a document or two witnesses
     * @param claims standing claims that name the person
     */
    public record Person(
            Id id,
            List<Id> ids,
            List<Noted<PersonOpened>> opened,
            List<Noted<PersonDescribed>> descriptions,
            List<FateSaid> fates,
            List<Noted<FateEstablished>> established,
            List<Claims.Claim> claims,
            List<Sources.Source> asSource,
            Optional<Noted<PersonReviewed>> review) {
        public String codeName() {
            return opened.getFirst().fact().codeName();
        }

        /** Code names of those who were merged into this one. */
        public List<String> otherCodeNames() {
            return opened.stream().skip(1).map(each -> each.fact().codeName()).toList();
        }

        public Set<PersonRole> roles() {
            return opened.stream()
                    .flatMap(each -> each.fact().roles().stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }

        /** Known only because others told: masked, and out of counts and lists until reviewed. */
        public boolean knownOnlyThroughOthers() {
            return asSource.isEmpty() && !roles().contains(PersonRole.OFFICIAL);
        }

        public boolean masked() {
            return knownOnlyThroughOthers() && review.isEmpty();
        }

        /** Whether the person may stand in a count by name. */
        public boolean counts() {
            return !knownOnlyThroughOthers()
                    || review.filter(each -> each.fact().counts()).isPresent();
        }

        /** The age group that protects: any value that says under 18 or unknown, unless a document of age stands. */
        public boolean needsProtection() {
            List<AgeGroup> said = descriptions.stream()
                    .flatMap(each -> each.fact().description() instanceof PersonFact.Description.OfAge(AgeGroup group)
                            ? Stream.of(group)
                            : Stream.empty())
                    .toList();
            List<AgeGroup> ages = said.isEmpty()
                    ? opened.stream().map(each -> each.fact().age()).toList()
                    : said;
            return ages.contains(AgeGroup.UNDER_18) || ages.stream().allMatch(AgeGroup::needsProtection);
        }

        /** Dead only if established; a report of a killing leaves a living subject. */
        public boolean living() {
            return established.stream().noneMatch(each -> each.fact().fate() == FateKind.DEATH_ESTABLISHED);
        }

        /** Identifiable unless a member said otherwise: unknown protects. */
        public boolean identifiable() {
            return descriptions.reversed().stream()
                    .flatMap(each ->
                            each.fact().description() instanceof PersonFact.Description.Identifiable(boolean yes)
                                    ? Stream.of(yes)
                                    : Stream.empty())
                    .findFirst()
                    .orElse(true);
        }
    }

    /** Every id that is decided to be the same person, the oldest first; the id alone where nothing was decided. */
    public List<Id> sameAs(Id person) {
        var found = new LinkedHashSet<Id>(List.of(person));
        var waiting = new ArrayDeque<Id>(found);
        while (!waiting.isEmpty()) {
            Id each = waiting.remove();
            for (Noted<SamePersonDecided> same : casebook.about(each, SamePersonDecided.class)) {
                if (stands(same.fact().decision())) {
                    Stream.of(same.fact().one(), same.fact().other())
                            .filter(found::add)
                            .forEach(waiting::add);
                }
            }
        }
        return found.stream().sorted(Comparator.comparingLong(this::openedAt)).toList();
    }

    private boolean stands(Id decision) {
        return casebook.about(decision, SamePersonTakenBack.class).isEmpty();
    }

    private long openedAt(Id person) {
        return casebook.about(person, PersonOpened.class).stream()
                .mapToLong(each -> each.ref().index())
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }

    public Optional<Person> person(Id any) {
        List<Id> ids = sameAs(any);
        List<Noted<PersonOpened>> opened = about(ids, PersonOpened.class);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        List<Claims.Claim> claims = ids.stream()
                .flatMap(id -> casebook.claims().naming(id).stream())
                .distinct()
                .toList();
        List<FateSaid> fates = claims.stream()
                .filter(claim ->
                        claim.coding().fate().isPresent() && ids.stream().anyMatch(claim.coding()::befell))
                .map(claim ->
                        new FateSaid(claim.coding().fate().get(), claim.coding().when(), claim))
                .toList();
        List<Noted<PersonReviewed>> reviews = about(ids, PersonReviewed.class);
        return Optional.of(new Person(
                opened.getFirst().fact().person(),
                ids,
                opened,
                about(ids, PersonDescribed.class),
                fates,
                about(ids, FateEstablished.class),
                claims,
                casebook.sources().whoAre(any),
                reviews.isEmpty() ? Optional.empty() : Optional.of(reviews.getLast())));
    }

    /** The code name shown for a person, without reading what is said of them. */
    public Optional<String> codeName(Id any) {
        return sameAs(any).stream()
                .flatMap(id -> casebook.about(id, PersonOpened.class).stream())
                .min(Comparator.comparingLong(each -> each.ref().index()))
                .map(each -> each.fact().codeName());
    }

    /** Whether somebody is here and masked, without reading what is said of them. */
    public boolean masked(Id any) {
        List<Id> ids = sameAs(any);
        List<Noted<PersonOpened>> opened = about(ids, PersonOpened.class);
        return !opened.isEmpty()
                && opened.stream().noneMatch(each -> each.fact().roles().contains(PersonRole.OFFICIAL))
                && about(ids, PersonReviewed.class).isEmpty()
                && casebook.sources().whoAre(any).isEmpty();
    }

    /** By code name: of the person, of anybody merged into them, or of the source that they are. */
    public Optional<Person> named(String codeName) {
        return casebook.named(PersonOpened.class, codeName)
                .map(each -> each.fact().person())
                .or(() -> casebook.sources()
                        .named(codeName)
                        .flatMap(source -> source.opened().fact().person()))
                .flatMap(this::person);
    }

    private <F extends Fact> List<Noted<F>> about(List<Id> ids, Class<F> kind) {
        return ids.stream()
                .flatMap(id -> casebook.about(id, kind).stream())
                .distinct()
                .sorted(Comparator.comparingLong(each -> each.ref().index()))
                .toList();
    }

    /** Every person once, in the order in which they were opened. */
    public List<Person> all() {
        var seen = new HashSet<Id>();
        return casebook.all(PersonOpened.class).stream()
                .filter(each -> !seen.contains(each.fact().person()))
                .flatMap(each -> person(each.fact().person()).stream())
                .peek(person -> seen.addAll(person.ids()))
                .toList();
    }

    /** A person in the roll: enough to choose a page of them by. */
    public record Listed(Id id, String codeName, boolean masked) {}

    /** What the roll takes from one opening. */
    private record Opening(Id entry, Id person, String codeName, boolean official) implements Shelf.Of {
        static Opening of(Noted<PersonOpened> noted) {
            PersonOpened fact = noted.fact();
            return new Opening(
                    noted.ref().entry(),
                    fact.person(),
                    fact.codeName(),
                    fact.roles().contains(PersonRole.OFFICIAL));
        }
    }

    /**
     * Every person once, in the order in which they were opened, without reading what is said of them. Made once for each
     * state of the casebook.
     */
    public List<Listed> roll() {
        Shelf shelf = casebook.shelf(Compartment.of(PersonOpened.class));
        return shelf.worked().out(Listed.class, () -> {
            List<Listed> roll = new ArrayList<>();
            var seen = new HashSet<Id>();
            for (Opening each : shelf.each(PersonOpened.class, Opening.class, Opening::of)) {
                if (!seen.add(each.person())) {
                    continue;
                }
                if (shelf.any(each.person(), SamePersonDecided.class)) {
                    // somebody merged or parted again: few, so looked at in full
                    person(each.person()).ifPresent(person -> {
                        seen.addAll(person.ids());
                        roll.add(new Listed(person.id(), person.codeName(), person.masked()));
                    });
                } else {
                    boolean masked = !each.official()
                            && !shelf.any(each.person(), SourceOpened.class)
                            && !shelf.any(each.person(), PersonReviewed.class);
                    roll.add(new Listed(each.person(), each.codeName(), masked));
                }
            }
            return List.copyOf(roll);
        });
    }

    /** Name values, for whoever holds their compartment. Shown one at a time, each showing an entry. */
    public List<Noted<NameRecorded>> names(Id person) {
        return about(sameAs(person), NameRecorded.class);
    }
}
