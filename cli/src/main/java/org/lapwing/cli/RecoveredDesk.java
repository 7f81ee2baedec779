// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.OriginalFact.ExhibitKept;
import org.lapwing.entry.Id;
import org.lapwing.journal.Blob;
import org.lapwing.journal.Fsck;
import org.lapwing.journal.Journal;
import org.lapwing.journal.Keyring;
import org.lapwing.journal.Read;
import org.lapwing.journal.Scan;
import org.lapwing.journal.Signers;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.RootVerifyKeys;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.SealException;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.ShredStore;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.Reading;

/**
 * What the recovery paper opens of a desk's folder: the epochs of every compartment and the shred keys that still exist,
 * and from the roster whose signatures count. In memory only; nothing in the folder is changed.
 */
final class RecoveredDesk implements Keyring {
    private static final Pattern LINE = Pattern.compile("([a-z]+) ([1-9][0-9]{0,8}) ([0-9a-f]{64})");

    private final Map<String, List<Epoch>> epochs = new HashMap<>();
    private final ShredStore shredKeys;
    private final RosterChain.Accepted chain;

    /**
     * @param folder the desk's data folder
     * @throws SealException when one of its files does not open or does not hold
     */
    RecoveredDesk(Path folder, List<HybridIdentity> paper, SecureRandom random) throws IOException {
        byte[] shredSecret = {};
        for (String line : secrets(folder.resolve("recovery.age"), paper)) {
            Matcher parts = LINE.matcher(line);
            if (!parts.matches()) {
                throw new SealException("a line of recovery.age is not a name, a number and a secret");
            }
            byte[] secret = HexFormat.of().parseHex(parts.group(3));
            if (parts.group(1).equals(ShredStore.SECRET_NAME)) {
                shredSecret = secret;
            } else if (isCompartment(parts.group(1))) {
                epochs.computeIfAbsent(parts.group(1), _ -> new ArrayList<>())
                        .add(Epoch.of(parts.group(1), Integer.parseInt(parts.group(2)), secret));
            }
        }
        shredKeys = ShredStore.open(
                folder.resolve("shred.keys"), new ShredStore.Sealing(shredSecret, Clock.systemUTC(), random));
        chain = chain(folder);
    }

    private static List<String> secrets(Path file, List<HybridIdentity> paper) throws IOException {
        return new String(AgeFile.openBytes(paper, Files.readAllBytes(file)), UTF_8)
                .lines()
                .toList();
    }

    private static boolean isCompartment(String name) {
        return Stream.of(Compartment.values()).anyMatch(each -> each.word().equals(name));
    }

    private static RosterChain.Accepted chain(Path folder) throws IOException {
        RootVerifyKeys root = RootVerifyKeys.parse(Files.readString(folder.resolve("root.pin")));
        List<byte[]> versions = new ArrayList<>();
        try (var files = Files.list(folder.resolve("roster"))) {
            for (Path file : files.filter(each -> !each.toString().endsWith(".new"))
                    .sorted()
                    .toList()) {
                versions.add(Files.readAllBytes(file));
            }
        }
        return switch (RosterChain.verify(root, versions)) {
            case RosterChain.Accepted accepted -> accepted;
            case RosterChain.Refused refused ->
                throw new SealException(
                        "version " + refused.version() + " of the roster does not hold: " + refused.reason());
        };
    }

    /** Members who have left count too, for what they wrote. */
    Signers signers() {
        return member -> chain.member(member.toString()).map(Roster.Member::ed25519);
    }

    Fsck.Keys keys() {
        return new Fsck.Keys(this, signers(), epochs.keySet(), true);
    }

    /** The one of the desk's own log; published findings have another. */
    Optional<LogVerifierKey> logKey() {
        return switch (LogVerifierKey.ofLines(chain.latest().ownLogKeys())) {
            case Reading.Read<LogVerifierKey>(var key) -> Optional.of(key);
            case Reading.Refused<LogVerifierKey>(var reason) ->
                throw new SealException("the roster's log key does not hold: " + reason);
        };
    }

    /** Every file that an entry names. Rows that must not be believed are passed over here: the check names them. */
    List<Blob> blobs(Journal journal) {
        return Stream.of(Compartment.INTAKE, Compartment.ORIGINALS)
                .map(compartment -> read(journal, compartment))
                .flatMap(RecoveredDesk::blobs)
                .toList();
    }

    private Casebook read(Journal journal, Compartment compartment) {
        Casebook casebook = Casebook.holding(Set.of(compartment));
        try (Scan scan = journal.scan(compartment.word(), 0, this, _ -> {})) {
            for (Read read : scan) {
                if (read instanceof Read.Live live
                        && Casebook.FAMILY.has(live.header().kind())) {
                    casebook = CasebookFold.apply(casebook, live.entry(), live.index());
                }
            }
        }
        return casebook;
    }

    private static Stream<Blob> blobs(Casebook casebook) {
        return Stream.concat(
                casebook.all(ReportReceived.class).stream()
                        .flatMap(report -> report.fact().attachments().stream())
                        .map(each -> blob(each.blob(), each.seed(), each.length())),
                casebook.all(ExhibitKept.class).stream()
                        .map(kept -> kept.fact())
                        .map(each -> blob(each.blob(), each.seed(), each.length())));
    }

    private static Blob blob(Id name, String seed, long length) {
        return new Blob(name, HexFormat.of().parseHex(seed), length);
    }

    @Override
    public List<Epoch> epochs(String compartment) {
        return epochs.getOrDefault(compartment, List.of());
    }

    @Override
    public Optional<ShredKey> shredKey(Id id) {
        return shredKeys.get(id.bytes());
    }
}
