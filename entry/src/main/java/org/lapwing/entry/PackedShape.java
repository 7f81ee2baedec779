// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How values of one type are packed: components in their order, enums and nested kinds by ordinal. Compact and quick, and
 * bound to this very code, so never kept where another Lapwing must read it: see {@link Family#packing}.
 */
interface PackedShape {
    void pack(Object value, PackedOut out);

    Object unpack(PackedIn in);

    /** Everything that the packed form depends on, in words. */
    String described();

    /** A type that is written as text. */
    record Written(Function<Object, String> write, Function<String, Object> read) {}

    static PackedShape of(Type type, Map<Class<?>, Written> written) {
        if (type instanceof ParameterizedType parameterized) {
            PackedShape each = of(parameterized.getActualTypeArguments()[0], written);
            return parameterized.getRawType() == List.class ? new OfList(each) : new OfOptional(each);
        }
        Class<?> plain = (Class<?>) type;
        if (written.containsKey(plain)) {
            return new OfWritten(plain.getSimpleName(), written.get(plain));
        } else if (plain.isEnum()) {
            return new OfEnum(List.of(plain.getEnumConstants()));
        } else if (plain.isSealed()) {
            return OfSealed.of(plain, written);
        } else if (plain.isRecord() && plain != Id.class) {
            return OfRecord.of(plain, written);
        }
        return Arrays.stream(Plain.values())
                .filter(each -> each.type == plain || each.boxed == plain)
                .findFirst()
                .orElseThrow(() -> new EntryException("type " + plain.getSimpleName() + " has no packed form"));
    }

    /** What needs no shape of its own. */
    enum Plain implements PackedShape {
        TEXT(String.class, String.class) {
            @Override
            public void pack(Object value, PackedOut out) {
                out.text((String) value);
            }

            @Override
            public Object unpack(PackedIn in) {
                return in.text();
            }
        },
        LONG(long.class, Long.class) {
            @Override
            public void pack(Object value, PackedOut out) {
                out.whole((Long) value);
            }

            @Override
            public Object unpack(PackedIn in) {
                return in.whole();
            }
        },
        INT(int.class, Integer.class) {
            @Override
            public void pack(Object value, PackedOut out) {
                out.whole((Integer) value);
            }

            @Override
            public Object unpack(PackedIn in) {
                return Math.toIntExact(in.whole());
            }
        },
        FLAG(boolean.class, Boolean.class) {
            @Override
            public void pack(Object value, PackedOut out) {
                out.flag((Boolean) value);
            }

            @Override
            public Object unpack(PackedIn in) {
                return in.flag();
            }
        },
        ID(Id.class, Id.class) {
            @Override
            public void pack(Object value, PackedOut out) {
                out.id((Id) value);
            }

            @Override
            public Object unpack(PackedIn in) {
                return in.id();
            }
        };

        private final Class<?> type;

        /** The same where it may be absent or in a list. */
        private final Class<?> boxed;

        Plain(Class<?> type, Class<?> boxed) {
            this.type = type;
            this.boxed = boxed;
        }

        @Override
        public String described() {
            return name();
        }
    }

    record OfWritten(String name, Written written) implements PackedShape {
        @Override
        public void pack(Object value, PackedOut out) {
            out.text(written.write.apply(value));
        }

        @Override
        public Object unpack(PackedIn in) {
            return written.read.apply(in.text());
        }

        @Override
        public String described() {
            return "written " + name;
        }
    }

    record OfEnum(List<?> constants) implements PackedShape {
        @Override
        public void pack(Object value, PackedOut out) {
            out.count(constants.indexOf(value));
        }

        @Override
        public Object unpack(PackedIn in) {
            return constants.get(ordinal(in, constants.size()));
        }

        @Override
        public String described() {
            return constants.stream().map(each -> ((Enum<?>) each).name()).collect(Collectors.joining("|"));
        }
    }

    record OfList(PackedShape each) implements PackedShape {
        @Override
        public void pack(Object value, PackedOut out) {
            List<?> values = (List<?>) value;
            out.count(values.size());
            values.forEach(one -> each.pack(one, out));
        }

        @Override
        public Object unpack(PackedIn in) {
            int size = in.length();
            List<Object> values = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                values.add(each.unpack(in));
            }
            return List.copyOf(values);
        }

        @Override
        public String described() {
            return "list(" + each.described() + ")";
        }
    }

    record OfOptional(PackedShape each) implements PackedShape {
        @Override
        public void pack(Object value, PackedOut out) {
            Optional<?> maybe = (Optional<?>) value;
            out.flag(maybe.isPresent());
            maybe.ifPresent(one -> each.pack(one, out));
        }

        @Override
        public Object unpack(PackedIn in) {
            return in.flag() ? Optional.of(each.unpack(in)) : Optional.empty();
        }

        @Override
        public String described() {
            return "maybe(" + each.described() + ")";
        }
    }

    record OfSealed(List<Class<?>> kinds, List<PackedShape> shapes) implements PackedShape {
        static OfSealed of(Class<?> group, Map<Class<?>, Written> written) {
            List<Class<?>> kinds = List.of(group.getPermittedSubclasses());
            return new OfSealed(
                    kinds,
                    kinds.stream().map(kind -> PackedShape.of(kind, written)).toList());
        }

        @Override
        public void pack(Object value, PackedOut out) {
            int kind = kinds.indexOf(value.getClass());
            out.count(kind);
            shapes.get(kind).pack(value, out);
        }

        @Override
        public Object unpack(PackedIn in) {
            return shapes.get(ordinal(in, shapes.size())).unpack(in);
        }

        @Override
        public String described() {
            return shapes.stream().map(PackedShape::described).collect(Collectors.joining("|", "one(", ")"));
        }
    }

    record OfRecord(String name, Constructor<?> constructor, List<Method> accessors, List<PackedShape> shapes)
            implements PackedShape {
        static OfRecord of(Class<?> type, Map<Class<?>, Written> written) {
            RecordComponent[] components = type.getRecordComponents();
            try {
                Constructor<?> constructor = type.getDeclaredConstructor(
                        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
                constructor.setAccessible(true);
                List<Method> accessors = Arrays.stream(components)
                        .map(RecordComponent::getAccessor)
                        .toList();
                accessors.forEach(accessor -> accessor.setAccessible(true));
                return new OfRecord(
                        type.getSimpleName(),
                        constructor,
                        accessors,
                        Arrays.stream(components)
                                .map(each -> PackedShape.of(each.getGenericType(), written))
                                .toList());
            } catch (NoSuchMethodException e) {
                throw new EntryException("record " + type.getSimpleName() + " has no canonical constructor", e);
            }
        }

        @Override
        public void pack(Object value, PackedOut out) {
            try {
                for (int i = 0; i < shapes.size(); i++) {
                    shapes.get(i).pack(accessors.get(i).invoke(value), out);
                }
            } catch (ReflectiveOperationException e) {
                throw new EntryException(name + " cannot be packed", e);
            }
        }

        @Override
        public Object unpack(PackedIn in) {
            Object[] values = new Object[shapes.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = shapes.get(i).unpack(in);
            }
            try {
                return constructor.newInstance(values);
            } catch (InvocationTargetException e) {
                throw new EntryException(name + " refuses these values", e.getCause());
            } catch (ReflectiveOperationException e) {
                throw new EntryException(name + " cannot be built", e);
            }
        }

        @Override
        public String described() {
            StringBuilder words = new StringBuilder(name).append('{');
            for (int i = 0; i < shapes.size(); i++) {
                words.append(accessors.get(i).getName())
                        .append(':')
                        .append(shapes.get(i).described())
                        .append(';');
            }
            return words.append('}').toString();
        }
    }

    private static int ordinal(PackedIn in, int size) {
        long ordinal = in.count();
        if (ordinal < 0 || ordinal >= size) {
            throw new EntryException("a packed ordinal is below " + size);
        }
        return (int) ordinal;
    }
}
