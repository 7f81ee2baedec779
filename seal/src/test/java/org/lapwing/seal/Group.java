// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** An invented group for tests: a root, three members, three custodians, two compartments. */
final class Group {

    static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    final SecureRandom random = new Fixed.Counting(11);
    final RootKey root = RootKey.generate(random);
    final List<MemberKeys> keys = new ArrayList<>();
    final List<HybridIdentity> custodianKeys = new ArrayList<>();
    final Epoch casebook = Epoch.generate("casebook", 1, random);
    final Epoch names = Epoch.generate("names", 1, random);
    final SigningKey desk = SigningKey.generate(random);

    Group() {
        for (int i = 0; i < 3; i++) {
            keys.add(MemberKeys.generate(random));
            custodianKeys.add(HybridIdentity.generate(random));
        }
    }

    static String id(int number) {
        return (char) ('a' + number) + "7".repeat(25);
    }

    static String custodianId(int number) {
        return (char) ('p' + number) + "7".repeat(25);
    }

    Roster.Member member(int number) {
        String handle = List.of("curlew", "Оляпка", "dunlin-2").get(number);
        Set<Duty> duties = List.of(
                        Set.of(Duty.INTAKE, Duty.INVESTIGATOR),
                        Set.of(Duty.ANALYST, Duty.PUBLISHER),
                        Set.of(Duty.STEWARD))
                .get(number);
        return Roster.Member.of(id(number), handle, duties, keys.get(number));
    }

    RosterDraft draft() {
        RosterDraft draft = RosterDraft.first(DAY);
        for (int i = 0; i < 3; i++) {
            draft.member(member(i));
            draft.custodian(new Roster.Custodian(
                    custodianId(i), "keeper" + i, custodianKeys.get(i).recipient()));
        }
        return draft.compartment(Roster.Compartment.of(casebook, Set.of(id(0), id(1))))
                .compartment(Roster.Compartment.of(names, Set.of(id(1))))
                .witnesses(List.of("witness.example+0a1b2c3d+AQID"))
                .logKeys(List.of("log.example+01020304+AQIDBA=="))
                .desk(desk.verifyKey())
                .gateHours("daily, 9:00 to 10:00 and 21:00 to 22:00");
    }

    Roster first() {
        return draft().roster();
    }

    byte[] firstSigned() {
        Roster first = first();
        return new SignedRoster(first, List.of(RosterSignature.byRoot(root, first.digest()))).bytes();
    }

    byte[] signed(Roster roster, int... members) {
        List<RosterSignature> signatures = new ArrayList<>();
        for (int member : members) {
            signatures.add(RosterSignature.byMember(id(member), keys.get(member), roster));
        }
        return new SignedRoster(roster, signatures).bytes();
    }

    Signer signer(int member) {
        return new Signer(id(member), keys.get(member).signing());
    }

    RosterChain.Accepted chain() {
        return (RosterChain.Accepted) RosterChain.verify(root.verifyKeys(), List.of(firstSigned()));
    }
}
