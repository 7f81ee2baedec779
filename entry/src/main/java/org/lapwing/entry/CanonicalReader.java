// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one value, and lets nothing through that {@link CanonicalJson#encode} would have written otherwise: so the bytes
 * need not be written again to be compared. Used once.
 */
final class CanonicalReader {
    /** Deeper nesting than this is refused: no entry needs it, and a parser must not be made to overflow. */
    private static final int DEEPEST = 32;

    /** What a decoder that refuses nothing writes for bytes that are no UTF-8. */
    private static final char REPLACED = '\ufffd';

    private final byte[] bytes;
    private int at;

    CanonicalReader(byte[] bytes) {
        this.bytes = bytes;
    }

    Json whole() {
        Json value = value(0);
        if (at != bytes.length) {
            throw bad("something follows the value");
        }
        return value;
    }

    private Json value(int depth) {
        if (depth > DEEPEST) {
            throw bad("nested deeper than " + DEEPEST);
        }
        return switch (peek()) {
            case '"' -> new Json.Text(string());
            case '{' -> tree(depth);
            case '[' -> items(depth);
            case 't' -> flag("true", true);
            case 'f' -> flag("false", false);
            default -> number();
        };
    }

    private Json tree(int depth) {
        at++;
        List<String> keys = new ArrayList<>();
        List<Json> values = new ArrayList<>();
        if (peek() != '}') {
            do {
                String key = key();
                int order = keys.isEmpty() ? -1 : keys.getLast().compareTo(key);
                if (order >= 0) {
                    throw order == 0 ? bad("a key stands twice") : notCanonical("keys are in order");
                }
                expect(':');
                keys.add(key);
                values.add(value(depth + 1));
            } while (goesOn('}'));
        } else {
            at++;
        }
        return new Json.Tree(Sorted.inOrder(keys, values));
    }

    private String key() {
        if (peek() != '"') {
            throw bad("expected a key");
        }
        return string();
    }

    private Json items(int depth) {
        at++;
        List<Json> values = new ArrayList<>();
        if (peek() != ']') {
            do {
                values.add(value(depth + 1));
            } while (goesOn(']'));
        } else {
            at++;
        }
        return new Json.Items(values);
    }

    /** Passes a comma or the closing bracket. */
    private boolean goesOn(char closing) {
        if (peek() == closing) {
            at++;
            return false;
        }
        expect(',');
        return true;
    }

    private String string() {
        int from = ++at;
        int seen = 0;
        int end = from;
        while (end < bytes.length
                && bytes[end] != '"'
                && bytes[end] != '\\'
                && (bytes[end] < 0 || bytes[end] >= 0x20)) {
            seen |= bytes[end++];
        }
        at = end;
        String plain = seen >= 0 ? new String(bytes, from, end - from, ISO_8859_1) : unicode(from, end);
        if (peek() == '"') {
            at++;
            return plain;
        }
        StringBuilder out = new StringBuilder(plain);
        while (peek() == '\\') {
            at++;
            out.append(escaped());
            from = at;
            while (at < bytes.length && bytes[at] != '"' && bytes[at] != '\\' && (bytes[at] < 0 || bytes[at] >= 0x20)) {
                at++;
            }
            out.append(unicode(from, at));
        }
        if (peek() != '"') {
            throw bad("a control character stands unescaped");
        }
        at++;
        return out.toString();
    }

    private String unicode(int from, int end) {
        String text = new String(bytes, from, end - from, UTF_8);
        if (text.indexOf(REPLACED) >= 0) {
            try {
                UTF_8.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes, from, end - from));
            } catch (CharacterCodingException e) {
                throw new EntryException("JSON is not valid UTF-8", e);
            }
        }
        return text;
    }

    /** RFC 8785, 3.2.2.2: what has a short escape is written by it, other control characters by four lower-case digits. */
    private char escaped() {
        int c = peek();
        at++;
        return switch (c) {
            case '"', '\\' -> (char) c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> control();
            default -> throw bad("an escape is unknown");
        };
    }

    private char control() {
        if (at + 4 > bytes.length) {
            throw bad("an escape is cut off");
        }
        int code = 0;
        for (int i = 0; i < 4; i++, at++) {
            int digit = Character.digit(bytes[at], 16);
            if (digit < 0) {
                throw bad("an escape is not four hex digits");
            }
            if (bytes[at] >= 'A' && bytes[at] <= 'F') {
                throw notCanonical("an escape's digits are lower-case");
            }
            code = code * 16 + digit;
        }
        if (code >= 0x20 || code == '\b' || code == '\t' || code == '\n' || code == '\f' || code == '\r') {
            throw notCanonical("only control characters without a short escape are written by their number");
        }
        return (char) code;
    }

    private Json number() {
        int from = at;
        if (peek() == '-') {
            at++;
        }
        int digits = at;
        long value = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            if (at - from > 16) {
                throw bad("expected a value");
            }
            value = 10 * value + (bytes[at++] - '0');
        }
        if (at == digits) {
            throw bad("expected a value");
        }
        boolean negative = digits > from;
        if (bytes[digits] == '0' && (at > digits + 1 || negative)) {
            throw notCanonical("a number has no zero in front");
        }
        return new Json.Whole(negative ? -value : value);
    }

    private Json flag(String word, boolean value) {
        for (int i = 0; i < word.length(); i++, at++) {
            if (peek() != word.charAt(i)) {
                throw bad("expected a value");
            }
        }
        return new Json.Flag(value);
    }

    private int peek() {
        if (at >= bytes.length) {
            throw bad("the value is cut off");
        }
        return bytes[at];
    }

    private void expect(char c) {
        if (peek() != c) {
            throw bad("expected '" + c + "'");
        }
        at++;
    }

    private EntryException notCanonical(String rule) {
        return new EntryException("JSON, offset " + at + ": not in canonical form (RFC 8785): " + rule);
    }

    private EntryException bad(String what) {
        return new EntryException("JSON, offset " + at + ": " + what);
    }
}
