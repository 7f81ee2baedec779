// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.entry.Id;
import org.pcollections.HashTreePSet;
import org.pcollections.MapPSet;

/**
 * The facts of one compartment, found by entry, by kind, and by any id that they mention, each in journal order: most of
 * them bound into bundles, the newest loose. Adding shares all but a path with the shelf before.
 *
 * @param bundles oldest first, each at least twice the size of the next, so that there are few
 * @param gone entries that lie in a bundle and do not count any more
 * @param worked what was worked out of exactly these facts
 */
record Shelf(List<Bundle> bundles, Loose loose, MapPSet<Id> gone, Worked worked) {
    static final Shelf EMPTY = new Shelf(List.of(), Loose.EMPTY, HashTreePSet.empty());

    /** So many loose facts are bound: fewer would make binding a habit, more would fill memory. */
    private static final int LOOSE = 2048;

    Shelf {
        bundles = List.copyOf(bundles);
    }

    private Shelf(List<Bundle> bundles, Loose loose, MapPSet<Id> gone) {
        this(bundles, loose, gone, new Worked());
    }

    Shelf with(Noted<?> noted) {
        return has(noted.ref().entry()) ? this : new Shelf(bundles, loose.with(noted), gone);
    }

    Shelf without(Id entry) {
        return bound(entry).isPresent()
                ? new Shelf(bundles, loose, gone.plus(entry))
                : new Shelf(bundles, loose.without(entry), gone);
    }

    boolean has(Id entry) {
        return loose.byEntry().containsKey(entry) || bundles.stream().anyMatch(bundle -> bundle.find(entry) >= 0);
    }

    private Optional<Noted<?>> bound(Id entry) {
        for (Bundle bundle : bundles) {
            int position = bundle.find(entry);
            if (position >= 0) {
                return Optional.of(bundle.get(position));
            }
        }
        return Optional.empty();
    }

    Optional<Noted<?>> entry(Id entry) {
        Noted<?> newest = loose.byEntry().get(entry);
        return newest != null || gone.contains(entry) ? Optional.ofNullable(newest) : bound(entry);
    }

    void shredKeys(Set<Id> into) {
        bundles.forEach(bundle -> bundle.shredKeys(into));
        loose.byEntry().values().forEach(noted -> into.add(noted.ref().shredKey()));
    }

    int size() {
        return bundles.stream().mapToInt(Bundle::size).sum()
                - gone.size()
                + loose.byEntry().size();
    }

    <F extends Fact> List<Noted<F>> all(Class<F> kind) {
        return together(bundles.stream().map(bundle -> bundle.all(kind)), loose.all(kind));
    }

    <F extends Fact> List<Noted<F>> about(Id id, Class<F> kind) {
        return together(bundles.stream().map(bundle -> bundle.about(id, kind)), loose.about(id, kind));
    }

    /** At least those of a kind on whose first mention nothing of {@code answer} followed; where something is gone, all. */
    <F extends Fact> List<Noted<F>> unanswered(Class<F> kind, Class<? extends Fact> answer) {
        return gone.isEmpty()
                ? together(bundles.stream().map(bundle -> bundle.unanswered(kind, answer)), loose.all(kind))
                : all(kind);
    }

    <F extends Fact> Optional<Noted<F>> last(Id id, Class<F> kind) {
        Optional<Noted<F>> newest = loose.last(id, kind);
        if (newest.isPresent()) {
            return newest;
        }
        List<Noted<F>> found = about(id, kind);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
    }

    /** Whether any fact of the kind mentions the id. */
    boolean any(Id id, Class<? extends Fact> kind) {
        return gone.isEmpty()
                ? !loose.about(id, kind).isEmpty() || bundles.stream().anyMatch(bundle -> bundle.any(id, kind))
                : !about(id, kind).isEmpty();
    }

    /** How many facts of the kind mention the id; where nothing is gone, without reading them. */
    int count(Id id, Class<? extends Fact> kind) {
        return about(id, kind).size();
    }

    /** The first fact of a kind that begins something under this name. */
    <F extends Fact> Optional<Noted<F>> named(Class<F> kind, String name) {
        for (Bundle bundle : bundles) {
            Integer position = bundle.names(kind).get(name);
            if (position != null) {
                Noted<F> found = bundle.get(position);
                // where it is gone, another of the same name may lie behind it
                return counts(found)
                        ? Optional.of(found)
                        : all(kind).stream()
                                .filter(each -> Called.names(each.fact()).contains(name))
                                .findFirst();
            }
        }
        return loose.all(kind).stream()
                .filter(each -> Called.names(each.fact()).contains(name))
                .findFirst();
    }

    /** Names that begin like this under which facts of a kind began something, in order; of each bundle so many at most. */
    Stream<String> namesFrom(Class<? extends Fact> kind, String beginning, int most) {
        return Stream.concat(
                bundles.stream().flatMap(bundle -> {
                    Stream<String> names = bundle.names(kind).tailMap(beginning, true).entrySet().stream()
                            .takeWhile(each -> each.getKey().startsWith(beginning))
                            .filter(each -> gone.isEmpty() || counts(bundle.get(each.getValue())))
                            .map(Map.Entry::getKey);
                    return names.limit(most);
                }),
                loose.all(kind).stream()
                        .flatMap(each -> Called.names(each.fact()).stream())
                        .filter(name -> name.startsWith(beginning)));
    }

    /** What each fact of a kind comes to, in order; of those bound worked out once. */
    <F extends Fact, T extends Shelf.Of> List<T> each(Class<F> kind, Object what, Function<Noted<F>, T> way) {
        List<T> all = new ArrayList<>();
        for (Bundle bundle : bundles) {
            List<T> bound = bundle.each(kind, what, way);
            bound.stream()
                    .filter(each -> gone.isEmpty() || !gone.contains(each.entry()))
                    .forEach(all::add);
        }
        List<Noted<F>> newest = loose.all(kind);
        newest.stream().map(way).forEach(all::add);
        return all;
    }

    /** Something that one entry comes to. */
    interface Of {
        Id entry();
    }

    List<Noted<?>> history(Id id) {
        List<Noted<?>> found = new ArrayList<>();
        bundles.forEach(
                bundle -> bundle.history(id).stream().filter(this::counts).forEach(found::add));
        found.addAll(loose.history(id));
        return found;
    }

    private boolean counts(Noted<?> noted) {
        return gone.isEmpty() || !gone.contains(noted.ref().entry());
    }

    private <F extends Fact> List<Noted<F>> together(Stream<List<Noted<F>>> bound, List<Noted<F>> newest) {
        List<List<Noted<F>>> parts = Stream.concat(
                        gone.isEmpty()
                                ? bound
                                : bound.map(part ->
                                        part.stream().filter(this::counts).toList()),
                        Stream.of(newest))
                .filter(part -> !part.isEmpty())
                .toList();
        return switch (parts.size()) {
            case 0 -> List.of();
            case 1 -> parts.getFirst();
            default -> new Joined<>(parts);
        };
    }

    /** Lists one behind the other, without copying them. */
    private static final class Joined<T> extends AbstractList<T> implements RandomAccess {
        private final List<List<T>> parts;
        private final int size;

        Joined(List<List<T>> parts) {
            this.parts = parts;
            this.size = parts.stream().mapToInt(List::size).sum();
        }

        @Override
        public T get(int index) {
            int left = index;
            for (List<T> part : parts) {
                if (left < part.size()) {
                    return part.get(left);
                }
                left -= part.size();
            }
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public int size() {
            return size;
        }
    }

    /** The same facts, with the loose ones bound where they are many. */
    Shelf settled() {
        return loose.byEntry().size() < LOOSE ? this : stacked(bind(loose));
    }

    /** The same facts and those of a bundle that came after them. */
    Shelf plus(Bundle newest) {
        if (newest.size() == 0) {
            return this;
        }
        return (loose.byEntry().isEmpty() ? this : stacked(bind(loose))).stacked(newest);
    }

    /** Without the loose ones: like a number counted in binary, so that each fact is copied as often as it has digits. */
    private Shelf stacked(Bundle newest) {
        List<Bundle> kept = new ArrayList<>(bundles);
        Bundle last = newest;
        while (!kept.isEmpty() && kept.getLast().size() < 2 * last.size()) {
            last = merged(List.of(kept.removeLast(), last));
        }
        kept.add(last);
        MapPSet<Id> still = HashTreePSet.from(gone.stream()
                .filter(entry -> kept.stream().anyMatch(bundle -> bundle.find(entry) >= 0))
                .toList());
        return new Shelf(kept, Loose.EMPTY, still);
    }

    /** Everything that counts as one bundle; the same facts give the same bundle however they came. */
    Bundle whole() {
        if (bundles.size() == 1 && gone.isEmpty() && loose.byEntry().isEmpty()) {
            return bundles.getFirst();
        }
        List<Bundle> all = new ArrayList<>(bundles);
        all.add(bind(loose));
        return merged(all);
    }

    private static Bundle bind(Loose loose) {
        BundleMaker maker = new BundleMaker(loose.byEntry().size());
        loose.byEntry().values().stream()
                .sorted(Comparator.comparingLong((Noted<?> noted) -> noted.ref().index()))
                .forEach(noted -> maker.add(Folio.of(noted)));
        return maker.bound();
    }

    private Bundle merged(List<Bundle> parts) {
        BundleMaker maker =
                new BundleMaker(parts.stream().mapToInt(Bundle::size).sum());
        for (Bundle part : parts) {
            Bundle.Columns columns = part.columns();
            maker.add(
                    part,
                    position ->
                            gone.isEmpty() || !gone.contains(columns.entries().get(position)));
        }
        return maker.bound();
    }
}
