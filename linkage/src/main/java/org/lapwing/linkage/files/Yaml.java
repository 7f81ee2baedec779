// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lapwing.linkage.LinkageException;

/**
 * The part of YAML that model files are written in: maps by indentation of two spaces, lists of maps with a dash, lists of
 * scalars in brackets, scalars plain or in double quotes with backslash escapes. Everything else is refused with its line.
 */
final class Yaml {
    /** A model nests four deep; a file that nests without end must not end the stack. */
    private static final int DEEPEST_INDENT = 20;

    private final String file;
    private final List<String> lines;
    private int at;

    private Yaml(String file, List<String> lines) {
        this.file = file;
        this.lines = lines;
    }

    static Map<String, Object> read(String text, String file) {
        Yaml yaml = new Yaml(file, text.lines().toList());
        Map<String, Object> map = yaml.map(0);
        if (yaml.at < yaml.lines.size()) {
            throw yaml.refused("this line does not belong to anything above it");
        }
        return map;
    }

    LinkageException refused(String why) {
        return new LinkageException(file + ", line " + (at + 1) + ": " + why
                + "; accepted: a model file as `lapwing link` writes it, docs/formats/linkage.md");
    }

    private boolean skip() {
        while (at < lines.size()
                && (lines.get(at).isBlank() || lines.get(at).strip().startsWith("#"))) {
            at++;
        }
        return at < lines.size();
    }

    private int indent() {
        String line = lines.get(at);
        return line.length() - line.stripLeading().length();
    }

    private Map<String, Object> map(int indent) {
        if (indent > DEEPEST_INDENT) {
            throw refused("it is nested deeper than any model");
        }
        Map<String, Object> map = new LinkedHashMap<>();
        while (skip() && indent() == indent && !lines.get(at).strip().startsWith("- ")) {
            entry(lines.get(at).strip(), indent, map);
        }
        return map;
    }

    private void entry(String line, int indent, Map<String, Object> map) {
        int[] end = {0};
        String key = scalar(line, end);
        if (end[0] >= line.length() || line.charAt(end[0]) != ':') {
            throw refused("a name with a colon is missing");
        }
        String rest = line.substring(end[0] + 1).strip();
        if (map.containsKey(key)) {
            throw refused("\"" + key + "\" stands here twice");
        }
        if (rest.isEmpty()) {
            at++;
            boolean items = skip() && lines.get(at).strip().startsWith("- ");
            map.put(key, items ? items(indent + 2) : map(indent + 2));
        } else {
            map.put(key, value(rest));
            at++;
        }
    }

    private List<Object> items(int indent) {
        List<Object> items = new ArrayList<>();
        while (skip() && indent() == indent && lines.get(at).strip().startsWith("- ")) {
            Map<String, Object> item = new LinkedHashMap<>();
            entry(lines.get(at).strip().substring(2), indent + 2, item);
            item.putAll(map(indent + 2));
            items.add(item);
        }
        return items;
    }

    private Object value(String text) {
        if (!text.startsWith("[")) {
            int[] end = {0};
            String scalar = text.startsWith("\"") ? scalar(text, end) : text;
            return scalar;
        }
        List<Object> values = new ArrayList<>();
        int i = past(text, 1);
        while (i < text.length() && text.charAt(i) != ']') {
            int[] end = {i};
            values.add(scalar(text, end));
            i = past(text, end[0]);
            if (i < text.length() && text.charAt(i) == ',') {
                i = past(text, i + 1);
            } else if (i < text.length() && text.charAt(i) != ']') {
                throw refused("a comma is missing between two values");
            }
        }
        if (i >= text.length()) {
            throw refused("a bracket is not closed");
        }
        if (i < text.length() - 1) {
            throw refused("something follows a closed bracket");
        }
        return values;
    }

    /** Where the white space that begins at {@code from} ends. */
    private static int past(String text, int from) {
        int i = from;
        while (i < text.length() && Character.isWhitespace(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** A quoted or plain scalar from {@code end} on, which becomes where it ends. */
    private String scalar(String text, int[] end) {
        StringBuilder out = new StringBuilder();
        int from = end[0];
        int i = from;
        if (text.startsWith("\"", from)) {
            for (i = from + 1; i < text.length() && text.charAt(i) != '"'; i++) {
                if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                    i++;
                }
                out.append(text.charAt(i));
            }
            if (i >= text.length()) {
                throw refused("a quotation mark is not closed");
            }
            end[0] = i + 1;
            return out.toString();
        }
        while (i < text.length() && ":,]".indexOf(text.charAt(i)) < 0) {
            i++;
        }
        end[0] = i;
        return text.substring(from, i).strip();
    }

    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\p{Cntrl}]", " ") + '"';
    }
}
