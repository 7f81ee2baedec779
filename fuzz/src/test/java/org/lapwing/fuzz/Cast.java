// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lapwing.seal.Duty;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.RosterDraft;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SignedRoster;
import org.lapwing.seal.Signer;
import org.lapwing.seal.SigningKey;
import org.lapwing.tlog.LogKey;

/** An invented group whose keys are the same in every run, so that a kept input meets the keys it was found with. */
public final class Cast {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    /** Counts up; for tests only. */
    private static final class Counting extends SecureRandom {
        private static final long serialVersionUID = 1;
        private int next = 11;

        @Override
        public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) next++;
            }
        }
    }

    public final SecureRandom random = new Counting();
    public final RootKey root = RootKey.generate(random);
    public final List<MemberKeys> keys = new ArrayList<>();
    public final List<HybridIdentity> custodianKeys = new ArrayList<>();
    public final Epoch casebook = Epoch.generate("casebook", 1, random);
    public final SigningKey desk = SigningKey.generate(random);
    public final LogKey log = new LogKey("lapwing.example/siskin", LogKey.freshSecret(random));

    public Cast() {
        for (int i = 0; i < 3; i++) {
            keys.add(MemberKeys.generate(random));
            custodianKeys.add(HybridIdentity.generate(random));
        }
    }

    public static String id(int number) {
        return (char) ('a' + number) + "7".repeat(25);
    }

    public static String custodianId(int number) {
        return (char) ('p' + number) + "7".repeat(25);
    }

    public Signer signer(int member) {
        return new Signer(id(member), keys.get(member).signing());
    }

    public Roster first() {
        RosterDraft draft = RosterDraft.first(DAY);
        List<Set<Duty>> duties =
                List.of(Set.of(Duty.INTAKE, Duty.INVESTIGATOR), Set.of(Duty.ANALYST), Set.of(Duty.STEWARD));
        List<String> handles = List.of("curlew", "Оляпка", "dunlin-2");
        for (int i = 0; i < 3; i++) {
            draft.member(Roster.Member.of(id(i), handles.get(i), duties.get(i), keys.get(i)));
            draft.custodian(new Roster.Custodian(
                    custodianId(i), "keeper" + i, custodianKeys.get(i).recipient()));
        }
        return draft.compartment(Roster.Compartment.of(casebook, Set.of(id(0), id(1))))
                .logKeys(List.of(log.verifier().text().split("\n")))
                .desk(desk.verifyKey())
                .gateHours("daily, 9:00 to 10:00")
                .roster();
    }

    /** Two versions, the second signed by two members. */
    public List<byte[]> chain() {
        Roster first = first();
        Roster second =
                RosterDraft.after(first, DAY.plusDays(1)).gateHours("none").roster();
        return List.of(
                new SignedRoster(first, List.of(RosterSignature.byRoot(root, first.digest()))).bytes(),
                new SignedRoster(
                                second,
                                List.of(
                                        RosterSignature.byMember(id(0), keys.get(0), second),
                                        RosterSignature.byMember(id(1), keys.get(1), second)))
                        .bytes());
    }

    public RosterChain.Accepted accepted() {
        return (RosterChain.Accepted) RosterChain.verify(root.verifyKeys(), chain());
    }
}
