// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The one encoding: RFC 8785 (JSON Canonicalization Scheme) restricted to what {@link Json} can hold. A reader accepts
 * only bytes that it would itself have written, so a value has exactly one form and a hash over it means something.
 */
public final class CanonicalJson {
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
        return new CanonicalReader(bytes).whole();
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
        int from = 0;
        int length = text.length();
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\') {
                escape(c, out.append(text, from, i));
                from = i + 1;
            }
        }
        out.append(text, from, length).append('"');
    }

    private static void escape(char c, StringBuilder out) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append("\\u00").append(HEX[c >> 4]).append(HEX[c & 15]);
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
