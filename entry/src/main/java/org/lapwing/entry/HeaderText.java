// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A header's text read in one go, character by character as {@link Header#encode} writes it: a desk reads a million of them
 * before its first page. Whatever stands otherwise is left to the parser, which knows what to say of it.
 */
final class HeaderText {
    private static final Id NOBODY = new Id(0, 0);
    private static final int TIME = "2019-05-03T09:00:00Z".length();

    private final byte[] bytes;
    private int at;
    private boolean usual = true;

    HeaderText(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The header, or null where the text is not the usual one. */
    @Nullable
    Header read() {
        pass("{\"author\":\"");
        Id author = id();
        pass("\",\"compartment\":\"");
        String compartment = word();
        pass("\",\"id\":\"");
        Id id = id();
        pass("\",\"kind\":\"");
        String kind = word();
        pass("\",\"shred\":\"");
        Id shredKey = id();
        pass("\",\"subjects\":[");
        List<Id> subjects = ids();
        pass("],\"time\":\"");
        Instant time = time();
        pass("\",\"version\":");
        int version = number();
        pass("}");
        return usual && at == bytes.length
                ? new Header(id, kind, version, compartment, author, time, subjects, shredKey)
                : null;
    }

    private void pass(String text) {
        int length = text.length();
        usual &= at + length <= bytes.length;
        for (int i = 0; usual && i < length; i++) {
            usual = bytes[at + i] == text.charAt(i);
        }
        at += length;
    }

    /** Letters and hyphens up to the next quotation mark. */
    private String word() {
        int from = at;
        while (usual && at < bytes.length && (letter(bytes[at]) || bytes[at] == '-')) {
            at++;
        }
        return usual ? new String(bytes, from, at - from, ISO_8859_1) : "";
    }

    private static boolean letter(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private Id id() {
        Id id = Id.orNull(text(Id.LENGTH));
        usual &= id != null;
        return id == null ? NOBODY : id;
    }

    private String text(int length) {
        usual &= at + length <= bytes.length;
        at += length;
        return usual ? new String(bytes, at - length, length, ISO_8859_1) : "";
    }

    private List<Id> ids() {
        List<Id> ids = new ArrayList<>();
        while (usual && at < bytes.length && bytes[at] != ']') {
            pass(ids.isEmpty() ? "\"" : ",\"");
            ids.add(id());
            pass("\"");
        }
        return ids;
    }

    /** A version: digits without a zero in front. */
    private int number() {
        int from = at;
        int number = 0;
        while (usual && at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            usual = at - from < 9;
            number = 10 * number + (bytes[at] - '0');
            at++;
        }
        usual = usual && at > from && (bytes[from] != '0' || at == from + 1);
        return number;
    }

    private Instant time() {
        String text = text(TIME);
        usual = usual
                && text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == 'Z';
        int year = two(text, 0) * 100 + two(text, 2);
        int month = two(text, 5);
        int day = two(text, 8);
        int hour = two(text, 11);
        int minute = two(text, 14);
        int second = two(text, 17);
        usual &= hour < 24 && minute < 60 && second < 60;
        try {
            return usual
                    ? Instant.ofEpochSecond(
                            LocalDate.of(year, month, day).toEpochDay() * 86_400 + hour * 3600L + minute * 60L + second)
                    : Instant.EPOCH;
        } catch (DateTimeException _) {
            usual = false;
            return Instant.EPOCH;
        }
    }

    private int two(String text, int from) {
        if (!usual) {
            return 0;
        }
        int tens = text.charAt(from) - '0';
        int ones = text.charAt(from + 1) - '0';
        usual = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
        return 10 * tens + ones;
    }
}
