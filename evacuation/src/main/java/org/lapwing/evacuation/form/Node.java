// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.EvacuationException;

/**
 * One value of a file, which knows where it stands. Its readers refuse in words.
 *
 * @param path as in {@code households[3].ready}
 * @param places line and column of a value
 */
record Node(Json value, String path, Function<Json, String> places) {
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}");

    Node field(String name) {
        return optional(name).orElseThrow(() -> refused("\"" + name + "\" is missing"));
    }

    Optional<Node> optional(String name) {
        Json.Tree tree = tree();
        return tree.has(name)
                ? Optional.of(new Node(tree.get(name), path.isEmpty() ? name : path + "." + name, places))
                : Optional.empty();
    }

    /** Refuses names that the format does not have: a misspelt rule of safety must not be passed over. */
    Node only(String... names) {
        for (String name : tree().values().keySet()) {
            if (!Set.of(names).contains(name)) {
                throw new Node(tree().get(name), path.isEmpty() ? name : path + "." + name, places)
                        .refused("the format has no such name here; accepted are " + String.join(", ", names));
            }
        }
        return this;
    }

    List<Node> items() {
        List<Json> items = as("a list", Json::items);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            nodes.add(new Node(items.get(i), path + "[" + i + "]", places));
        }
        return nodes;
    }

    /** The items of an optional list. */
    List<Node> list(String name) {
        return optional(name).map(Node::items).orElse(List.of());
    }

    Set<String> names(String field) {
        Set<String> names = new TreeSet<>();
        list(field).forEach(each -> names.add(each.name()));
        return names;
    }

    String text() {
        return as("text in quotation marks", Json::text);
    }

    String name() {
        String name = text();
        if (!NAME.matcher(name).matches()) {
            throw refused("expected a name of at most 60 letters, digits, spaces, dots and dashes");
        }
        return name;
    }

    int whole(int least, int most) {
        long number = as("a whole number", Json::whole);
        if (number < least || number > most) {
            throw refused("expected a whole number from " + least + " to " + most);
        }
        return (int) number;
    }

    int whole(String name, int least, int most, int otherwise) {
        return optional(name).map(each -> each.whole(least, most)).orElse(otherwise);
    }

    long count() {
        return as("a whole number", Json::whole);
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name).map(each -> each.as("true or false", Json::flag)).orElse(otherwise);
    }

    LocalDate date() {
        try {
            return LocalDate.parse(text());
        } catch (DateTimeException _) {
            throw refused("expected a date such as 2031-03-05");
        }
    }

    <E extends Enum<E>> E word(Class<E> words) {
        for (E word : words.getEnumConstants()) {
            if (Words.of(word).equals(text())) {
                return word;
            }
        }
        List<String> accepted =
                java.util.Arrays.stream(words.getEnumConstants()).map(Words::of).toList();
        throw refused("accepted are " + String.join(", ", accepted));
    }

    EvacuationException refused(String what) {
        return new EvacuationException(places.apply(value) + (path.isEmpty() ? "" : ", " + path) + ": " + what);
    }

    private Json.Tree tree() {
        return as("a tree in braces", Json::tree);
    }

    private <T> T as(String expected, Function<Json, T> reader) {
        try {
            return reader.apply(value);
        } catch (EntryException _) {
            throw refused("expected " + expected);
        }
    }
}
