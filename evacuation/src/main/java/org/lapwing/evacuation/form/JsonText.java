// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.TreeMap;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.EvacuationException;

/**
 * JSON as people write it, with white space (RFC 8259), into {@link Json}, remembering where each value stands. A string's
 * own grammar is left to {@link CanonicalJson}. Floating point and null are refused, as {@code Json} has none.
 */
final class JsonText {
    private static final int DEEPEST = 12;

    private final String text;
    /** By identity: keyed by path, long names over many values would take memory without bound. */
    private final IdentityHashMap<Json, Integer> offsets = new IdentityHashMap<>();

    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    static Node read(String text) {
        JsonText reader = new JsonText(text.startsWith("\uFEFF") ? text.substring(1) : text);
        Json value = reader.value(0);
        reader.space();
        if (reader.at < reader.text.length()) {
            throw reader.bad("something follows the value; accepted is one JSON value");
        }
        return new Node(value, "", each -> reader.where(reader.offsets.getOrDefault(each, 0)));
    }

    private Json value(int depth) {
        space();
        if (depth > DEEPEST) {
            throw bad("nested too deep");
        }
        int from = at;
        Json value = switch (peek()) {
            case '{' -> tree(depth);
            case '[' -> items(depth);
            case '"' -> text(from);
            default -> word();
        };
        offsets.put(value, from);
        return value;
    }

    private Json text(int from) {
        String string = string();
        try {
            return Json.of(string);
        } catch (EntryException _) {
            at = from;
            throw bad("a text with half of a surrogate pair");
        }
    }

    private Json tree(int depth) {
        var values = new TreeMap<String, Json>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new Json.Tree(values);
        }
        while (true) {
            space();
            if (peek() != '"') {
                throw bad("expected a name in quotation marks");
            }
            String key = string();
            space();
            expect(':');
            if (values.containsKey(key)) {
                throw bad("the name before this stands twice in one tree");
            }
            values.put(key, value(depth + 1));
            space();
            if (peek() == '}') {
                at++;
                try {
                    return new Json.Tree(values);
                } catch (EntryException _) {
                    throw bad("a name here is not plain ASCII");
                }
            }
            expect(',');
        }
    }

    private Json items(int depth) {
        List<Json> values = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new Json.Items(values);
        }
        while (true) {
            values.add(value(depth + 1));
            space();
            if (peek() == ']') {
                at++;
                return new Json.Items(values);
            }
            expect(',');
        }
    }

    private String string() {
        int from = at++;
        while (peek() != '"') {
            if (text.charAt(at) < 0x20) {
                throw bad("a control character stands inside quotation marks");
            }
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        String quoted = text.substring(from, at);
        if (quoted.indexOf('\\') < 0) {
            return quoted.substring(1, quoted.length() - 1);
        }
        return unescaped(quoted, from);
    }

    /** Canonical JSON writes a slash and most characters plain; those escapes are undone before it reads the rest. */
    private String unescaped(String quoted, int from) {
        StringBuilder out = new StringBuilder();
        int i = 1;
        while (i < quoted.length() - 1) {
            char c = quoted.charAt(i++);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            int known = "\"\\/bfnrt".indexOf(quoted.charAt(i));
            if (known >= 0) {
                out.append("\"\\/\b\f\n\r\t".charAt(known));
                i++;
            } else if (quoted.charAt(i) == 'u' && isHex(quoted, i + 1)) {
                out.append((char) Integer.parseInt(quoted, i + 1, i + 5, 16));
                i += 5;
            } else {
                throw new EvacuationException(where(from) + ": a text with an escape that JSON does not have");
            }
        }
        return out.toString();
    }

    private static boolean isHex(String text, int from) {
        return from + 4 <= text.length() && text.substring(from, from + 4).matches("[0-9a-fA-F]{4}");
    }

    private Json word() {
        int from = at;
        while (at < text.length() && "+-.0123456789abcdefghijklmnopqrstuvwxyzE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String word = text.substring(from, at);
        if (word.equals("true") || word.equals("false")) {
            return Json.of(word.equals("true"));
        }
        if (word.matches("-?(0|[1-9][0-9]{0,14})")) {
            return Json.of(Long.parseLong(word));
        }
        at = from;
        throw bad("expected text in quotation marks, a whole number, true, false, a list or a tree");
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw bad("the file ends in the middle of a value");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw bad("expected " + c);
        }
        at++;
    }

    private EvacuationException bad(String what) {
        return new EvacuationException(where(at) + ": " + what);
    }

    private String where(int offset) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(offset, text.length()); i++) {
            column = text.charAt(i) == '\n' ? 1 : column + 1;
            line += text.charAt(i) == '\n' ? 1 : 0;
        }
        return "line " + line + ", column " + column;
    }
}
