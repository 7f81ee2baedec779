// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text and the signatures under it: C2SP signed-note v1.0.0. Parsing checks the form only, strictly; whoever holds
 * the keys verifies. {@link #format} gives back exactly what was parsed.
 *
 * @param text ends in a newline, and is what the signatures are about
 */
public record Note(String text, List<Signature> signatures) {
    /** Signatures accepted in one note, and what so many post-quantum ones need. */
    public static final int MAX_SIGNATURES = 16;

    public static final int MAX_BYTES = 128 * 1024;

    private static final String DASH = "\u2014 ";

    /**
     * One signature line.
     *
     * @param keyId the first four bytes that name the key together with {@code keyName}
     */
    public record Signature(String keyName, int keyId, byte[] bytes) {
        String line() {
            byte[] all = ByteBuffer.allocate(Integer.BYTES + bytes.length)
                    .putInt(keyId)
                    .put(bytes)
                    .array();
            return DASH + keyName + " " + Base64.getEncoder().encodeToString(all) + "\n";
        }

        private boolean by(String name, int id) {
            return keyName.equals(name) && keyId == id;
        }
    }

    public Note {
        signatures = List.copyOf(signatures);
    }

    public static Reading<Note> parse(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return refused("it has more than " + MAX_BYTES + " bytes");
        }
        Optional<String> text = Canonical.utf8(bytes);
        return text.isEmpty() ? refused("it is not UTF-8") : parse(text.get());
    }

    public static Reading<Note> parse(String note) {
        if (note.length() > MAX_BYTES || !Canonical.encodable(note)) {
            return refused("it has more than " + MAX_BYTES + " characters or is not Unicode");
        }
        if (note.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            return refused("it has a control character other than newline");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0) {
            return refused("no blank line sets its signatures apart");
        }
        if (!note.endsWith("\n") || blank + 2 == note.length()) {
            return refused("it does not end with a signature line and a newline");
        }
        String[] lines = note.substring(blank + 2, note.length() - 1).split("\n", -1);
        if (lines.length > MAX_SIGNATURES) {
            return refused("it has more than " + MAX_SIGNATURES + " signatures");
        }
        List<Signature> signatures = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String line : lines) {
            Optional<Signature> signature = signature(line);
            if (signature.isEmpty()) {
                return refused(
                        "line " + (signatures.size() + 1)
                                + " of its signatures is not an em dash, a key name and canonical base64, one space between each");
            }
            if (!seen.add(signature.get().keyName() + " " + signature.get().keyId())) {
                return refused("one key signed it twice");
            }
            signatures.add(signature.get());
        }
        return new Reading.Read<>(new Note(note.substring(0, blank + 1), signatures));
    }

    private static Optional<Signature> signature(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            return Optional.empty();
        }
        String name = line.substring(DASH.length(), space);
        if (!isKeyName(name)) {
            return Optional.empty();
        }
        return Canonical.base64(line.substring(space + 1))
                .filter(all -> all.length > Integer.BYTES)
                .map(all -> new Signature(
                        name, ByteBuffer.wrap(all).getInt(), Arrays.copyOfRange(all, Integer.BYTES, all.length)));
    }

    private static Reading<Note> refused(String reason) {
        return new Reading.Refused<>("not a signed note: " + reason);
    }

    /** Not empty, no Unicode spaces, no plus, no control characters, and at most 255 bytes as a cosignature needs. */
    static boolean isKeyName(String name) {
        return !name.isEmpty()
                && Canonical.encodable(name)
                && name.getBytes(StandardCharsets.UTF_8).length <= 255
                && name.codePoints().noneMatch(Note::unfitForName);
    }

    private static boolean unfitForName(int c) {
        return c == '+' || Character.isISOControl(c) || Character.isSpaceChar(c);
    }

    /** The signature of this key, of which a parsed note has at most one. */
    Optional<Signature> by(NoteKey key) {
        return signatures.stream()
                .filter(signature -> signature.by(key.name(), key.id()))
                .findFirst();
    }

    byte[] signedBytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public String format() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }
}
