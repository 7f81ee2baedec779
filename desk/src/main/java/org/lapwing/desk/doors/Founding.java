// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.entry.Id;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Duty;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.Grant;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.MemberKeyFile;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.Passphrase;
import org.lapwing.seal.RootVerifyKeys;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.RosterDraft;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.ShredStore;
import org.lapwing.seal.SignedRoster;
import org.lapwing.seal.Signer;
import org.lapwing.seal.SigningKey;
import org.lapwing.seal.Slip39;
import org.lapwing.seal.WordList;
import org.lapwing.tlog.LogKey;

/**
 * The first set-up of a desk: first members with their key files, compartments with their first epochs, version 1 of the
 * roster. Nothing is written until the root, which is kept elsewhere, has signed.
 *
 * <p>What it shows once it forgets: passphrases, one-time secrets, the recovery paper.
 */
public final class Founding {
    /** Secrets that every member is granted beside their compartments. */
    static final String LOG = "log";

    /** The log that the world sees; for the publisher's duty. Two trees under one key would look like a fork. */
    static final String PUBLISHED = "published";

    static final String SHRED = ShredStore.SECRET_NAME;
    /** With what requests to the gate are signed; for the intake, and for coordinators, who hear its bell. */
    static final String DESK = "desk";

    /** Under which every log of a desk signs; a random part tells desks apart without saying who they are. */
    private static final String LOG_PREFIX = "lapwing.example/";

    /**
     * @param handle the code name by which other members know them
     */
    public record NewMember(String handle, Set<Duty> duties) {
        public NewMember {
            duties = Set.copyOf(duties);
        }
    }

    /** @param gateHours when somebody really reads, as the gate will say it */
    public record Plan(
            LocalDate day,
            RootVerifyKeys root,
            List<Roster.Custodian> custodians,
            List<NewMember> members,
            String gateHours,
            WordList words) {
        public Plan {
            custodians = List.copyOf(custodians);
            members = List.copyOf(members);
        }
    }

    /** What one new member is shown, once. */
    public record FirstSecrets(String handle, String passphrase, String oneTimeSecret, String oneTimeUri) {}

    private record Founder(Roster.Member member, MemberKeys keys, MemberKeyFile file, FirstSecrets secrets) {}

    private final Plan plan;
    private final SecureRandom random;
    private final Clock clock;
    private final List<Founder> founders = new ArrayList<>();
    private final Map<String, Epoch> epochs = new LinkedHashMap<>();
    private final byte[] logSecret;
    private final byte[] publishedSecret;
    private final byte[] shredSecret = new byte[32];
    private final byte[] deskSecret = new byte[32];
    private final byte[] recoverySeed = new byte[32];
    private final String logName;
    private final Roster roster;

    public Founding(Plan plan, KeyFileOpener keyFiles, Clock clock, SecureRandom random) {
        this.plan = plan;
        this.random = random;
        this.clock = clock;
        logSecret = LogKey.freshSecret(random);
        publishedSecret = LogKey.freshSecret(random);
        random.nextBytes(shredSecret);
        random.nextBytes(deskSecret);
        random.nextBytes(recoverySeed);
        logName = LOG_PREFIX + Id.random(random).toString().substring(0, 10);
        plan.members().forEach(each -> founders.add(founder(each, keyFiles)));
        for (Compartment each : Compartment.values()) {
            epochs.put(each.word(), Epoch.generate(each.word(), 1, random));
        }
        roster = draftRoster();
    }

    private Founder founder(NewMember wanted, KeyFileOpener keyFiles) {
        MemberKeys keys = MemberKeys.generate(random);
        Passphrase passphrase = Passphrase.generate(plan.words(), random);
        String id = Id.random(random).toString();
        return new Founder(
                Roster.Member.of(id, wanted.handle(), wanted.duties(), keys),
                keys,
                keyFiles.create(keys, passphrase),
                new FirstSecrets(
                        wanted.handle(),
                        passphrase.revealWords(),
                        keys.totp().revealBase32(),
                        keys.totp().revealUri("notes")));
    }

    private Roster draftRoster() {
        RosterDraft draft = RosterDraft.first(plan.day())
                .desk(SigningKey.fromSeed(deskSecret).verifyKey())
                .logKeys(logKeys())
                .gateHours(plan.gateHours());
        founders.forEach(founder -> draft.member(founder.member()));
        plan.custodians().forEach(draft::custodian);
        for (Epoch epoch : epochs.values()) {
            Set<String> holders = founders.stream()
                    .filter(founder -> compartments(founder.member().duties()).contains(epoch.compartment()))
                    .map(founder -> founder.member().id())
                    .collect(Collectors.toSet());
            draft.compartment(Roster.Compartment.of(epoch, holders));
        }
        return draft.roster();
    }

    private List<String> logKeys() {
        return Stream.of(new LogKey(logName, logSecret), new LogKey(logName + Roster.PUBLISHED_LOG, publishedSecret))
                .flatMap(key -> key.verifier().text().lines())
                .toList();
    }

    /** Which compartments a duty needs at set-up; afterwards the roster says who holds what. */
    static Set<String> compartments(Set<Duty> duties) {
        Set<Compartment> needed = EnumSet.noneOf(Compartment.class);
        for (Duty duty : duties) {
            needed.addAll(
                    switch (duty) {
                        case INTAKE ->
                            EnumSet.of(
                                    Compartment.INTAKE,
                                    Compartment.ORIGINALS,
                                    Compartment.NAMES,
                                    Compartment.CASEBOOK,
                                    Compartment.MOVING);
                        case INVESTIGATOR -> EnumSet.of(Compartment.CASEBOOK, Compartment.TIES, Compartment.RELEASED);
                        case ANALYST -> EnumSet.of(Compartment.CASEBOOK, Compartment.NAMES, Compartment.RELEASED);
                        case COORDINATOR -> EnumSet.of(Compartment.INTAKE, Compartment.MOVING);
                        case PUBLISHER -> EnumSet.of(Compartment.CASEBOOK, Compartment.TIES, Compartment.RELEASED);
                        case CUSTODIAN, STEWARD -> EnumSet.noneOf(Compartment.class);
                    });
        }
        return needed.stream().map(Compartment::word).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What the root is asked to sign. */
    public Roster roster() {
        return roster;
    }

    public List<FirstSecrets> firstSecrets() {
        return founders.stream().map(Founder::secrets).toList();
    }

    Map<Roster.Member, MemberKeys> founderKeys() {
        return founders.stream().collect(Collectors.toMap(Founder::member, Founder::keys));
    }

    /** Three sheets of words, two of which open every compartment again; never the identities of sources. */
    public List<String> recoveryPaper() {
        return Slip39.split(recoverySeed, 2, 3, random);
    }

    /**
     * Writes everything, if the signature is the root's.
     *
     * @return why not, or nothing
     */
    public Optional<String> complete(RosterSignature root, DeskPlace place) {
        byte[] signed = new SignedRoster(roster, List.of(root)).bytes();
        if (RosterChain.verify(plan.root(), List.of(signed)) instanceof RosterChain.Refused refused) {
            return Optional.of(refused.reason());
        }
        founders.forEach(founder -> DeskPlace.write(
                place.keys().resolve(founder.member().id() + ".key"),
                founder.file().bytes()));
        for (Founder founder : founders) {
            grantsFor(founder).forEach(grant -> write(grant, founder, place));
        }
        ShredStore store = ShredStore.create(place.shredKeys(), new ShredStore.Sealing(shredSecret, clock, random));
        place.groupShredKey(Id.of(store.create().id()));
        DeskPlace.write(place.data().resolve("recovery.age"), recoveryFile());
        DeskPlace.write(place.root(), plan.root().text().getBytes(UTF_8));
        DeskPlace.write(place.rosters().resolve("00001"), signed);
        return Optional.empty();
    }

    private List<Grant> grantsFor(Founder founder) {
        var grants = new ArrayList<Grant>();
        Set<String> needed = compartments(founder.member().duties());
        epochs.values().stream()
                .filter(epoch -> needed.contains(epoch.compartment()))
                .forEach(epoch -> grants.add(Grant.of(epoch)));
        grants.add(Grant.of(LOG, 1, logSecret));
        grants.add(Grant.of(SHRED, 1, shredSecret));
        if (founder.member().duties().contains(Duty.PUBLISHER)) {
            grants.add(Grant.of(PUBLISHED, 1, publishedSecret));
        }
        // Coordinators are on call: they ask the gate's bell while nobody of the intake is there.
        if (founder.member().duties().contains(Duty.INTAKE)
                || founder.member().duties().contains(Duty.COORDINATOR)) {
            grants.add(Grant.of(DESK, 1, deskSecret));
        }
        return grants;
    }

    /** Each founder's grants are signed by that founder: there is nobody before them. */
    private void write(Grant grant, Founder founder, DeskPlace place) {
        byte[] sealed = grant.seal(
                founder.member(),
                new Signer(founder.member().id(), founder.keys().signing()),
                random);
        DeskPlace.write(
                place.grants().resolve(founder.member().id()).resolve(grant.name() + "." + grant.epoch() + ".grant"),
                sealed);
    }

    /** Lines of name, epoch and secret, as an age file that stock age opens with what the paper gives back. */
    private byte[] recoveryFile() {
        var lines = new ByteArrayOutputStream();
        epochs.forEach((name, epoch) -> lines.writeBytes(
                (name + " " + epoch.number() + " " + HexFormat.of().formatHex(epoch.revealSecret()) + "\n")
                        .getBytes(UTF_8)));
        for (var each : Map.of(LOG, logSecret, PUBLISHED, publishedSecret, SHRED, shredSecret, DESK, deskSecret)
                .entrySet()) {
            lines.writeBytes(
                    (each.getKey() + " 1 " + HexFormat.of().formatHex(each.getValue()) + "\n").getBytes(UTF_8));
        }
        return AgeFile.sealBytes(
                List.of(HybridIdentity.fromSeed(recoverySeed).recipient()), lines.toByteArray(), random);
    }
}
