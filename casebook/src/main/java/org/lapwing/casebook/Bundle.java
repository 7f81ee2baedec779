// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.time.Instant;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.RandomAccess;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.entry.Id;
import org.lapwing.entry.PackedIn;

/**
 * Many facts of one compartment in journal order, packed, with their indexes as plain arrays: about a hundred bytes beside
 * the fact itself, where maps of objects take over a thousand. A fact becomes an object again when it is asked for, in a
 * few microseconds. Immutable; safe for several threads.
 */
final class Bundle {
    static final Bundle EMPTY = new BundleMaker(0).bound();

    /** The columns, by position in the bundle; authors, shred keys and mentions are numbers in {@code ids}. */
    record Columns(
            IdTable entries,
            IdTable ids,
            long[] index,
            long[] second,
            int[] author,
            int[] shredKey,
            byte[] kind,
            int[] mentionsFrom,
            int[] mentions,
            Sheets sheets) {}

    /** Positions grouped: those of group {@code g} lie from {@code from[g]} to {@code from[g + 1]}, in order. */
    record Groups(int[] from, int[] positions) {}

    /** Two kinds by number: one that begins something, one that answers it. */
    private record Open(int begun, int answered) {}

    private final Worked worked = new Worked();
    private final Columns columns;
    private final Groups byKind;
    private final Groups byMention;

    Bundle(Columns columns) {
        this.columns = columns;
        this.byKind = byKind(columns);
        this.byMention = byMention(columns, byKind);
    }

    private static Groups byKind(Columns columns) {
        int[] from = new int[Casebook.FAMILY.packing().kinds() + 1];
        int size = columns.entries.size();
        for (int i = 0; i < size; i++) {
            from[columns.kind[i] + 1]++;
        }
        int[] next = sums(from);
        int[] positions = new int[size];
        for (int i = 0; i < size; i++) {
            positions[next[columns.kind[i]]++] = i;
        }
        return new Groups(from, positions);
    }

    /** Within each id by kind, then in order: so one kind about one id is one stretch. */
    private static Groups byMention(Columns columns, Groups byKind) {
        int[] from = new int[columns.ids.size() + 1];
        int all = columns.mentionsFrom[columns.entries.size()];
        for (int i = 0; i < all; i++) {
            from[columns.mentions[i] + 1]++;
        }
        int[] next = sums(from);
        int[] positions = new int[all];
        for (int position : byKind.positions) {
            for (int i = columns.mentionsFrom[position]; i < columns.mentionsFrom[position + 1]; i++) {
                positions[next[columns.mentions[i]]++] = position;
            }
        }
        return new Groups(from, positions);
    }

    /** Makes counts into beginnings, in place; returns a copy to count on from. */
    private static int[] sums(int[] from) {
        for (int i = 1; i < from.length; i++) {
            from[i] += from[i - 1];
        }
        return from.clone();
    }

    int size() {
        return columns.entries.size();
    }

    Columns columns() {
        return columns;
    }

    /** The position of an entry, or -1. */
    int find(Id entry) {
        return columns.entries.find(entry);
    }

    void shredKeys(Set<Id> into) {
        Arrays.stream(columns.shredKey).distinct().forEach(number -> into.add(columns.ids.get(number)));
    }

    EntryRef ref(int position) {
        return new EntryRef(
                columns.index[position],
                columns.entries.get(position),
                columns.ids.get(columns.author[position]),
                Instant.ofEpochSecond(columns.second[position]),
                columns.ids.get(columns.shredKey[position]));
    }

    /** Facts are shelved under their own class, so what lies under F is an F. */
    @SuppressWarnings("unchecked")
    <F extends Fact> Noted<F> get(int position) {
        PackedIn in = columns.sheets.at(position);
        Fact fact = Casebook.FAMILY.packing().unpack(columns.kind[position], in);
        return new Noted<>((F) fact, ref(position));
    }

    <F extends Fact> List<Noted<F>> all(Class<F> kind) {
        int number = Casebook.FAMILY.packing().number(kind);
        return number < 0 ? List.of() : new Stretch<>(byKind, byKind.from[number], byKind.from[number + 1]);
    }

    <F extends Fact> List<Noted<F>> about(Id id, Class<F> kind) {
        int mention = columns.ids.find(id);
        int number = Casebook.FAMILY.packing().number(kind);
        if (mention < 0 || number < 0) {
            return List.of();
        }
        int from = firstOfKind(mention, number);
        int until = firstOfKind(mention, number + 1);
        return from == until ? List.of() : new Stretch<>(byMention, from, until);
    }

    private int firstOfKind(int mention, int kind) {
        int low = byMention.from[mention];
        int high = byMention.from[mention + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (columns.kind[byMention.positions[middle]] < kind) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Facts of a kind that begin something, their first mention, of which no later fact of {@code answer} in this bundle
     * says anything. Found once and kept as long as the bundle, which never changes: positions, nothing that was said.
     */
    <F extends Fact> List<Noted<F>> unanswered(Class<F> kind, Class<? extends Fact> answer) {
        int begun = Casebook.FAMILY.packing().number(kind);
        int answered = Casebook.FAMILY.packing().number(answer);
        if (begun < 0) {
            return List.of();
        }
        Open asked = new Open(begun, answered);
        Groups open = worked.out(asked, () -> unanswered(asked));
        return new Stretch<>(open, 0, open.positions.length);
    }

    private Groups unanswered(Open open) {
        int[] positions = IntStream.range(byKind.from[open.begun], byKind.from[open.begun + 1])
                .map(i -> byKind.positions[i])
                .filter(position -> !answered(position, open.answered))
                .toArray();
        return new Groups(new int[] {0, positions.length}, positions);
    }

    private boolean answered(int position, int by) {
        int mention = columns.mentions[columns.mentionsFrom[position]];
        for (int i = firstOfKind(mention, by); by >= 0 && i < firstOfKind(mention, by + 1); i++) {
            if (byMention.positions[i] > position) {
                return true;
            }
        }
        return false;
    }

    /** Whether any fact of the kind mentions the id; makes no objects. */
    boolean any(Id id, Class<? extends Fact> kind) {
        int mention = columns.ids.find(id);
        int number = Casebook.FAMILY.packing().number(kind);
        return mention >= 0 && number >= 0 && firstOfKind(mention, number) < firstOfKind(mention, number + 1);
    }

    /** The names under which facts of a kind began something, each with the position of the first. */
    NavigableMap<String, Integer> names(Class<? extends Fact> kind) {
        return worked.out(kind, () -> {
            NavigableMap<String, Integer> names = new TreeMap<>();
            int number = Casebook.FAMILY.packing().number(kind);
            for (int i = byKind.from[number]; i < byKind.from[number + 1]; i++) {
                int position = byKind.positions[i];
                Called.names(get(position).fact()).forEach(name -> names.putIfAbsent(name, position));
            }
            return names;
        });
    }

    /** What each fact of a kind comes to, in order, worked out once. */
    <F extends Fact, T> List<T> each(Class<F> kind, Object what, Function<Noted<F>, T> way) {
        return worked.out(what, () -> this.<F>all(kind).stream().map(way).toList());
    }

    /** Every fact, in journal order. */
    List<Noted<?>> history() {
        return IntStream.range(0, size()).<Noted<?>>mapToObj(this::get).toList();
    }

    /** Everything that mentions the id, by kind. */
    List<Noted<Fact>> history(Id id) {
        int mention = columns.ids.find(id);
        return mention < 0 ? List.of() : new Stretch<>(byMention, byMention.from[mention], byMention.from[mention + 1]);
    }

    /** Facts that are made when asked for: a list of a hundred thousand costs nothing until it is read. */
    private final class Stretch<F extends Fact> extends AbstractList<Noted<F>> implements RandomAccess {
        private final Groups groups;
        private final int from;
        private final int until;

        Stretch(Groups groups, int from, int until) {
            this.groups = groups;
            this.from = from;
            this.until = until;
        }

        @Override
        public Noted<F> get(int i) {
            if (i < 0 || i >= size()) {
                throw new IndexOutOfBoundsException(i);
            }
            return Bundle.this.get(groups.positions[from + i]);
        }

        @Override
        public int size() {
            return until - from;
        }
    }
}
