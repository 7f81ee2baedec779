// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The facts of one family as bytes, for what is made again when code changes: memory and snapshots. Not the form of an
 * entry: that is {@link Family#write}, which every later Lapwing reads. Safe for several threads.
 *
 * @param <F> the family's sealed interface
 */
public final class Packing<F> {
    private final List<Class<?>> kinds;
    private final List<PackedShape> shapes;
    private final Map<Class<?>, Integer> numbers = new HashMap<>();

    Packing(Collection<Class<?>> kinds, Map<Class<?>, PackedShape.Written> written) {
        this.kinds = List.copyOf(kinds);
        this.shapes =
                this.kinds.stream().map(kind -> PackedShape.of(kind, written)).toList();
        for (int i = 0; i < this.kinds.size(); i++) {
            numbers.put(this.kinds.get(i), i);
        }
    }

    /** How many kinds there are: their numbers run from 0. */
    public int kinds() {
        return kinds.size();
    }

    /** The number of a kind, or -1 where it is not of this family. */
    public int number(Class<?> kind) {
        return numbers.getOrDefault(kind, -1);
    }

    public Class<?> kind(int number) {
        return kinds.get(number);
    }

    public byte[] pack(F fact) {
        PackedOut out = new PackedOut();
        shapes.get(number(fact.getClass())).pack(fact, out);
        return out.bytes();
    }

    /** @throws EntryException on bytes that no fact of this kind has */
    @SuppressWarnings("unchecked")
    public F unpack(int kind, PackedIn in) {
        return (F) shapes.get(kind).unpack(in);
    }

    /** SHA-256 over everything that the packed form depends on: other kinds, components, terms or order, another value. */
    public byte[] fingerprint() {
        String words = shapes.stream().map(PackedShape::described).collect(Collectors.joining("\n"));
        return FieldTree.sha256().digest(words.getBytes(UTF_8));
    }
}
