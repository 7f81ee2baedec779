// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The kinds of entry that one room owns: the records permitted by one sealed interface. A kind's name is the record's
 * name, its slots are the record's components with their {@link Slot} numbers, its version is {@link Version}.
 *
 * <p>Components may be text, whole numbers, flags, {@link Id}, enums (written as lower-case words), lists and optionals
 * of these, records of these (trees by component name), nested sealed interfaces of records (trees with a {@code type}),
 * and any type with a {@link Builder#written writing} of its own.
 *
 * @param <F> the sealed interface
 */
public final class Family<F> {
    private final Map<String, RecordShape> shapes;
    private final Map<String, SortedMap<Integer, UnaryOperator<Fields>>> upcasts;
    private final Packing<F> packing;

    private Family(
            Map<String, RecordShape> shapes,
            Map<String, SortedMap<Integer, UnaryOperator<Fields>>> upcasts,
            Packing<F> packing) {
        this.shapes = shapes;
        this.upcasts = upcasts;
        this.packing = packing;
    }

    public static <F> Builder<F> of(Class<F> sealed) {
        return new Builder<>(sealed);
    }

    /** Kinds by name with version and slot names, in order: the golden listing in {@code docs/formats}. */
    public SortedMap<String, SortedMap<Integer, String>> kinds() {
        var kinds = new TreeMap<String, SortedMap<Integer, String>>();
        shapes.forEach((name, shape) -> kinds.put(name + " " + shape.version(), shape.slots()));
        return kinds;
    }

    public boolean has(String kind) {
        return shapes.containsKey(kind);
    }

    public String kind(F fact) {
        return shapeOf(fact).name();
    }

    public int version(F fact) {
        return shapeOf(fact).version();
    }

    public Fields write(F fact) {
        return shapeOf(fact).write(fact);
    }

    /** Reads fields of any version ever written: older ones pass through their upcasts, oldest first. */
    @SuppressWarnings("unchecked")
    public F read(String kind, int version, Fields fields) {
        RecordShape shape = shapes.get(kind);
        if (shape == null) {
            throw new EntryException("kind " + kind + " is not of this family");
        }
        if (version > shape.version()) {
            throw new EntryException("kind " + kind + " has version " + version + "; this Lapwing reads up to "
                    + shape.version() + ". Maybe it was written by a newer Lapwing");
        }
        Fields current = fields;
        for (int v = version; v < shape.version(); v++) {
            UnaryOperator<Fields> step =
                    upcasts.getOrDefault(kind, new TreeMap<>()).get(v);
            if (step == null) {
                throw new EntryException("kind " + kind + " has no upcast from version " + v);
            }
            current = step.apply(current);
        }
        return (F) shape.read(current);
    }

    /** The compact form for memory and snapshots. */
    public Packing<F> packing() {
        return packing;
    }

    private RecordShape shapeOf(F fact) {
        RecordShape shape = shapes.get(((Object) fact).getClass().getSimpleName());
        if (shape == null) {
            throw new EntryException("kind " + ((Object) fact).getClass().getSimpleName() + " is not of this family");
        }
        return shape;
    }

    /** Names the writings of own types and the upcasts of old versions, then builds the family. */
    public static final class Builder<F> {
        private final Class<F> sealed;
        private final Map<Class<?>, RecordShape.Writing> writings = new HashMap<>();
        private final Map<Class<?>, PackedShape.Written> written = new HashMap<>();
        private final Map<String, SortedMap<Integer, UnaryOperator<Fields>>> upcasts = new HashMap<>();

        Builder(Class<F> sealed) {
            this.sealed = sealed;
        }

        /** A type that is written as text, with its reader. */
        public <T> Builder<F> written(Class<T> type, Function<T, String> write, Function<String, T> read) {
            writings.put(
                    type,
                    new RecordShape.Writing(
                            value -> Json.of(write.apply(type.cast(value))), json -> read.apply(json.text())));
            written.put(type, new PackedShape.Written(value -> write.apply(type.cast(value)), read::apply));
            return this;
        }

        /** How fields of {@code kind} at {@code version} become those of the next version. Pure. */
        public Builder<F> upcast(String kind, int version, UnaryOperator<Fields> step) {
            upcasts.computeIfAbsent(kind, name -> new TreeMap<>()).put(version, step);
            return this;
        }

        public Family<F> build() {
            var shapes = new LinkedHashMap<String, RecordShape>();
            addKinds(sealed, shapes);
            return new Family<>(
                    shapes,
                    upcasts,
                    new Packing<>(
                            shapes.values().stream().map(RecordShape::type).toList(), written));
        }

        /** A family may be grouped: sealed interfaces inside it are opened down to their records. */
        private void addKinds(Class<?> group, Map<String, RecordShape> shapes) {
            Class<?>[] kinds = group.getPermittedSubclasses();
            if (kinds == null) {
                throw new EntryException(group.getSimpleName() + " is not a sealed interface");
            }
            for (Class<?> kind : kinds) {
                if (kind.isSealed()) {
                    addKinds(kind, shapes);
                } else if (shapes.put(kind.getSimpleName(), RecordShape.of(kind, writings)) != null) {
                    throw new EntryException("two kinds are called " + kind.getSimpleName());
                }
            }
        }
    }
}
