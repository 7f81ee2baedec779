// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.PlaceFact.CommandsUnit;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.RunsPlace;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.ClaimKind;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** Places, units, and who was held where and when. */
public final class Places {
    private final Casebook casebook;

    Places(Casebook casebook) {
        this.casebook = casebook;
    }

    public record Place(Noted<PlaceOpened> opened, List<Noted<RunsPlace>> runBy) {
        public Id id() {
            return opened.fact().place();
        }

        public String name() {
            return opened.fact().names().getFirst();
        }
    }

    public record Unit(Noted<UnitOpened> opened, List<Noted<RunsPlace>> runs, List<Noted<CommandsUnit>> commandedBy) {
        public Id id() {
            return opened.fact().unit();
        }

        public String name() {
            return opened.fact().names().getFirst();
        }
    }

    /**
     * That somebody was held at a place, as one claim says it.
     *
     * @param source who says it
     */
    public record Held(Id person, Id place, Optional<Edtf> when, Access access, Id source, Id claim) {
        /** Said by someone who was there; drawn solid, everything else dashed. */
        public boolean solid() {
            return access.firstHand();
        }

        public Optional<LocalDate> first() {
            return when.flatMap(Edtf::earliest);
        }

        public Optional<LocalDate> last() {
            return when.flatMap(Edtf::latest);
        }
    }

    /**
     * One person at one place, everything that claims say of it.
     *
     * @param after the latest thing said to have become of them; empty when nobody has said
     */
    public record Stay(People.Person person, Id place, List<Held> said, Optional<People.FateSaid> after) {
        public Optional<LocalDate> first() {
            return said.stream().flatMap(each -> each.first().stream()).min(Comparator.naturalOrder());
        }

        public Optional<LocalDate> last() {
            return said.stream().flatMap(each -> each.last().stream()).max(Comparator.naturalOrder());
        }

        public boolean solid() {
            return said.stream().anyMatch(Held::solid);
        }

        /** Whether somebody says how it ended; if not, its end is drawn dashed. */
        public boolean endKnown() {
            return after.filter(fate -> switch (fate.fate()) {
                        case TAKEN, HELD, WHEREABOUTS_UNKNOWN -> false;
                        case RELEASED,
                                RETURNED_TO_FAMILY,
                                REPORTED_KILLED,
                                KILLED_BY_RELATIVES_AFTER_RELEASE,
                                DEATH_ESTABLISHED,
                                PROOF_OF_LIFE_ASSERTED -> true;
                    })
                    .isPresent();
        }
    }

    public Optional<Place> place(Id place) {
        return casebook.about(place, PlaceOpened.class).stream()
                .filter(each -> each.fact().place().equals(place))
                .findFirst()
                .map(opened -> new Place(opened, casebook.about(place, RunsPlace.class)));
    }

    public List<Place> all() {
        return casebook.all(PlaceOpened.class).stream()
                .flatMap(each -> place(each.fact().place()).stream())
                .toList();
    }

    /** By any of its names. */
    public Optional<Place> named(String name) {
        return casebook.named(PlaceOpened.class, name)
                .flatMap(each -> place(each.fact().place()));
    }

    /** By any of its names. */
    public Optional<Unit> unitNamed(String name) {
        return casebook.named(UnitOpened.class, name)
                .flatMap(each -> unit(each.fact().unit()));
    }

    public Optional<Unit> unit(Id unit) {
        return casebook.about(unit, UnitOpened.class).stream()
                .filter(each -> each.fact().unit().equals(unit))
                .findFirst()
                .map(opened -> new Unit(
                        opened, casebook.about(unit, RunsPlace.class), casebook.about(unit, CommandsUnit.class)));
    }

    public List<Unit> units() {
        return casebook.all(UnitOpened.class).stream()
                .flatMap(each -> unit(each.fact().unit()).stream())
                .toList();
    }

    /**
     * That one person was held at one place, with nothing else of them.
     *
     * @param masked whether they are known only through others and nobody has looked
     */
    public record There(Id person, boolean masked, List<Held> said) {
        private LocalDate first() {
            return said.stream()
                    .flatMap(each -> each.first().stream())
                    .min(Comparator.naturalOrder())
                    .orElse(LocalDate.MAX);
        }
    }

    /** What {@link #there} tells of one place. */
    private record ThereAt(Id place) {}

    /**
     * As {@link #timeline}, without reading what became of them: for a page that shows only some. Worked out once for each
     * state of the casebook, as thousands of claims may be about one place.
     */
    public List<There> there(Id place) {
        Shelf shelf = casebook.shelf(Compartment.of(ClaimCoded.class));
        return shelf.worked().out(new ThereAt(place), () -> findThere(place));
    }

    private List<There> findThere(Id place) {
        return said(casebook.claims().naming(place).stream()).entrySet().stream()
                .filter(each -> each.getKey().getValue().equals(place))
                .filter(each ->
                        casebook.people().codeName(each.getKey().getKey()).isPresent())
                .map(each -> new There(
                        each.getKey().getKey(),
                        casebook.people().masked(each.getKey().getKey()),
                        List.copyOf(each.getValue())))
                .sorted(Comparator.comparing(There::first))
                .toList();
    }

    /** Who was held here from when to when: one stay per person, earliest first, undated last. */
    public List<Stay> timeline(Id place) {
        return stays(casebook.claims().naming(place).stream());
    }

    /** Where a person was held: one stay per place, earliest first. */
    public List<Stay> episodes(Id person) {
        List<Id> ids = casebook.people().sameAs(person);
        return stays(ids.stream().flatMap(id -> casebook.claims().naming(id).stream())).stream()
                .filter(stay -> stay.person().ids().equals(ids))
                .toList();
    }

    /** With what became of them. */
    public Optional<Stay> stay(There there) {
        return casebook.people()
                .person(there.person())
                .map(person -> new Stay(person, there.said().getFirst().place(), there.said(), after(person)));
    }

    /** What claims say of each person at each place. */
    private Map<Map.Entry<Id, Id>, List<Held>> said(Stream<Claims.Claim> claims) {
        var said = new LinkedHashMap<Map.Entry<Id, Id>, List<Held>>();
        claims.distinct()
                .flatMap(this::held)
                .forEach(each -> said.computeIfAbsent(
                                Map.entry(
                                        casebook.people().sameAs(each.person()).getFirst(), each.place()),
                                key -> new ArrayList<>())
                        .add(each));
        return said;
    }

    private List<Stay> stays(Stream<Claims.Claim> claims) {
        return said(claims).entrySet().stream()
                .flatMap(each -> casebook.people().person(each.getKey().getKey()).stream()
                        .map(person -> new Stay(
                                person, each.getKey().getValue(), List.copyOf(each.getValue()), after(person))))
                .sorted(Comparator.comparing(stay -> stay.first().orElse(LocalDate.MAX)))
                .toList();
    }

    private Stream<Held> held(Claims.Claim claim) {
        Coding coding = claim.coding();
        boolean holds = coding.act().filter(ActType::holds).isPresent()
                || coding.fate().filter(fate -> fate == FateKind.HELD).isPresent()
                || coding.kind() == ClaimKind.PRESENCE;
        return coding.place()
                .filter(there -> holds)
                .map(there -> coding.victims().stream()
                        .map(person ->
                                new Held(person, there, coding.when(), coding.access(), claim.source(), claim.id())))
                .orElseGet(Stream::empty);
    }

    /** By date where dates are given, otherwise the one said last. */
    private static Optional<People.FateSaid> after(People.Person person) {
        return person.fates().stream()
                .max(Comparator.<People.FateSaid, LocalDate>comparing(
                                fate -> fate.when().flatMap(Edtf::latest).orElse(LocalDate.MIN))
                        .thenComparingLong(fate -> fate.claim().coded().ref().index()));
    }
}
