// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One account's file, taken apart: the words as told, where in them names stand, which stretch each claim quotes.
 *
 * @param words as told, every mark replaced by the words said
 */
record DemoAccount(
        DemoHeaders headers,
        String words,
        List<Mark> marks,
        Map<String, Stretch> excerpts,
        List<Claim> claims,
        Optional<Rendering> rendering) {
    /** Code points of the words, end excluded. */
    record Stretch(int from, int to) {}

    /** @param kind P, L or C */
    record Mark(char kind, String key, Stretch at) {}

    record Claim(String key, Map<String, String> parts) {
        Optional<String> part(String name) {
            return Optional.ofNullable(parts.get(name)).flatMap(DemoFiles::some);
        }
    }

    /** @param words with marks in them, as the file has them */
    record Rendering(String translator, String checker, String words) {}

    private static final Pattern PART = Pattern.compile(" ([a-z]+)=(\"[^\"]*\"|\\S+)");
    private static final Pattern RENDERING =
            Pattern.compile("\n=== en, translator ([a-z-]+), checked by ([a-z-]+)\n(.*)", Pattern.DOTALL);

    static DemoAccount parse(String text) {
        Matcher rendered = RENDERING.matcher(text);
        Optional<Rendering> rendering = rendered.find()
                ? Optional.of(new Rendering(
                        rendered.group(1), rendered.group(2), rendered.group(3).strip()))
                : Optional.empty();
        String told = rendering.isPresent() ? text.substring(0, rendered.start()) : text;
        String[] parts = DemoFiles.body(told).split("\n---\n?", 2);
        Scanner scanner = new Scanner(parts[0].strip());
        scanner.scan();
        var claims = new ArrayList<Claim>();
        for (String line : (parts.length > 1 ? parts[1] : "").split("\n")) {
            if (line.startsWith("c")) {
                claims.add(claim(line));
            }
        }
        return new DemoAccount(
                DemoFiles.headers(told), scanner.out.toString(), scanner.marks, scanner.excerpts, claims, rendering);
    }

    private static Claim claim(String line) {
        var parts = new LinkedHashMap<String, String>();
        Matcher part = PART.matcher(line);
        while (part.find()) {
            String value = part.group(2);
            parts.put(part.group(1), value.startsWith("\"") ? value.substring(1, value.length() - 1) : value);
        }
        return new Claim(line.substring(0, line.indexOf(' ')), parts);
    }

    /** Reads marks and excerpts, which may hold marks, counting code points as it writes. */
    private static final class Scanner {
        private final String in;
        private final StringBuilder out = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();
        private final Map<String, Stretch> excerpts = new HashMap<>();
        private int points;

        Scanner(String in) {
            this.in = in;
        }

        void scan() {
            String open = null;
            int openAt = 0;
            int at = 0;
            while (at < in.length()) {
                if (in.startsWith("[[", at)) {
                    int colon = in.indexOf(": ", at);
                    open = in.substring(at + 2, colon);
                    openAt = points;
                    at = colon + 2;
                } else if (open != null && in.startsWith("]]", at)) {
                    excerpts.put(open, new Stretch(openAt, points));
                    open = null;
                    at += 2;
                } else if (in.charAt(at) == '{') {
                    int bar = in.indexOf('|', at);
                    int end = in.indexOf('}', at);
                    int from = points;
                    write(in.substring(bar + 1, end));
                    marks.add(new Mark(in.charAt(at + 1), in.substring(at + 3, bar), new Stretch(from, points)));
                    at = end + 1;
                } else {
                    int point = in.codePointAt(at);
                    write(Character.toString(point));
                    at += Character.charCount(point);
                }
            }
        }

        private void write(String words) {
            out.append(words);
            points += words.codePointCount(0, words.length());
        }
    }
}
