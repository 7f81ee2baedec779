// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an entry is about, before its body is opened.
 *
 * @param kind the kind's name, for example {@code ClaimCoded}; with {@code version} it fixes what the slots mean
 * @param author the member who signed
 * @param time in whole seconds
 * @param subjects at most eight; a later entry on one of them makes a page that was drawn earlier stale
 * @param shredKey the key whose destruction erases the body
 */
public record Header(
        Id id, String kind, int version, String compartment, Id author, Instant time, List<Id> subjects, Id shredKey) {
    /** The header is sealed in one fixed size; its plaintext may have at most this many bytes. */
    public static final int MOST_BYTES = 510;

    public static final int MOST_SUBJECTS = 8;

    public Header {
        time = time.truncatedTo(ChronoUnit.SECONDS);
        subjects = List.copyOf(subjects);
        if (!isKind(kind)) {
            throw new EntryException("a kind's name has 2 to 32 letters and begins with a capital");
        }
        if (!isCompartment(compartment)) {
            throw new EntryException("a compartment's name has 1 to 24 lower-case letters");
        }
        if (subjects.size() > MOST_SUBJECTS) {
            throw new EntryException("an entry has at most 8 subjects, not " + subjects.size());
        }
    }

    private static boolean isKind(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'A' && c <= 'Z') && !(i > 0 && c >= 'a' && c <= 'z')) {
                return false;
            }
        }
        return text.length() >= 2 && text.length() <= 32;
    }

    private static boolean isCompartment(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(i > 0 && c == '-')) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= 24;
    }

    public byte[] encode() {
        return CanonicalJson.encode(Json.tree(Map.of(
                "author", Json.of(author),
                "compartment", Json.of(compartment),
                "id", Json.of(id),
                "kind", Json.of(kind),
                "shred", Json.of(shredKey),
                "subjects", Json.items(subjects.stream().map(Json::of).toList()),
                "time", Json.of(time.toString()),
                "version", Json.of(version))));
    }

    /** @throws EntryException unless the bytes are those that {@link #encode} would give */
    public static Header decode(byte[] bytes) {
        Header usual = new HeaderText(bytes).read();
        return usual == null ? parsed(bytes) : usual;
    }

    private static Header parsed(byte[] bytes) {
        Json.Tree tree = CanonicalJson.parse(bytes).tree();
        Header header;
        try {
            header = new Header(
                    Id.parse(tree.get("id").text()),
                    tree.get("kind").text(),
                    Math.toIntExact(tree.get("version").whole()),
                    tree.get("compartment").text(),
                    Id.parse(tree.get("author").text()),
                    Instant.parse(tree.get("time").text()),
                    tree.get("subjects").items().stream()
                            .map(each -> Id.parse(each.text()))
                            .toList(),
                    Id.parse(tree.get("shred").text()));
        } catch (DateTimeException | ArithmeticException e) {
            throw new EntryException("a header's time or version is not in its form", e);
        }
        if (!Arrays.equals(header.encode(), bytes)) {
            throw new EntryException("a header has exactly its eight keys, and its time is in whole seconds");
        }
        return header;
    }

    /** SHA-256 over the plaintext. The random id keeps it from being guessed. */
    public byte[] hash() {
        return FieldTree.sha256().digest(encode());
    }

    /** What binds the sealed body to this header; see {@code docs/formats/seal.md}. */
    public byte[] context() {
        return CanonicalJson.join(
                id.bytes(), ("\0" + kind + "\0" + compartment + "\0" + version).getBytes(StandardCharsets.UTF_8));
    }
}
