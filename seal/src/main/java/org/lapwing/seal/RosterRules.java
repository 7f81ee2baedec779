// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.text.Normalizer;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What makes a roster well-formed, whoever signed it. */
final class RosterRules {

    static final String NONE = "none";

    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}-]{0,31}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    /** C2SP signed-note: name, key hash and key, joined by plus signs. */
    private static final Pattern NOTE_KEY =
            Pattern.compile("[!-*,-~]{1,200}\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{1,3000}={0,2}");
    /** Printable in one line: no control, format (right-to-left tricks), line or paragraph characters. */
    private static final Pattern ONE_LINE = Pattern.compile("[^\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]{0,300}");

    private RosterRules() {}

    static void handle(String handle) {
        if (!HANDLE.matcher(handle).matches() || !Normalizer.isNormalized(handle, Normalizer.Form.NFC)) {
            throw new SealException("a handle is 1 to 32 letters, digits and hyphens");
        }
    }

    static String commaList(List<String> words) {
        return words.isEmpty() ? NONE : String.join(",", words);
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    static void check(
            int version,
            String previous,
            List<Roster.Member> members,
            List<Roster.Custodian> custodians,
            List<Roster.Compartment> compartments) {
        if (version < 1
                || version == 1 != previous.isEmpty()
                || !(previous.isEmpty() || DIGEST.matcher(previous).matches())) {
            throw new SealException(
                    "version 1 has no previous version, each later one names its digest by 64 hexadecimal digits");
        }
        if (members.isEmpty()) {
            throw new SealException("a roster has at least one member");
        }
        checkPeople(members, custodians);
        checkCompartments(members, compartments);
    }

    private static void checkPeople(List<Roster.Member> members, List<Roster.Custodian> custodians) {
        Set<String> ids = new HashSet<>();
        Set<String> handles = new HashSet<>();
        Set<Object> keys = new HashSet<>(); // one person under two ids would sign as two
        for (Roster.Member member : members) {
            unique(ids.add(member.id()), "id");
            unique(handles.add(WordList.plain(member.handle())), "handle");
            unique(
                    keys.add(member.recipient()) && keys.add(member.ed25519()) && keys.add(member.mlDsa44()),
                    "public key");
        }
        for (Roster.Custodian custodian : custodians) {
            unique(ids.add(custodian.id()), "id");
            unique(handles.add(WordList.plain(custodian.handle())), "handle");
            unique(keys.add(custodian.recipient()), "public key");
        }
    }

    private static void unique(boolean isNew, String what) {
        if (!isNew) {
            throw new SealException("two people of a roster have the same " + what + "; each has one of their own");
        }
    }

    private static void checkCompartments(List<Roster.Member> members, List<Roster.Compartment> compartments) {
        Set<String> ids = new HashSet<>();
        members.forEach(member -> ids.add(member.id()));
        Set<String> epochs = new HashSet<>();
        Set<HybridRecipient> recipients = new HashSet<>();
        for (Roster.Compartment compartment : compartments) {
            if (compartment.epoch() < 1 || !epochs.add(compartment.name() + " " + compartment.epoch())) {
                throw new SealException("compartment " + compartment.name() + ": each epoch, from 1, is listed once");
            }
            if (!recipients.add(compartment.recipient())) {
                throw new SealException("compartment " + compartment.name() + ": another has the same public key");
            }
            if (!ids.containsAll(compartment.holders())) {
                throw new SealException(
                        "compartment " + compartment.name() + ": its holders are members of the roster");
            }
        }
    }

    static void checkLines(List<String> witnesses, List<String> logKeys, String gateHours) {
        for (String key : witnesses) {
            noteKey(key, "witness");
        }
        for (String key : logKeys) {
            noteKey(key, "log");
        }
        if (Set.copyOf(witnesses).size() != witnesses.size()
                || Set.copyOf(logKeys).size() != logKeys.size()) {
            throw new SealException("each witness and each log key is listed once");
        }
        if (!ONE_LINE.matcher(gateHours).matches() || !gateHours.equals(gateHours.strip())) {
            throw new SealException("gate-hours is one line of at most 300 printable characters");
        }
    }

    private static void noteKey(String key, String what) {
        if (!NOTE_KEY.matcher(key).matches()) {
            throw new SealException(what + " is a verifier key as C2SP signed-note spells it: NAME+HASH+KEY");
        }
    }
}
