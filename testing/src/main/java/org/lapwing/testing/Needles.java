// SPDX-License-Identifier: Apache-2.0
package org.lapwing.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Words and keys in every shape that a Java process, a browser's form or one of our files gives them. */
public final class Needles {
    /** @param name of the word or key, without the shape */
    private record Needle(String name, byte[] bytes) {}

    /** By their first two bytes: most places of a memory begin none. */
    private final Needle[][] byBeginning = new Needle[1 << 16][0];

    public Needles word(String name, String word) {
        for (byte[] shape : List.of(
                word.getBytes(UTF_8),
                word.getBytes(UTF_16LE),
                word.getBytes(UTF_16BE),
                URLEncoder.encode(word, UTF_8).getBytes(ISO_8859_1),
                URLEncoder.encode(word, UTF_8).replace("+", "%20").getBytes(ISO_8859_1),
                escaped(word).getBytes(ISO_8859_1),
                HexFormat.of().formatHex(word.getBytes(UTF_8)).getBytes(ISO_8859_1))) {
            add(name, shape);
        }
        if (ISO_8859_1.newEncoder().canEncode(word)) {
            add(name, word.getBytes(ISO_8859_1));
        }
        base64(name, word.getBytes(UTF_8));
        return this;
    }

    public Needles key(String name, byte[] key) {
        add(name, key);
        for (String text : List.of(
                HexFormat.of().formatHex(key), HexFormat.of().withUpperCase().formatHex(key))) {
            add(name, text.getBytes(ISO_8859_1));
            add(name, text.getBytes(UTF_16LE));
        }
        base64(name, key);
        return this;
    }

    /** As RFC 8259 allows it and some writers do it: everything beyond ASCII as its code unit. */
    private static String escaped(String word) {
        var escaped = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            char unit = word.charAt(i);
            escaped.append(unit < 0x80 ? String.valueOf(unit) : "\\u%04x".formatted((int) unit));
        }
        return escaped.toString();
    }

    /** Inside a longer text base64 has three shapes; the letters that depend on what stands beside are left out. */
    private void base64(String name, byte[] bytes) {
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            for (int before = 0; before < 3; before++) {
                byte[] shifted = new byte[before + bytes.length];
                System.arraycopy(bytes, 0, shifted, before, bytes.length);
                String text = encoder.withoutPadding().encodeToString(shifted);
                int from = before == 0 ? 0 : before + 1;
                int to = shifted.length * 8 / 6;
                add(name, text.substring(from, to).getBytes(ISO_8859_1));
            }
        }
    }

    private void add(String name, byte[] bytes) {
        if (bytes.length < 8) {
            throw new IllegalArgumentException(name + " is too short to be told from chance");
        }
        int beginning = beginning(bytes, 0);
        Needle[] same = byBeginning[beginning];
        if (Arrays.stream(same).noneMatch(each -> Arrays.equals(each.bytes(), bytes))) {
            byBeginning[beginning] = Arrays.copyOf(same, same.length + 1);
            byBeginning[beginning][same.length] = new Needle(name, bytes);
        }
    }

    private static int beginning(byte[] bytes, int at) {
        return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }

    /** Adds the names of what is among the first {@code length} bytes. */
    public void search(byte[] bytes, int length, Set<String> found) {
        for (int at = 0; at + 8 <= length; at++) {
            for (Needle each : byBeginning[beginning(bytes, at)]) {
                int end = at + each.bytes().length;
                if (end <= length && Arrays.equals(bytes, at, end, each.bytes(), 0, each.bytes().length)) {
                    found.add(each.name());
                }
            }
        }
    }
}
