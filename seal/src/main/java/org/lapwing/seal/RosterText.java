// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The strict reader of roster texts. It takes lines apart, builds the roster, and refuses any text that the roster would
 * not write itself, byte for byte: so there is one spelling, and no rule of order or spacing is stated twice.
 */
final class RosterText {

    private static final int LARGEST = 4 * 1024 * 1024;

    private final List<Roster.Member> members = new ArrayList<>();
    private final List<Roster.Custodian> custodians = new ArrayList<>();
    private final List<Roster.Compartment> compartments = new ArrayList<>();
    private final List<String> witnesses = new ArrayList<>();
    private final List<String> logKeys = new ArrayList<>();
    private final List<RosterSignature> signatures = new ArrayList<>();
    private int version;
    private String previous = "";
    private @Nullable LocalDate day;
    private @Nullable VerifyKey desk;
    private String gateHours = "";

    private RosterText() {}

    static SignedRoster read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new SealException("a roster has at most 4 MiB");
        }
        String[] lines = utf8(bytes).split("\n", -1);
        RosterText text = new RosterText();
        for (int i = 0; i < lines.length - 1; i++) {
            try {
                text.take(lines[i]);
            } catch (SealException refused) {
                throw new SealException("roster, line " + (i + 1) + ": " + refused.getMessage(), refused);
            }
        }
        SignedRoster read = text.signed();
        int differs = Arrays.mismatch(bytes, read.bytes());
        if (differs >= 0) {
            int line = 1
                    + (int) utf8Prefix(bytes, differs)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new SealException("roster, line " + line
                    + ": out of order, repeated or spelled otherwise; accepted is exactly what Lapwing writes");
        }
        return read;
    }

    private void take(String line) {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case Roster.FIRST_LINE -> words(words, 1);
            case "version" -> version = number(words(words, 2)[1]);
            case "previous" -> previous = words(words, 2)[1].equals(RosterRules.NONE) ? "" : words[1];
            case "day" -> day = date(words(words, 2)[1]);
            case "member" -> members.add(member(words(words, 7)));
            case "custodian" ->
                custodians.add(new Roster.Custodian(words(words, 4)[1], words[2], HybridRecipient.parse(words[3])));
            case "compartment" -> compartments.add(compartment(words(words, 5)));
            case "witness" -> witnesses.add(words(words, 2)[1]);
            case "log" -> logKeys.add(words(words, 2)[1]);
            case "desk" -> desk = VerifyKey.of(base64(words(words, 2)[1]));
            case "gate-hours" ->
                gateHours = line.substring("gate-hours".length()).strip();
            case "signature" -> signatures.add(RosterSignature.parse(line));
            default -> throw new SealException("begins with no word of a roster");
        }
    }

    private SignedRoster signed() {
        LocalDate made = day;
        if (made == null) {
            throw new SealException("roster: has no line \"day\"; accepted is a text that begins \"" + Roster.FIRST_LINE
                    + "\", then version, previous and day");
        }
        Roster roster = new Roster(
                version,
                previous,
                made,
                members,
                custodians,
                compartments,
                witnesses,
                logKeys,
                Optional.ofNullable(desk),
                gateHours);
        return new SignedRoster(roster, signatures);
    }

    private static Roster.Member member(String[] words) {
        Set<Duty> duties = new HashSet<>();
        for (String word : list(words[3])) {
            duties.add(Duty.of(word)
                    .orElseThrow(() -> new SealException("names an unknown duty; accepted are "
                            + Arrays.stream(Duty.values()).map(Duty::word).toList())));
        }
        return new Roster.Member(
                words[1],
                words[2],
                duties,
                HybridRecipient.parse(words[4]),
                VerifyKey.of(base64(words[5])),
                PqVerifyKey.of(base64(words[6])));
    }

    private static Roster.Compartment compartment(String[] words) {
        return new Roster.Compartment(
                words[1], number(words[2]), HybridRecipient.parse(words[4]), new HashSet<>(list(words[3])));
    }

    private static List<String> list(String word) {
        return word.equals(RosterRules.NONE) ? List.of() : List.of(word.split(",", -1));
    }

    private static String[] words(String[] words, int count) {
        if (words.length != count) {
            throw new SealException(
                    "\"" + words[0] + "\" has " + (count - 1) + " words after it, not " + (words.length - 1));
        }
        return words;
    }

    private static int number(String word) {
        try {
            return Integer.parseInt(word);
        } catch (NumberFormatException notOne) {
            throw new SealException("a number was expected", notOne);
        }
    }

    static LocalDate date(String word) {
        try {
            return LocalDate.parse(word);
        } catch (DateTimeException notOne) {
            throw new SealException("a day was expected, such as 2026-11-22", notOne);
        }
    }

    static byte[] base64(String word) {
        try {
            return Base64.getDecoder().decode(word);
        } catch (IllegalArgumentException notBase64) {
            throw new SealException("base64 was expected", notBase64);
        }
    }

    static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new SealException("this text is not UTF-8", notUtf8);
        }
    }

    private static String utf8Prefix(byte[] bytes, int length) {
        return new String(bytes, 0, Math.min(length, bytes.length), StandardCharsets.UTF_8);
    }
}
