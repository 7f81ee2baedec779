// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of an entry by slot number, 0 to 31. Numbers are fixed for ever by the kind; names are for people and may
 * change. An absent slot is absent, never null or empty.
 */
public record Fields(SortedMap<Integer, Json> bySlot) {
    /** Slots per kind: the field tree has this many leaves, absent ones included. */
    public static final int SLOTS = 32;

    public static final Fields NONE = new Fields(new TreeMap<>());

    public Fields {
        for (int slot : bySlot.keySet()) {
            if (slot < 0 || slot >= SLOTS) {
                throw new EntryException("slot " + slot + " is not between 0 and 31");
            }
        }
        bySlot = Sorted.of(bySlot);
    }

    public static Fields of(Map<Integer, Json> bySlot) {
        return new Fields(new TreeMap<>(bySlot));
    }

    public Optional<Json> at(int slot) {
        return Optional.ofNullable(bySlot.get(slot));
    }

    /** The same fields with one slot set; for upcasts. */
    public Fields with(int slot, Json value) {
        var copy = new TreeMap<>(bySlot);
        copy.put(slot, value);
        return new Fields(copy);
    }

    /** The same fields with one slot absent; for upcasts. */
    public Fields without(int slot) {
        var copy = new TreeMap<>(bySlot);
        copy.remove(slot);
        return new Fields(copy);
    }

    Json toJson() {
        var tree = new TreeMap<String, Json>();
        bySlot.forEach((slot, value) -> tree.put(Integer.toString(slot), value));
        return Json.tree(tree);
    }

    static Fields fromJson(Json json) {
        var slots = new TreeMap<Integer, Json>();
        json.tree().values().forEach((key, value) -> slots.put(slot(key), value));
        return new Fields(slots);
    }

    /** Of one or two digits, without a zero in front. */
    private static int slot(String key) {
        int slot = 0;
        for (int i = 0; i < key.length(); i++) {
            int digit = key.charAt(i) - '0';
            if (digit < 0 || digit > 9 || i > 1 || (i == 1 && slot == 0)) {
                throw new EntryException("a field's key is not a slot number");
            }
            slot = 10 * slot + digit;
        }
        if (key.isEmpty()) {
            throw new EntryException("a field's key is not a slot number");
        }
        return slot;
    }
}
