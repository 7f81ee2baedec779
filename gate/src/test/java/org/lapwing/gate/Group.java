// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterDraft;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SignedRoster;
import org.lapwing.seal.Signer;
import org.lapwing.seal.SigningKey;

/** An invented group for tests, with all its keys: what it hands to a gate, and what its desk and custodians can do. */
public final class Group {

    public final SecureRandom random = new SecureRandom();
    public final RootKey root = RootKey.generate(random);
    public final SigningKey desk = SigningKey.generate(random);
    public final HybridIdentity intake = HybridIdentity.generate(random);
    public final List<HybridIdentity> custodians = new ArrayList<>();
    public final List<byte[]> chain = new ArrayList<>();
    private final List<MemberKeys> members = new ArrayList<>();
    private final LocalDate day;
    private Roster latest;

    public Group(LocalDate day) {
        this.day = day;
        RosterDraft draft = RosterDraft.first(day);
        for (int i = 0; i < 2; i++) {
            members.add(MemberKeys.generate(random));
            draft.member(Roster.Member.of(
                    memberId(i),
                    i == 0 ? "curlew" : "dunlin",
                    Set.of(i == 0 ? Duty.INTAKE : Duty.STEWARD),
                    members.get(i)));
        }
        for (int i = 0; i < 3; i++) {
            custodians.add(HybridIdentity.generate(random));
            draft.custodian(new Roster.Custodian(
                    custodianId(i), "keeper" + i, custodians.get(i).recipient()));
        }
        latest = draft.desk(desk.verifyKey())
                .gateHours("every day, 9:00 to 10:00 and 21:00 to 22:00")
                .roster();
        chain.add(new SignedRoster(latest, List.of(RosterSignature.byRoot(root, latest.digest()))).bytes());
    }

    public static String memberId(int number) {
        return (char) ('a' + number) + "7".repeat(25);
    }

    public static String custodianId(int number) {
        return (char) ('p' + number) + "7".repeat(25);
    }

    /** A next version, signed by both members, that differs in its hours. */
    public byte[] nextRoster(String hours) {
        latest = RosterDraft.after(latest, day).gateHours(hours).roster();
        byte[] signed = new SignedRoster(
                        latest,
                        List.of(
                                RosterSignature.byMember(memberId(0), members.get(0), latest),
                                RosterSignature.byMember(memberId(1), members.get(1), latest)))
                .bytes();
        chain.add(signed);
        return wholeChain();
    }

    public byte[] wholeChain() {
        var whole = new ByteArrayOutputStream();
        chain.forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    public byte[] certificate(LocalDate from, int signer) {
        return IntakeCertificate.sign(
                        intake.recipient(),
                        from,
                        14,
                        new Signer(memberId(signer), members.get(signer).signing()))
                .bytes();
    }

    /** Writes what the group hands over, the certificate of today included; gives the roster's folder. */
    public Path handOver(Path folder) throws IOException {
        Path roster = Files.createDirectories(folder.resolve("roster"));
        Files.writeString(folder.resolve("root.pin"), root.verifyKeys().text() + "\n");
        for (int i = 0; i < chain.size(); i++) {
            Files.write(roster.resolve("%05d".formatted(i + 1)), chain.get(i));
        }
        Files.createDirectories(folder.resolve("intake"));
        Files.write(folder.resolve("intake/this-week.certificate"), certificate(day, 0));
        return roster;
    }
}
