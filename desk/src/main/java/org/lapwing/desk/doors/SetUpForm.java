// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lapwing.desk.doors.Founding.NewMember;
import org.lapwing.entry.Id;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.RootVerifyKeys;
import org.lapwing.seal.Roster;
import org.lapwing.seal.SealException;
import org.lapwing.seal.WordList;
import org.springframework.util.MultiValueMap;

/** What was typed to found a group, as typed, and what is wrong with it. */
public record SetUpForm(
        String root, List<CustodianRow> custodians, List<MemberRow> members, String hours, String words) {
    /** More members come later, by two signatures. */
    public static final int MEMBER_ROWS = 8;

    /** Duties that a member can have; custodians are no members. */
    public static final List<Duty> DUTIES =
            List.of(Duty.INTAKE, Duty.INVESTIGATOR, Duty.ANALYST, Duty.COORDINATOR, Duty.PUBLISHER, Duty.STEWARD);

    private static final Pattern HANDLE = Pattern.compile("[\\p{L}\\p{Nd}][\\p{L}\\p{Nd}-]{0,31}");
    private static final int LONGEST_HOURS = 200;
    private static final int SHOWN_BY_KEYGEN = "Public key: ".length();

    public record CustodianRow(String handle, String recipient) {}

    public record MemberRow(String handle, Set<String> duties) {
        public boolean has(Duty duty) {
            return duties.contains(duty.word());
        }

        boolean empty() {
            return handle.isEmpty() && duties.isEmpty();
        }
    }

    public SetUpForm {
        custodians = List.copyOf(custodians);
        members = List.copyOf(members);
    }

    static SetUpForm empty(String language) {
        return new SetUpForm(
                "",
                Stream.generate(() -> new CustodianRow("", ""))
                        .limit(IdentityFile.CUSTODIANS)
                        .toList(),
                Stream.generate(() -> new MemberRow("", Set.of()))
                        .limit(MEMBER_ROWS)
                        .toList(),
                "",
                language);
    }

    static SetUpForm of(MultiValueMap<String, String> typed) {
        List<CustodianRow> custodians = new ArrayList<>();
        for (int i = 0; i < IdentityFile.CUSTODIANS; i++) {
            custodians.add(new CustodianRow(one(typed, "custodian" + i), publicKey(one(typed, "custodianKey" + i))));
        }
        List<MemberRow> members = new ArrayList<>();
        for (int i = 0; i < MEMBER_ROWS; i++) {
            members.add(
                    new MemberRow(one(typed, "member" + i), Set.copyOf(typed.getOrDefault("duties" + i, List.of()))));
        }
        return new SetUpForm(
                publicKey(one(typed, "root")), custodians, members, one(typed, "hours"), one(typed, "words"));
    }

    private static String one(MultiValueMap<String, String> typed, String name) {
        String value = typed.getFirst(name);
        return value == null ? "" : value.strip();
    }

    /** Whoever copies the whole line that keygen prints has copied the key. */
    private static String publicKey(String typed) {
        return typed.startsWith("Public key: ") ? typed.substring(SHOWN_BY_KEYGEN) : typed;
    }

    /** Message keys by the field that each belongs to, in the order of the page; empty if all is well. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        rootError().forEach(error -> errors.put("root", error));
        Set<String> handles = new HashSet<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < custodians.size(); i++) {
            CustodianRow row = custodians.get(i);
            String handleField = "custodian" + i;
            String keyField = "custodianKey" + i;
            handleError(row.handle(), handles).forEach(error -> errors.put(handleField, error));
            recipientError(row.recipient(), keys).forEach(error -> errors.put(keyField, error));
        }
        for (int i = 0; i < members.size(); i++) {
            MemberRow row = members.get(i);
            String field = "member" + i;
            if (!row.empty()) {
                handleError(row.handle(), handles).forEach(error -> errors.put(field, error));
                if (row.duties().isEmpty()) {
                    errors.putIfAbsent(field, "setup.error.noduty");
                }
            }
        }
        dutyErrors().forEach(error -> errors.putIfAbsent("member0", error));
        if (hours.isEmpty() || hours.length() > LONGEST_HOURS || hours.chars().anyMatch(Character::isISOControl)) {
            errors.put("hours", "setup.error.hours");
        }
        return errors;
    }

    private Stream<String> rootError() {
        if (root.contains("LAPWING-ROOT-KEY")) {
            return Stream.of("setup.error.rootsecret");
        }
        try {
            RootVerifyKeys.parse(root);
            return Stream.empty();
        } catch (SealException e) {
            return Stream.of("setup.error.root");
        }
    }

    private static Stream<String> recipientError(String typed, Set<String> seen) {
        if (typed.contains("SECRET-KEY")) {
            return Stream.of("setup.error.custodiansecret");
        }
        try {
            return seen.add(HybridRecipient.parse(typed).toString())
                    ? Stream.empty()
                    : Stream.of("setup.error.samekey");
        } catch (SealException e) {
            return Stream.of("setup.error.custodian");
        }
    }

    private static Stream<String> handleError(String handle, Set<String> seen) {
        if (!HANDLE.matcher(handle).matches()) {
            return Stream.of("setup.error.handle");
        }
        return seen.add(handle.toLowerCase(Locale.ROOT).replace('ё', 'е'))
                ? Stream.empty()
                : Stream.of("setup.error.twice");
    }

    /** A group that cannot take a report in, review a finding or publish is not yet one. */
    private Stream<String> dutyErrors() {
        boolean intake = members.stream().anyMatch(row -> row.has(Duty.INTAKE));
        long reviewers = members.stream()
                .filter(row -> row.has(Duty.INVESTIGATOR) || row.has(Duty.ANALYST))
                .count();
        boolean publisher = members.stream().anyMatch(row -> row.has(Duty.PUBLISHER));
        if (!intake) {
            return Stream.of("setup.error.intake");
        } else if (reviewers < 2) {
            return Stream.of("setup.error.reviewers");
        }
        return publisher ? Stream.empty() : Stream.of("setup.error.publisher");
    }

    /** What may go back into the page: a secret key pasted by mistake is not shown again. */
    SetUpForm withoutSecrets() {
        return new SetUpForm(
                root.contains("LAPWING-ROOT-KEY") ? "" : root,
                custodians.stream()
                        .map(row -> row.recipient().contains("SECRET-KEY") ? new CustodianRow(row.handle(), "") : row)
                        .toList(),
                members,
                hours,
                words);
    }

    /** The plan, if there are no {@link #errors}. */
    Founding.Plan plan(LocalDate today, SecureRandom random) {
        return new Founding.Plan(
                today,
                RootVerifyKeys.parse(root),
                custodians.stream()
                        .map(row -> new Roster.Custodian(
                                Id.random(random).toString(), row.handle(), HybridRecipient.parse(row.recipient())))
                        .toList(),
                members.stream()
                        .filter(row -> !row.empty())
                        .map(row -> new NewMember(row.handle(), duties(row)))
                        .toList(),
                hours,
                words.equals("ru") ? WordList.RUSSIAN : WordList.ENGLISH);
    }

    private static Set<Duty> duties(MemberRow row) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        DUTIES.stream().filter(row::has).forEach(duties::add);
        return duties;
    }
}
