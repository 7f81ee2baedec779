// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One version of the signed roster: the root of trust of gate, desk, custodians and verifiers, who accept nothing that it
 * does not carry. Made by {@link RosterDraft}, trusted only as {@link RosterChain} hands it out. Immutable.
 *
 * @param version from 1
 * @param previous SHA-256 of the text of the version before, in hexadecimal; empty for version 1
 * @param day when it was made; never before the version before
 * @param members sorted by id, as all lists are; at least one
 * @param compartments one for each epoch that is still in use
 * @param logKeys the log's verifier keys, as C2SP signed-note spells them
 * @param desk whose signature the gate's second listener asks for
 * @param gateHours when the gate is collected, in words; may be empty
 */
public record Roster(
        int version,
        String previous,
        LocalDate day,
        List<Member> members,
        List<Custodian> custodians,
        List<Compartment> compartments,
        List<String> witnesses,
        List<String> logKeys,
        Optional<VerifyKey> desk,
        String gateHours) {

    static final String FIRST_LINE = "LAPWING-ROSTER-1";

    /** What the name of the log of published findings has behind the name of the desk's own. */
    public static final String PUBLISHED_LOG = "/published";

    public Roster {
        members = members.stream().sorted(Comparator.comparing(Member::id)).toList();
        custodians =
                custodians.stream().sorted(Comparator.comparing(Custodian::id)).toList();
        compartments = compartments.stream()
                .sorted(Comparator.comparing(Compartment::name).thenComparingInt(Compartment::epoch))
                .toList();
        witnesses = witnesses.stream().sorted().toList();
        logKeys = logKeys.stream().sorted().toList();
        RosterRules.check(version, previous, members, custodians, compartments);
        RosterRules.checkLines(witnesses, logKeys, gateHours);
    }

    /** The keys of the desk's own log. */
    public List<String> ownLogKeys() {
        return logKeys.stream().filter(line -> !isPublished(line)).toList();
    }

    /** The keys of the log that the world sees. */
    public List<String> publishedLogKeys() {
        return logKeys.stream().filter(Roster::isPublished).toList();
    }

    private static boolean isPublished(String verifierKey) {
        return verifierKey.substring(0, verifierKey.indexOf('+')).endsWith(PUBLISHED_LOG);
    }

    /**
     * A member.
     *
     * @param id 26 characters of base32, for ever
     * @param handle the code name under which colleagues know them; unique
     */
    public record Member(
            String id,
            String handle,
            Set<Duty> duties,
            HybridRecipient recipient,
            VerifyKey ed25519,
            PqVerifyKey mlDsa44) {

        public Member {
            Names.id(id, "a member's id");
            RosterRules.handle(handle);
            duties = Set.copyOf(duties);
        }

        /** The public half of {@code keys}. */
        public static Member of(String id, String handle, Set<Duty> duties, MemberKeys keys) {
            return new Member(
                    id,
                    handle,
                    duties,
                    keys.identity().recipient(),
                    keys.signing().verifyKey(),
                    keys.pqSigning().verifyKey());
        }

        String line() {
            return String.join(
                    " ",
                    "member",
                    id,
                    handle,
                    RosterRules.commaList(
                            duties.stream().sorted().map(Duty::word).toList()),
                    recipient.toString(),
                    RosterRules.base64(ed25519.bytes()),
                    RosterRules.base64(mlDsa44.bytes()));
        }
    }

    /** A keeper of shares of identities; the private key never enters the desk. */
    public record Custodian(String id, String handle, HybridRecipient recipient) {

        public Custodian {
            Names.id(id, "a custodian's id");
            RosterRules.handle(handle);
        }

        String line() {
            return String.join(" ", "custodian", id, handle, recipient.toString());
        }
    }

    /** A compartment's epoch: to whom others seal, and who holds it (members' ids, sorted). */
    public record Compartment(String name, int epoch, HybridRecipient recipient, Set<String> holders) {

        public Compartment {
            Names.name(name, "a compartment's name");
            holders = Set.copyOf(holders);
        }

        public static Compartment of(Epoch epoch, Set<String> holders) {
            return new Compartment(
                    epoch.compartment(), epoch.number(), epoch.identity().recipient(), holders);
        }

        String line() {
            return String.join(
                    " ",
                    "compartment",
                    name,
                    Integer.toString(epoch),
                    RosterRules.commaList(List.copyOf(new TreeSet<>(holders))),
                    recipient.toString());
        }
    }

    public Optional<Member> member(String id) {
        return members.stream().filter(member -> member.id().equals(id)).findFirst();
    }

    /** The newest epoch of a compartment. */
    public Optional<Compartment> compartment(String name) {
        return compartments.stream()
                .filter(compartment -> compartment.name().equals(name))
                .reduce((older, newer) -> newer);
    }

    public Optional<Compartment> compartment(String name, int epoch) {
        return compartments.stream()
                .filter(compartment -> compartment.name().equals(name) && compartment.epoch() == epoch)
                .findFirst();
    }

    public List<Member> membersWith(Duty duty) {
        return members.stream().filter(member -> member.duties().contains(duty)).toList();
    }

    /** What is signed, without the signatures: lines in a fixed order, each ended by a line feed. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(text, FIRST_LINE);
        line(text, "version " + version);
        line(text, "previous " + (previous.isEmpty() ? RosterRules.NONE : previous));
        line(text, "day " + day);
        members.forEach(member -> line(text, member.line()));
        custodians.forEach(custodian -> line(text, custodian.line()));
        compartments.forEach(compartment -> line(text, compartment.line()));
        witnesses.forEach(witness -> line(text, "witness " + witness));
        logKeys.forEach(key -> line(text, "log " + key));
        desk.ifPresent(key -> line(text, "desk " + RosterRules.base64(key.bytes())));
        if (!gateHours.isEmpty()) {
            line(text, "gate-hours " + gateHours);
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }

    /** SHA-256 of {@link #text()}: what is shown at set-up, signed, and named by the next version. */
    public byte[] digest() {
        return Digests.sha256(text().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Roster[version " + version + "]";
    }
}
