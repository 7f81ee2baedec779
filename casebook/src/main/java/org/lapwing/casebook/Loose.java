// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.entry.Id;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;

/**
 * The newest facts of one compartment, not yet bound into a {@link Bundle}: found by entry, by kind, and by any id that
 * they mention, each in journal order. Adding shares all but a path of each tree with what was before.
 */
record Loose(
        HashPMap<Id, Noted<?>> byEntry,
        HashPMap<Class<?>, TreePMap<Long, Noted<?>>> byKind,
        HashPMap<Id, HashPMap<Class<?>, TreePMap<Long, Noted<?>>>> byMention) {
    static final Loose EMPTY = new Loose(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    Loose with(Noted<?> noted) {
        if (byEntry.containsKey(noted.ref().entry())) {
            return this;
        }
        Class<?> kind = noted.fact().getClass();
        var mentions = byMention;
        for (Id id : noted.fact().mentions()) {
            var kinds = mentions.getOrDefault(id, HashTreePMap.empty());
            mentions = mentions.plus(
                    id, kinds.plus(kind, in(kinds, kind).plus(noted.ref().index(), noted)));
        }
        return new Loose(
                byEntry.plus(noted.ref().entry(), noted),
                byKind.plus(kind, in(byKind, kind).plus(noted.ref().index(), noted)),
                mentions);
    }

    Loose without(Id entry) {
        Noted<?> noted = byEntry.get(entry);
        if (noted == null) {
            return this;
        }
        Class<?> kind = noted.fact().getClass();
        var mentions = byMention;
        for (Id id : noted.fact().mentions()) {
            var kinds = minus(mentions.getOrDefault(id, HashTreePMap.empty()), kind, noted);
            mentions = kinds.isEmpty() ? mentions.minus(id) : mentions.plus(id, kinds);
        }
        return new Loose(byEntry.minus(entry), minus(byKind, kind, noted), mentions);
    }

    private static TreePMap<Long, Noted<?>> in(HashPMap<Class<?>, TreePMap<Long, Noted<?>>> kinds, Class<?> kind) {
        return kinds.getOrDefault(kind, TreePMap.empty());
    }

    private static HashPMap<Class<?>, TreePMap<Long, Noted<?>>> minus(
            HashPMap<Class<?>, TreePMap<Long, Noted<?>>> kinds, Class<?> kind, Noted<?> noted) {
        var left = in(kinds, kind).minus(noted.ref().index());
        return left.isEmpty() ? kinds.minus(kind) : kinds.plus(kind, left);
    }

    <F extends Fact> List<Noted<F>> all(Class<F> kind) {
        return typed(in(byKind, kind));
    }

    <F extends Fact> List<Noted<F>> about(Id id, Class<F> kind) {
        return typed(in(byMention.getOrDefault(id, HashTreePMap.empty()), kind));
    }

    <F extends Fact> Optional<Noted<F>> last(Id id, Class<F> kind) {
        var found = in(byMention.getOrDefault(id, HashTreePMap.empty()), kind);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(typed(found.lastEntry().getValue()));
    }

    List<Noted<?>> history(Id id) {
        return byMention.getOrDefault(id, HashTreePMap.empty()).values().stream()
                .<Noted<?>>flatMap(facts -> facts.values().stream())
                .toList();
    }

    private static <F extends Fact> List<Noted<F>> typed(TreePMap<Long, Noted<?>> facts) {
        return facts.values().stream().map(Loose::<F>typed).toList();
    }

    /** Facts are shelved under their own class, so what lies under F is an F. */
    @SuppressWarnings("unchecked")
    private static <F extends Fact> Noted<F> typed(Noted<?> noted) {
        return (Noted<F>) noted;
    }
}
