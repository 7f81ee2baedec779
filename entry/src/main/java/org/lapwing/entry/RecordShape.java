// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** How one record is written into slots and read back, worked out once from its components. */
final class RecordShape {
    /** How a value becomes JSON and comes back. */
    record Writing(Function<Object, Json> write, Function<Json, Object> read) {}

    private record Part(RecordComponent component, String name, int slot, boolean optional, Writing writing) {
        Optional<Object> valueIn(Object record) {
            try {
                Object value = component.getAccessor().invoke(record);
                return value instanceof Optional<?> maybe ? maybe.map(Object.class::cast) : Optional.of(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new EntryException("component " + name + " cannot be read", e);
            }
        }
    }

    private final Class<?> type;
    private final int version;
    private final List<Part> parts;
    private final Constructor<?> constructor;

    private RecordShape(Class<?> type, int version, List<Part> parts) {
        this.type = type;
        this.version = version;
        this.parts = parts;
        try {
            this.constructor = type.getDeclaredConstructor(
                    parts.stream().map(part -> part.component().getType()).toArray(Class<?>[]::new));
            this.constructor.setAccessible(true);
            parts.forEach(part -> part.component().getAccessor().setAccessible(true));
        } catch (NoSuchMethodException e) {
            throw new EntryException("record " + type.getSimpleName() + " has no canonical constructor", e);
        }
    }

    /** The shape of a kind: every component needs a slot, each slot once. */
    static RecordShape of(Class<?> type, Map<Class<?>, Writing> writings) {
        Version version = type.getAnnotation(Version.class);
        RecordShape shape = shape(type, version == null ? 1 : version.value(), writings);
        var seen = new HashSet<Integer>();
        for (Part part : shape.parts) {
            if (part.slot < 0 || part.slot >= Fields.SLOTS || !seen.add(part.slot)) {
                throw new EntryException("component " + part.name + " of " + type.getSimpleName()
                        + " needs a slot of its own between 0 and 31");
            }
        }
        return shape;
    }

    private static RecordShape shape(Class<?> type, int version, Map<Class<?>, Writing> writings) {
        if (!type.isRecord()) {
            throw new EntryException(type.getSimpleName() + " is not a record");
        }
        var parts = new ArrayList<Part>();
        for (RecordComponent component : type.getRecordComponents()) {
            Slot slot = component.getAnnotation(Slot.class);
            Type held = component.getGenericType();
            boolean optional = component.getType() == Optional.class;
            parts.add(new Part(
                    component,
                    component.getName(),
                    slot == null ? -1 : slot.value(),
                    optional,
                    writing(optional ? argument(held) : held, writings)));
        }
        return new RecordShape(type, version, parts);
    }

    Class<?> type() {
        return type;
    }

    String name() {
        return type.getSimpleName();
    }

    int version() {
        return version;
    }

    SortedMap<Integer, String> slots() {
        var slots = new TreeMap<Integer, String>();
        parts.forEach(part -> slots.put(part.slot, part.name));
        return slots;
    }

    Fields write(Object record) {
        var slots = new TreeMap<Integer, Json>();
        for (Part part : parts) {
            part.valueIn(record).ifPresent(value -> slots.put(part.slot, part.writing.write.apply(value)));
        }
        return new Fields(slots);
    }

    Object read(Fields fields) {
        return construct(part -> fields.at(part.slot));
    }

    private Json writeTree(Object record) {
        var tree = new TreeMap<String, Json>();
        for (Part part : parts) {
            part.valueIn(record).ifPresent(value -> tree.put(part.name, part.writing.write.apply(value)));
        }
        return Json.tree(tree);
    }

    private Object readTree(Json json) {
        Json.Tree tree = json.tree();
        return construct(part -> Optional.ofNullable(tree.values().get(part.name)));
    }

    private Object construct(Function<Part, Optional<Json>> source) {
        Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            Optional<Json> json = source.apply(part);
            if (part.optional) {
                values[i] = json.map(part.writing.read);
            } else if (json.isPresent()) {
                values[i] = part.writing.read.apply(json.get());
            } else {
                throw new EntryException(name() + " lacks its " + part.name);
            }
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new EntryException(name() + " refuses these values", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new EntryException(name() + " cannot be built", e);
        }
    }

    private static Type argument(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            return parameterized.getActualTypeArguments()[0];
        }
        throw new EntryException("a list or an optional must say what it holds");
    }

    private static List<Object> listed(List<Json> items, Function<Json, Object> read) {
        List<Object> values = new ArrayList<>(items.size());
        for (Json each : items) {
            values.add(read.apply(each));
        }
        return List.copyOf(values);
    }

    private static Writing writing(Type type, Map<Class<?>, Writing> writings) {
        if (type instanceof ParameterizedType parameterized && parameterized.getRawType() == List.class) {
            Writing each = writing(argument(type), writings);
            return new Writing(
                    list -> Json.items(((List<?>) list).stream().map(each.write).toList()),
                    json -> listed(json.items(), each.read));
        }
        if (!(type instanceof Class<?> plain)) {
            throw new EntryException("type " + type.getTypeName() + " has no writing");
        }
        Writing own = writings.get(plain);
        if (own != null) {
            return own;
        }
        if (plain == String.class) {
            return new Writing(value -> Json.of((String) value), Json::text);
        } else if (plain == long.class || plain == Long.class) {
            return new Writing(value -> Json.of((Long) value), Json::whole);
        } else if (plain == int.class || plain == Integer.class) {
            return new Writing(value -> Json.of((Integer) value), json -> Math.toIntExact(json.whole()));
        } else if (plain == boolean.class || plain == Boolean.class) {
            return new Writing(value -> Json.of((Boolean) value), Json::flag);
        } else if (plain == Id.class) {
            return new Writing(value -> Json.of((Id) value), json -> Id.parse(json.text()));
        } else if (plain.isEnum()) {
            return enumWriting(plain);
        } else if (plain.isSealed()) {
            return sealedWriting(plain, writings);
        } else if (plain.isRecord()) {
            RecordShape inner = shape(plain, 1, writings);
            return new Writing(inner::writeTree, inner::readTree);
        }
        throw new EntryException("type " + plain.getSimpleName() + " has no writing");
    }

    private static Writing enumWriting(Class<?> plain) {
        Map<Object, Json> words = new HashMap<>();
        Map<String, Object> constants = new HashMap<>();
        for (Object each : plain.getEnumConstants()) {
            String word = ((Enum<?>) each).name().toLowerCase(Locale.ROOT);
            words.put(each, Json.of(word));
            constants.put(word, each);
        }
        return new Writing(
                value -> Objects.requireNonNull(words.get(value)),
                json -> Optional.ofNullable(constants.get(json.text()))
                        .orElseThrow(
                                () -> new EntryException("a " + plain.getSimpleName() + " is not one of its words")));
    }

    private static Writing sealedWriting(Class<?> plain, Map<Class<?>, Writing> writings) {
        var byName = new TreeMap<String, RecordShape>();
        for (Class<?> each : plain.getPermittedSubclasses()) {
            byName.put(each.getSimpleName(), shape(each, 1, writings));
        }
        return new Writing(
                value -> {
                    String name = value.getClass().getSimpleName();
                    RecordShape shape = Optional.ofNullable(byName.get(name))
                            .orElseThrow(() -> new EntryException("type " + name + " has no writing"));
                    var tree = new TreeMap<>(shape.writeTree(value).tree().values());
                    tree.put("type", Json.of(name));
                    return Json.tree(tree);
                },
                json -> Optional.ofNullable(byName.get(json.tree().get("type").text()))
                        .orElseThrow(() -> new EntryException("a " + plain.getSimpleName() + " is of an unknown type"))
                        .readTree(json));
    }
}
