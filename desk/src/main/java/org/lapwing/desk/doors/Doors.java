// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lapwing.entry.Id;
import org.lapwing.journal.Author;
import org.lapwing.journal.Signers;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.Grant;
import org.lapwing.seal.GrantOpening;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.KeyFileOpening;
import org.lapwing.seal.MemberKeyFile;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.Passphrase;
import org.lapwing.seal.RootVerifyKeys;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.SealException;
import org.lapwing.seal.ShredStore;
import org.lapwing.seal.SigningKey;
import org.lapwing.seal.VerifyKey;

/**
 * The roster as it stands, and unlocking. Nothing that the roster does not carry opens a door. Safe for use by several
 * threads; key derivation happens one at a time.
 */
public final class Doors implements Signers {
    private final DeskPlace place;
    private final KeyFileOpener keyFiles;
    private final Clock clock;
    private final SecureRandom random;
    private final UsedCodes usedCodes;
    private final Attempts attempts;
    private Optional<RosterChain.Accepted> chain;
    private Optional<ShredStore> shredStore = Optional.empty();

    public Doors(DeskPlace place, KeyFileOpener keyFiles, Clock clock, SecureRandom random) {
        this(place, keyFiles, clock, random, UsedCodes.keptIn(place.usedCodes(), clock));
    }

    private Doors(DeskPlace place, KeyFileOpener keyFiles, Clock clock, SecureRandom random, UsedCodes usedCodes) {
        this.place = place;
        this.keyFiles = keyFiles;
        this.clock = clock;
        this.random = random;
        this.usedCodes = usedCodes;
        this.attempts = new Attempts(clock);
        this.chain = readChain();
    }

    /** Those of a demonstration, whose codes anybody reads on its first page: they count again in each process. */
    public static Doors ofDemonstration(DeskPlace place, KeyFileOpener keyFiles, Clock clock, SecureRandom random) {
        return new Doors(place, keyFiles, clock, random, UsedCodes.inMemory(clock));
    }

    /** Whether a first roster has been signed. */
    public synchronized boolean founded() {
        return chain.isPresent();
    }

    /** Reads the roster again, after set-up or a new version. */
    public synchronized void refresh() {
        chain = readChain();
    }

    public synchronized RosterChain.Accepted chain() {
        return chain.orElseThrow(() -> new IllegalStateException("this desk has no roster yet"));
    }

    public Roster roster() {
        return chain().latest();
    }

    private Optional<RosterChain.Accepted> readChain() {
        if (!Files.isDirectory(place.rosters())) {
            return Optional.empty();
        }
        RootVerifyKeys pinned = RootVerifyKeys.parse(new String(DeskPlace.read(place.root()), UTF_8));
        return switch (RosterChain.verify(pinned, texts(place.rosters()))) {
            case RosterChain.Accepted accepted -> Optional.of(accepted);
            case RosterChain.Refused refused ->
                throw new IllegalStateException("The roster's version " + refused.version() + " does not hold: "
                        + refused.reason() + ". This desk opens for nobody until it does.");
        };
    }

    /** Every version's text, oldest first, as the gate is given them too. */
    public List<byte[]> rosterTexts() {
        return texts(place.rosters());
    }

    private static List<byte[]> texts(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".new"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(DeskPlace::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the roster cannot be read", e);
        }
    }

    /**
     * Opens the doors for a member, or says nothing: an unknown handle, a wrong passphrase and a wrong code look alike and
     * cost the same derivation, and who was refused too often waits.
     */
    public Optional<Unlocked> unlock(String handle, String passphrase, String code) {
        String tried = handle.strip();
        if (!attempts.begin(tried)) {
            return Optional.empty();
        }
        Optional<Unlocked> member = tryToUnlock(tried, passphrase, code);
        member.ifPresent(each -> attempts.opened(tried));
        return member;
    }

    private Optional<Unlocked> tryToUnlock(String handle, String passphrase, String code) {
        Optional<Roster.Member> wanted = founded()
                ? roster().members().stream()
                        .filter(member -> member.handle().equals(handle))
                        .findFirst()
                : Optional.empty();
        Path keyFile = place.keys().resolve(wanted.map(Roster.Member::id).orElse("nobody") + ".key");
        if (wanted.isEmpty() || !Files.exists(keyFile)) {
            keyFiles.create(MemberKeys.generate(random), Passphrase.typed("nobody"));
            return Optional.empty();
        }
        Roster.Member member = wanted.get();
        KeyFileOpening opening = keyFiles.open(MemberKeyFile.parse(DeskPlace.read(keyFile)), typed(passphrase));
        if (!(opening instanceof KeyFileOpening.Opened opened)) {
            return Optional.empty();
        }
        MemberKeys keys = opened.keys();
        return usedCodes.accept(member.id(), keys.totp(), code) ? Optional.of(enter(member, keys)) : Optional.empty();
    }

    /** What no passphrase can be is refused like a wrong one: an error would say that the handle exists. */
    private static Passphrase typed(String passphrase) {
        try {
            return Passphrase.typed(passphrase);
        } catch (SealException tooLong) {
            return Passphrase.typed("");
        }
    }

    /** The member with what is granted to them. Their keys are in hand: after unlocking, and in the demonstration's making. */
    Unlocked enter(Roster.Member member, MemberKeys keys) {
        Map<String, List<Epoch>> epochs = new HashMap<>();
        Map<String, byte[]> secrets = new HashMap<>();
        for (Grant grant : grants(member, keys)) {
            boolean ofCompartment = roster().compartment(grant.name()).isPresent();
            if (ofCompartment) {
                epochs.computeIfAbsent(grant.name(), name -> new ArrayList<>()).add(grant.asEpoch());
            } else {
                secrets.put(grant.name(), grant.revealSecret());
            }
        }
        Id id = Id.parse(member.id());
        return new Unlocked(
                new Unlocked.Member(id, member.handle(), member.duties()),
                new Author(id, keys.signing()),
                new Keys(epochs, secrets, store(secrets)),
                keys);
    }

    private List<Grant> grants(Roster.Member member, MemberKeys keys) {
        Path folder = place.grants().resolve(member.id());
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Grant> grants = new ArrayList<>();
        for (byte[] sealed : texts(folder)) {
            // A grant that does not hold is passed over: it opens nothing, and the rest still counts.
            if (Grant.open(sealed, member.id(), keys.identity(), chain()) instanceof GrantOpening.Opened opened) {
                grants.add(opened.grant());
            }
        }
        return grants;
    }

    /** One store for the whole process: it is rewritten whole, and two copies in memory would undo each other. */
    private synchronized ShredStore store(Map<String, byte[]> secrets) {
        byte[] secret = secrets.get(Founding.SHRED);
        if (shredStore.isEmpty()) {
            if (secret == null) {
                throw new IllegalStateException("this member was not granted the shred store");
            }
            shredStore = Optional.of(ShredStore.open(place.shredKeys(), new ShredStore.Sealing(secret, clock, random)));
        }
        return shredStore.get();
    }

    @Override
    public Optional<VerifyKey> at(Id member) {
        return chain().member(member.toString()).map(Roster.Member::ed25519);
    }

    /** With what requests to the gate are signed, for a member who was granted it. */
    public Optional<SigningKey> deskKey(Unlocked member) {
        return member.keys().secret(Founding.DESK).map(SigningKey::fromSeed);
    }

    public Optional<byte[]> logSecret(Unlocked member) {
        return member.keys().secret(Founding.LOG);
    }

    /** The name of the desk's own log, not of the one that the world sees. */
    public String logName() {
        return roster().ownLogKeys().stream()
                .map(line -> line.substring(0, line.indexOf('+')))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the roster names no log of this desk"));
    }

    /** The handle of a member, past ones included. */
    public String handle(Id member) {
        return chain().member(member.toString()).map(Roster.Member::handle).orElse("?");
    }
}
