// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * The intake key of one week, signed by a member with the intake duty, outside the roster's chain. The gate seals to the
 * newest valid one.
 *
 * @param recipient to whom reports are sealed
 * @param from the first day on which it counts
 * @param to the last, at most 13 days later
 * @param signer the member's id
 */
public record IntakeCertificate(
        HybridRecipient recipient, LocalDate from, LocalDate to, String signer, byte[] signature) {

    /** How many days one counts at most, first and last included. */
    public static final int MOST_DAYS = 14;

    private static final String FIRST_LINE = "LAPWING-INTAKE-1";

    public IntakeCertificate {
        Names.id(signer, "an intake certificate's signer");
        signature = Layout.exactly(64, signature, "an Ed25519 signature");
        long days = ChronoUnit.DAYS.between(from, to) + 1;
        if (days < 1 || days > MOST_DAYS) {
            throw new SealException("an intake certificate counts 1 to " + MOST_DAYS + " days, not " + days);
        }
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /** Valid for {@code days} days from {@code from} on. */
    public static IntakeCertificate sign(HybridRecipient recipient, LocalDate from, int days, Signer signer) {
        LocalDate to = from.plusDays(days - 1L);
        byte[] signature = signer.key().sign(signed(recipient, from, to));
        return new IntakeCertificate(recipient, from, to, signer.member(), signature);
    }

    /**
     * Reads the strict text.
     *
     * @throws SealException if it is anything but what {@link #bytes()} writes
     */
    public static IntakeCertificate parse(byte[] bytes) {
        if (bytes.length > 4096) {
            throw refused();
        }
        String[] lines = RosterText.utf8(bytes).split("\n", -1);
        if (lines.length != 6) {
            throw refused();
        }
        String[] signature = word(lines[4], "signature ").split(" ", -1);
        if (signature.length != 2) {
            throw refused();
        }
        IntakeCertificate read = new IntakeCertificate(
                HybridRecipient.parse(word(lines[3], "recipient ")),
                RosterText.date(word(lines[1], "from ")),
                RosterText.date(word(lines[2], "to ")),
                signature[0],
                RosterText.base64(signature[1]));
        if (!Arrays.equals(bytes, read.bytes())) {
            throw refused();
        }
        return read;
    }

    private static String word(String line, String name) {
        if (!line.startsWith(name)) {
            throw refused();
        }
        return line.substring(name.length());
    }

    private static SealException refused() {
        return new SealException("this is not an intake certificate: accepted are five lines, \"" + FIRST_LINE
                + "\", from, to, recipient and signature");
    }

    /** What {@link #parse} reads. */
    public byte[] bytes() {
        String text = text(recipient, from, to) + "signature " + signer + " " + RosterRules.base64(signature) + "\n";
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Why it does not count on {@code day} under {@code roster}; empty if it does. */
    public Optional<String> refusal(Roster roster, LocalDate day) {
        Optional<Roster.Member> member =
                roster.member(signer).filter(one -> one.duties().contains(Duty.INTAKE));
        if (member.isEmpty()) {
            return Optional.of("it is not signed by a member with the intake duty");
        }
        if (!member.get().ed25519().verify(signed(recipient, from, to), signature)) {
            return Optional.of("its signature does not hold");
        }
        return day.isBefore(from) || day.isAfter(to)
                ? Optional.of("it counts from " + from + " to " + to + ", not on " + day)
                : Optional.empty();
    }

    private static byte[] signed(HybridRecipient recipient, LocalDate from, LocalDate to) {
        return ("lapwing/intake/v1\n" + text(recipient, from, to)).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(HybridRecipient recipient, LocalDate from, LocalDate to) {
        return FIRST_LINE + "\nfrom " + from + "\nto " + to + "\nrecipient " + recipient + "\n";
    }

    @Override
    public String toString() {
        return "IntakeCertificate[" + from + " to " + to + "]";
    }
}
