// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SizeClass;

/**
 * What is sealed as the report file: {@code report.json} of {@code docs/formats/gate.md}. Never shows itself in
 * {@link #toString()}.
 *
 * @param id of the report, the same as its folder's name: so a sealed file cannot pass for another
 * @param day on which it was sent, UTC
 * @param tongue of the page it was written on
 * @param urgent whether somebody is held or in danger now
 * @param identity the record id of the identity file beside it
 * @param receipt of the report, or under which one came back
 */
public record Submission(
        Id id,
        Kind kind,
        LocalDate day,
        Tongue tongue,
        boolean urgent,
        String words,
        List<Attachment> attachments,
        Id identity,
        Receipt receipt) {

    /** What somebody sends. */
    public enum Kind {
        /** Comes with a new receipt. */
        REPORT,
        /** More words or files under a receipt. */
        ADDITION,
        /** Takes a consent back; the words may say which. */
        WITHDRAWAL,
        /** Asks to be forgotten. */
        FORGET;

        /** As the format spells it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int MOST_FILES = 40;

    /** Most bytes that the words take inside canonical JSON. With {@link #MOST_FILES} of the longest names it fits. */
    public static final int MOST_WORD_BYTES = 30_000;

    private static final int VERSION = 1;

    public Submission {
        attachments = List.copyOf(attachments);
    }

    /** How many bytes {@code words} take, to be held against {@link #MOST_WORD_BYTES}. */
    public static int wordBytes(String words) {
        return CanonicalJson.encode(Json.of(words)).length - 2;
    }

    /** Canonical JSON that fits the smallest size class. */
    public byte[] json() {
        var values = new TreeMap<String, Json>();
        values.put("version", Json.of(VERSION));
        values.put("kind", Json.of(kind.word()));
        values.put("id", Json.of(id));
        values.put("day", Json.of(day.toString()));
        values.put("language", Json.of(tongue.tag()));
        values.put("urgent", Json.of(urgent));
        values.put("words", Json.of(words));
        values.put(
                "attachments",
                Json.items(attachments.stream().map(Attachment::json).toList()));
        values.put("identity", Json.of(identity));
        String locator = HexFormat.of().formatHex(receipt.locator());
        if (kind == Kind.REPORT) {
            values.put("locator", Json.of(locator));
            values.put("mailbox", Json.of(receipt.mailbox().recipient().toString()));
            values.put("prove", Json.of(HexFormat.of().formatHex(receipt.revealProveKey())));
        } else {
            values.put("follows", Json.of(locator));
            byte[] proven = CanonicalJson.encode(Json.tree(values));
            values.put("proof", Json.of(HexFormat.of().formatHex(receipt.prove(proven))));
        }
        byte[] json = CanonicalJson.encode(Json.tree(values));
        if (json.length > SizeClass.SMALLEST_BYTES) {
            throw new IllegalStateException("a report file is longer than its class: its limits are wrong");
        }
        return json;
    }

    /** The text that the custodians seal: nothing where neither is given. */
    public static byte[] identityText(String name, String contact) {
        if (name.isBlank() && contact.isBlank()) {
            return new byte[0];
        }
        return CanonicalJson.text(Json.tree(Map.of("name", Json.of(name), "contact", Json.of(contact))))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "Submission";
    }
}
