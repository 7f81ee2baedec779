// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A value of restricted JSON: text, whole number, flag, list or tree. There is no null and no floating point; an absent
 * value is an absent key.
 */
public sealed interface Json {

    /** Text in Unicode, as typed: never normalised; unpaired surrogates are refused. */
    record Text(String value) implements Json {
        public Text {
            int length = value.length();
            for (int i = 0; i < length; i++) {
                char c = value.charAt(i);
                if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                    continue;
                }
                if (Character.isHighSurrogate(c) && i + 1 < length && Character.isLowSurrogate(value.charAt(i + 1))) {
                    i++;
                } else {
                    throw new EntryException("text has an unpaired surrogate at offset " + i);
                }
            }
        }
    }

    /** A whole number within ±(2^53 - 1), so that every JSON reader agrees on it. */
    record Whole(long value) implements Json {
        public static final long MOST = (1L << 53) - 1;

        public Whole {
            if (value > MOST || value < -MOST) {
                throw new EntryException("whole number is beyond ±(2^53 - 1)");
            }
        }
    }

    record Flag(boolean value) implements Json {}

    record Items(List<Json> values) implements Json {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Named values, sorted by name; names are ASCII. */
    record Tree(SortedMap<String, Json> values) implements Json {
        public Tree {
            values = Sorted.of(values);
            for (String key : values.keySet()) {
                for (int i = 0; i < key.length(); i++) {
                    if (key.charAt(i) < 0x20 || key.charAt(i) > 0x7e) {
                        throw new EntryException("a key is not printable ASCII");
                    }
                }
            }
        }

        public Json get(String key) {
            Json value = values.get(key);
            if (value == null) {
                throw new EntryException("key \"" + key + "\" is missing");
            }
            return value;
        }

        public boolean has(String key) {
            return values.containsKey(key);
        }
    }

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(long value) {
        return new Whole(value);
    }

    static Json of(boolean value) {
        return new Flag(value);
    }

    static Json of(Id value) {
        return new Text(value.toString());
    }

    static Items items(List<? extends Json> values) {
        return new Items(List.copyOf(values));
    }

    static Tree tree(Map<String, ? extends Json> values) {
        return new Tree(new TreeMap<>(values));
    }

    default String text() {
        if (this instanceof Text(String value)) {
            return value;
        }
        throw new EntryException("expected text, found " + shape());
    }

    default long whole() {
        if (this instanceof Whole(long value)) {
            return value;
        }
        throw new EntryException("expected a whole number, found " + shape());
    }

    default boolean flag() {
        if (this instanceof Flag(boolean value)) {
            return value;
        }
        throw new EntryException("expected true or false, found " + shape());
    }

    default List<Json> items() {
        if (this instanceof Items(List<Json> values)) {
            return values;
        }
        throw new EntryException("expected a list, found " + shape());
    }

    default Tree tree() {
        if (this instanceof Tree tree) {
            return tree;
        }
        throw new EntryException("expected a tree, found " + shape());
    }

    /** The word for this kind of value in messages. */
    default String shape() {
        return switch (this) {
            case Text text -> "text";
            case Whole whole -> "a whole number";
            case Flag flag -> "true or false";
            case Items items -> "a list";
            case Tree tree -> "a tree";
        };
    }
}
