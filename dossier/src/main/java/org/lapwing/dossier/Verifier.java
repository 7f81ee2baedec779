// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Json;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.NoteKey;
import org.lapwing.tlog.Reading;
import org.lapwing.tlog.TlogProof;
import org.lapwing.tlog.Verdict;

/** One verification: gathers every fault, so that a reader sees all that was touched. Used once, by one thread. */
final class Verifier {
    private final SortedMap<String, byte[]> files;
    private final List<Fault> faults = new ArrayList<>();

    Verifier(SortedMap<String, byte[]> files) {
        this.files = files;
    }

    Verification verify(Optional<LogVerifierKey> given, List<NoteKey> witnesses) {
        faults.addAll(BagCheck.faults(files));
        if (!faults.isEmpty()) {
            return new Verification.NotVerified(faults);
        }
        Optional<Json> dossier = dossier();
        Optional<LogVerifierKey> own = ownKey();
        if (dossier.isEmpty() || own.isEmpty()) {
            return new Verification.NotVerified(faults);
        }
        if (given.isPresent() && !given.get().equals(own.get())) {
            return refused(DossierPackage.KEY, "the package is signed by another key than the one given");
        }
        Optional<Checkpoint> checkpoint = packageProof(own.get());
        int opened = openings(dossier.get(), own.get(), checkpoint);
        pages();
        if (checkpoint.isPresent()) {
            witnesses.forEach(this::witnessed);
        }
        if (!faults.isEmpty() || checkpoint.isEmpty()) {
            return new Verification.NotVerified(faults);
        }
        return conclude(given, own.get(), new Told(dossier.get(), opened, checkpoint.get()));
    }

    private record Told(Json dossier, int opened, Checkpoint checkpoint) {}

    private Verification conclude(Optional<LogVerifierKey> given, LogVerifierKey own, Told told) {
        try {
            Verification.Summary summary = summary(told);
            return given.isPresent()
                    ? new Verification.Verified(summary)
                    : new Verification.NobodyVouches(summary, own, Fingerprint.of(own));
        } catch (EntryException | DateTimeParseException | NoSuchElementException e) {
            return refused(DossierPackage.JSON, "it has not the form of a dossier");
        }
    }

    private Optional<Json> dossier() {
        try {
            Json json = CanonicalJson.parse(file(DossierPackage.JSON));
            String day = json.tree().get("day").text();
            if (!Arrays.equals(Bag.of(bag().payload(), day).files().get(Bag.INFO), file(Bag.INFO))) {
                fault(Bag.INFO, "it does not say what follows from the payload");
            }
            if (json.tree().get("version").whole() != DossierPackage.VERSION) {
                fault(
                        DossierPackage.JSON,
                        "it is of a version that this Lapwing does not read. Maybe a newer one wrote it");
                return Optional.empty();
            }
            return Optional.of(json);
        } catch (EntryException e) {
            fault(DossierPackage.JSON, "it is not canonical JSON of a dossier: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<LogVerifierKey> ownKey() {
        return switch (LogVerifierKey.parse(new String(file(DossierPackage.KEY), StandardCharsets.UTF_8))) {
            case Reading.Read<LogVerifierKey>(var key) -> Optional.of(key);
            case Reading.Refused<LogVerifierKey>(var reason) -> {
                fault(DossierPackage.KEY, reason);
                yield Optional.empty();
            }
        };
    }

    private Optional<Checkpoint> packageProof(LogVerifierKey key) {
        byte[] salt = Seal.readSalt(file(Seal.SALT));
        if (salt.length != Seal.SALT_BYTES) {
            fault(Seal.SALT, "it is not 64 lower-case hex digits and a newline");
            return Optional.empty();
        }
        return switch (TlogProof.verify(Seal.leaf(salt, bag().payload()), file(Seal.PROOF), key)) {
            case Verdict.Verified(var checkpoint, var _) -> Optional.of(checkpoint);
            case Verdict.NotVerified(var reason) -> {
                fault(Seal.PROOF, "the log does not vouch for these files: " + reason);
                yield Optional.empty();
            }
        };
    }

    private void witnessed(NoteKey witness) {
        String checkpoint = TlogProof.parse(file(Seal.PROOF)).orThrow().checkpoint();
        if (Checkpoint.verifyWitness(checkpoint, witness) instanceof Verdict.NotVerified(var reason)) {
            fault(Seal.PROOF, reason);
        }
    }

    /** Every proof that the dossier claims must be there and hold; every file in the folder must be one of them. */
    private int openings(Json dossier, LogVerifierKey key, Optional<Checkpoint> checkpoint) {
        var expected = new TreeSet<String>(List.of(DossierPackage.KEY, Seal.SALT, Seal.PROOF));
        int opened = 0;
        var numbers = new TreeSet<Long>();
        try {
            for (Json each : dossier.tree().get("proofs").items()) {
                long number = each.tree().get("number").whole();
                if (!numbers.add(number)) { // each costs a signature: no list may ask for a million of one
                    throw new EntryException("number " + number + " stands twice");
                }
                String opening = DossierPackage.openingPath(number);
                String proof = DossierPackage.proofPath(number);
                expected.add(opening);
                expected.add(proof);
                if (!files.containsKey(opening) || !files.containsKey(proof)) {
                    fault(
                            files.containsKey(opening) ? proof : opening,
                            "dossier.json claims this proof; it is missing");
                    continue;
                }
                opened += opening(new Claimed(dossier, each, opening, proof), key, checkpoint);
            }
        } catch (EntryException e) {
            fault(DossierPackage.JSON, "its list of proofs cannot be read: " + e.getMessage());
        }
        files.subMap(DossierPackage.PROOFS, DossierPackage.PROOFS + Character.MAX_VALUE).keySet().stream()
                .filter(file -> !expected.contains(file))
                .forEach(file -> fault(file, "dossier.json claims no such proof"));
        return opened;
    }

    private record Claimed(Json dossier, Json claim, String opening, String proof) {}

    private int opening(Claimed claimed, LogVerifierKey key, Optional<Checkpoint> checkpoint) {
        Opening opening;
        try {
            opening = Opening.fromJson(CanonicalJson.parse(file(claimed.opening())));
            List<String> shown =
                    opening.fields().stream().map(Opening.Field::shows).toList();
            List<String> promised = claimed.claim().tree().get("shows").items().stream()
                    .map(Json::text)
                    .toList();
            if (!shown.equals(promised)
                    || !opening.kind().equals(claimed.claim().tree().get("kind").text())) {
                fault(claimed.opening(), "it opens something else than dossier.json says");
                return 0;
            }
            opening.fault(claimed.dossier()).ifPresent(reason -> fault(claimed.opening(), reason));
        } catch (EntryException e) {
            fault(claimed.opening(), "it is not an opening: " + e.getMessage());
            return 0;
        }
        switch (TlogProof.verify(opening.leaf().hash(), file(claimed.proof()), key)) {
            case Verdict.NotVerified(var reason) -> fault(claimed.proof(), reason);
            case Verdict.Verified(var seen, var _) -> {
                if (checkpoint.isPresent() && !checkpoint.get().equals(seen)) {
                    fault(claimed.proof(), "it is under another checkpoint than the package");
                }
            }
        }
        return opening.fields().size();
    }

    /** The page to be read names the file for machines that it says the same as. */
    private void pages() {
        String digest = Fingerprint.hex(file(DossierPackage.JSON));
        String page = new String(file(DossierPackage.HTML), StandardCharsets.UTF_8);
        if (!page.contains("<meta name=\"dossier-sha256\" content=\"" + digest + "\"/>")) {
            fault(DossierPackage.HTML, "it was made from another dossier.json");
        }
        if (!new String(
                        file(DossierPackage.PDF),
                        0,
                        Math.min(5, file(DossierPackage.PDF).length),
                        StandardCharsets.US_ASCII)
                .equals("%PDF-")) {
            fault(DossierPackage.PDF, "it is not a PDF");
        }
    }

    private static Verification.Summary summary(Told told) {
        Json.Tree tree = told.dossier().tree();
        List<Verification.Finding> findings = tree.get("findings").items().stream()
                .map(Json::tree)
                .map(each -> new Verification.Finding(
                        each.get("sentence")
                                .items()
                                .getFirst()
                                .tree()
                                .get("words")
                                .text(),
                        each.get("standard").text()))
                .toList();
        return new Verification.Summary(
                LocalDate.parse(tree.get("day").text()),
                tree.get("recipient").text(),
                findings,
                told.opened(),
                told.checkpoint().origin(),
                told.checkpoint().size());
    }

    private Bag bag() {
        return new Bag(new TreeMap<>(files));
    }

    private byte[] file(String path) {
        return files.getOrDefault(path, new byte[0]);
    }

    private void fault(String file, String reason) {
        faults.add(new Fault(file, reason));
    }

    private Verification refused(String file, String reason) {
        fault(file, reason);
        return new Verification.NotVerified(faults);
    }
}
