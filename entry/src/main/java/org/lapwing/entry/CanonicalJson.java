// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The one encoding: RFC 8785 (JSON Canonicalization Scheme) restricted to what {@link Json} can hold. A reader accepts
 * only bytes that it would itself have written, so a value has exactly one form and a hash over it means something.
 */
public final class CanonicalJson {
    /** Deeper nesting than this is refused: no entry needs it, and a parser must not be made to overflow. */
    static final int DEEPEST = 32;

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private CanonicalJson() {}

    public static byte[] encode(Json value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Json value) {
        return new String(encode(value), StandardCharsets.UTF_8);
    }

    /** @throws EntryException when the bytes are not the canonical form of exactly one value */
    public static Json parse(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new EntryException("JSON is not valid UTF-8", e);
        }
        Reader reader = new Reader(text);
        Json value = reader.value(0);
        reader.end();
        if (!Arrays.equals(encode(value), bytes)) {
            throw new EntryException("JSON is not in canonical form (RFC 8785)");
        }
        return value;
    }

    private static void write(Json value, StringBuilder out) {
        switch (value) {
            case Json.Text(String text) -> quote(text, out);
            case Json.Whole(long whole) -> out.append(whole);
            case Json.Flag(boolean flag) -> out.append(flag);
            case Json.Items(List<Json> items) -> {
                out.append('[');
                for (int i = 0; i < items.size(); i++) {
                    if (i > 0) {
                        out.append(',');
                    }
                    write(items.get(i), out);
                }
                out.append(']');
            }
            case Json.Tree(var values) -> {
                out.append('{');
                boolean first = true;
                for (var each : values.entrySet()) {
                    if (!first) {
                        out.append(',');
                    }
                    first = false;
                    quote(each.getKey(), out);
                    out.append(':');
                    write(each.getValue(), out);
                }
                out.append('}');
            }
        }
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** Reads the grammar without white space; what it lets through is compared with its own encoding afterwards. */
    private static final class Reader {
        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        Json value(int depth) {
            if (depth > DEEPEST) {
                throw bad("nested deeper than " + DEEPEST);
            }
            return switch (peek()) {
                case '"' -> new Json.Text(string());
                case '{' -> object(depth);
                case '[' -> array(depth);
                case 't' -> word("true", true);
                case 'f' -> word("false", false);
                default -> number();
            };
        }

        void end() {
            if (at != text.length()) {
                throw bad("something follows the value");
            }
        }

        private Json object(int depth) {
            at++;
            var values = new TreeMap<String, Json>();
            if (peek() == '}') {
                at++;
                return new Json.Tree(values);
            }
            while (true) {
                if (peek() != '"') {
                    throw bad("expected a key");
                }
                String key = string();
                expect(':');
                if (values.put(key, value(depth + 1)) != null) {
                    throw bad("a key stands twice");
                }
                if (peek() == '}') {
                    at++;
                    return new Json.Tree(values);
                }
                expect(',');
            }
        }

        private Json array(int depth) {
            at++;
            var values = new ArrayList<Json>();
            if (peek() == ']') {
                at++;
                return new Json.Items(values);
            }
            while (true) {
                values.add(value(depth + 1));
                if (peek() == ']') {
                    at++;
                    return new Json.Items(values);
                }
                expect(',');
            }
        }

        private String string() {
            at++;
            StringBuilder out = new StringBuilder();
            while (true) {
                char c = peek();
                at++;
                if (c == '"') {
                    return out.toString();
                } else if (c == '\\') {
                    out.append(escaped());
                } else if (c < 0x20) {
                    throw bad("a control character stands unescaped");
                } else {
                    out.append(c);
                }
            }
        }

        private char escaped() {
            char c = peek();
            at++;
            return switch (c) {
                case '"', '\\' -> c;
                case 'b' -> '\b';
                case 't' -> '\t';
                case 'n' -> '\n';
                case 'f' -> '\f';
                case 'r' -> '\r';
                case 'u' -> {
                    if (at + 4 > text.length()) {
                        throw bad("an escape is cut off");
                    }
                    int code = 0;
                    for (int i = 0; i < 4; i++) {
                        int digit = Character.digit(text.charAt(at++), 16);
                        if (digit < 0) {
                            throw bad("an escape is not four hex digits");
                        }
                        code = code * 16 + digit;
                    }
                    yield (char) code;
                }
                default -> throw bad("an escape is unknown");
            };
        }

        private Json number() {
            int from = at;
            if (peek() == '-') {
                at++;
            }
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == from || at - from > 17) {
                throw bad("expected a value");
            }
            try {
                return new Json.Whole(Long.parseLong(text, from, at, 10));
            } catch (NumberFormatException e) {
                throw new EntryException("JSON, offset " + at + ": expected a whole number", e);
            }
        }

        private Json word(String word, boolean value) {
            if (!text.startsWith(word, at)) {
                throw bad("expected a value");
            }
            at += word.length();
            return new Json.Flag(value);
        }

        private char peek() {
            if (at >= text.length()) {
                throw bad("the value is cut off");
            }
            return text.charAt(at);
        }

        private void expect(char c) {
            if (peek() != c) {
                throw bad("expected '" + c + "'");
            }
            at++;
        }

        private EntryException bad(String what) {
            return new EntryException("JSON, offset " + at + ": " + what);
        }
    }

    /** Joins byte arrays: the concatenation sign of the format documents. */
    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
