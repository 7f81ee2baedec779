// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One account as README.md describes it.
 *
 * @param rendering the English rendering, empty where there is none; its first line names who made and who checked it
 */
record AccountFile(Map<String, String> headers, String words, List<Claim> claims, String rendering) {
    private static final Pattern EXCERPT = Pattern.compile("\\[\\[(c\\d+): (.*?)]]", Pattern.DOTALL);
    private static final Pattern MARK = Pattern.compile("\\{([PLC]):([a-z0-9-]+)\\|([^{}|]+)}");
    private static final Pattern CLAIM = Pattern.compile("(c\\d+)((?: [a-z]+=(?:\"[^\"]*\"|\\S+))+)");
    private static final Pattern PART = Pattern.compile(" ([a-z]+)=(\"[^\"]*\"|\\S+)");

    /** A claim line; {@code parts} keeps the order of the file. */
    record Claim(String key, Map<String, String> parts) {
        String part(String name) {
            return parts.getOrDefault(name, "");
        }

        List<String> list(String name) {
            return List.of(part(name).split(","));
        }
    }

    /** A marked name, place or contact. */
    record Mark(String kind, String key, String words) {}

    static AccountFile parse(String text) {
        int words = text.indexOf("\n\n");
        int claims = text.indexOf("\n---\n", words);
        var tail = text.substring(claims + 5);
        int english = tail.indexOf("=== en, ");
        var headers = new LinkedHashMap<String, String>();
        for (var line : text.substring(0, words).split("\n")) {
            var parts = line.split(": ", 2);
            headers.put(parts[0], parts[1]);
        }
        var parsed = new ArrayList<Claim>();
        (english < 0 ? tail : tail.substring(0, english)).lines().forEach(line -> parsed.add(claim(line)));
        return new AccountFile(
                headers, text.substring(words + 2, claims), parsed, english < 0 ? "" : tail.substring(english));
    }

    private static Claim claim(String line) {
        Matcher m = CLAIM.matcher(line);
        if (!m.matches()) {
            throw new AssertionError("not a claim line: " + line);
        }
        var parts = new LinkedHashMap<String, String>();
        Matcher part = PART.matcher(m.group(2));
        while (part.find()) {
            parts.put(part.group(1), part.group(2).replace("\"", ""));
        }
        return new Claim(m.group(1), parts);
    }

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** The excerpts by the key of their claim, marks resolved to the words as told; fails when a key stands twice. */
    Map<String, String> excerpts() {
        var found = new LinkedHashMap<String, String>();
        Matcher m = EXCERPT.matcher(words);
        while (m.find()) {
            if (found.put(m.group(1), told(m.group(2))) != null) {
                throw new AssertionError(header("id") + ": excerpt twice: " + m.group(1));
            }
        }
        return found;
    }

    /** The words as they were told: what the original keeps. */
    String told() {
        return told(EXCERPT.matcher(words).replaceAll("$2"));
    }

    private static String told(String marked) {
        return MARK.matcher(marked).replaceAll("$3");
    }

    List<Mark> marks() {
        return MARK.matcher(words + rendering)
                .results()
                .map(m -> new Mark(m.group(1), m.group(2), m.group(3)))
                .toList();
    }
}
