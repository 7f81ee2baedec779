// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Family;
import org.lapwing.entry.Id;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * Everything that the entries of some compartments say, immutable. A member who holds only some compartments has a
 * casebook of those; what lies in others is absent, and {@link #holds} says so, so that a page can show it as sealed.
 *
 * <p>Questions are asked through the small views below; each is made for the asking and keeps nothing of its own.
 */
public final class Casebook {
    /** The kinds of entry that this room owns. */
    public static final Family<Fact> FAMILY = Family.of(Fact.class)
            .written(Edtf.class, Edtf::toString, Edtf::parse)
            .written(LocalDate.class, LocalDate::toString, LocalDate::parse)
            .build();

    public static final Casebook EMPTY = new Casebook(HashTreePMap.empty());

    private final HashPMap<Compartment, Shelf> shelves;

    private Casebook(HashPMap<Compartment, Shelf> shelves) {
        this.shelves = shelves;
    }

    /** An empty casebook that is known to hold these compartments. */
    public static Casebook holding(Set<Compartment> compartments) {
        Casebook casebook = EMPTY;
        for (Compartment each : compartments) {
            casebook = casebook.with(each, Shelf.EMPTY);
        }
        return casebook;
    }

    /** One casebook of several that were folded from different compartments; costs nothing but the joining. */
    public static Casebook joined(Collection<Casebook> parts) {
        Casebook all = EMPTY;
        for (Casebook part : parts) {
            all = new Casebook(all.shelves.plusAll(part.shelves));
        }
        return all;
    }

    /** The same facts, those that came lately packed with the others where they have become many. */
    public Casebook settled() {
        Casebook settled = this;
        for (Compartment each : compartments()) {
            settled = settled.with(each, shelf(each).settled());
        }
        return settled;
    }

    Casebook with(Compartment compartment, Shelf shelf) {
        return new Casebook(shelves.plus(compartment, shelf));
    }

    Shelf shelf(Compartment compartment) {
        return shelves.getOrDefault(compartment, Shelf.EMPTY);
    }

    public boolean holds(Compartment compartment) {
        return shelves.containsKey(compartment);
    }

    public Set<Compartment> compartments() {
        Set<Compartment> held = EnumSet.noneOf(Compartment.class);
        held.addAll(shelves.keySet());
        return held;
    }

    /** Every fact of a kind, in journal order. */
    public <F extends Fact> List<Noted<F>> all(Class<F> kind) {
        return shelf(Compartment.of(kind)).all(kind);
    }

    /** Every fact of a kind that mentions the id, in journal order. */
    public <F extends Fact> List<Noted<F>> about(Id id, Class<F> kind) {
        return shelf(Compartment.of(kind)).about(id, kind);
    }

    /**
     * Facts of a kind that begin something, and on which nothing of the kind {@code answer} may have followed: all of those,
     * and few others, in journal order. For lists of what is still to be done: they cost what waits, not what there is.
     * Both kinds lie in one compartment.
     */
    public <F extends Fact> List<Noted<F>> unanswered(Class<F> kind, Class<? extends Fact> answer) {
        return shelf(Compartment.of(kind)).unanswered(kind, answer);
    }

    /** How many facts of a kind mention the id. */
    public int count(Id id, Class<? extends Fact> kind) {
        return shelf(Compartment.of(kind)).count(id, kind);
    }

    /**
     * The first fact of a kind that begins a person, source, place or unit under this name, exactly as it is written. Found
     * through an index, so it costs the same however many there are.
     */
    public <F extends Fact> Optional<Noted<F>> named(Class<F> kind, String name) {
        return shelf(Compartment.of(kind)).named(kind, name);
    }

    /** Names that begin like this, of persons, sources, places or units, in order: {@code most} at most. */
    public List<String> names(Class<? extends Fact> kind, String beginning, int most) {
        return shelf(Compartment.of(kind))
                .namesFrom(kind, beginning, most)
                .distinct()
                .sorted()
                .limit(most)
                .toList();
    }

    /** The latest fact of a kind that mentions the id. */
    public <F extends Fact> Optional<Noted<F>> last(Id id, Class<F> kind) {
        return shelf(Compartment.of(kind)).last(id, kind);
    }

    /** Everything that was ever said about an id in the compartments held, in journal order. */
    public List<Noted<?>> history(Id id) {
        return shelves.values().stream()
                .<Noted<?>>flatMap(shelf -> shelf.history(id).stream())
                .sorted(Comparator.comparingLong((Noted<?> noted) -> noted.ref().index()))
                .toList();
    }

    public Optional<Noted<?>> entry(Id entry) {
        return shelves.values().stream()
                .<Noted<?>>flatMap(shelf -> shelf.entry(entry).stream())
                .findFirst();
    }

    /** The shred keys under which it was written, each once. */
    public Set<Id> shredKeys() {
        Set<Id> keys = new HashSet<>();
        shelves.values().forEach(shelf -> shelf.shredKeys(keys));
        return keys;
    }

    /** How many facts it holds. */
    public int size() {
        return shelves.values().stream().mapToInt(Shelf::size).sum();
    }

    public Reports reports() {
        return new Reports(this);
    }

    public Sources sources() {
        return new Sources(this);
    }

    public Accounts accounts() {
        return new Accounts(this);
    }

    public Claims claims() {
        return new Claims(this);
    }

    public People people() {
        return new People(this);
    }

    public Places places() {
        return new Places(this);
    }

    public Statements statements() {
        return new Statements(this);
    }

    public Findings findings() {
        return new Findings(this);
    }

    public Group group() {
        return new Group(this);
    }
}
