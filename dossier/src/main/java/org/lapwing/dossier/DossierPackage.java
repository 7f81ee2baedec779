// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Id;

/**
 * A dossier as one file: a zip that holds a BagIt bag with the dossier to read, to print and for machines, and the
 * proofs. Whoever made it must keep {@code newLeaves} at the end of the public log <em>before</em> the file is handed
 * out: a log that forgets them will contradict this package at the next publication.
 */
public record DossierPackage(byte[] zip, List<byte[]> newLeaves) {
    static final int VERSION = 1;
    static final String PDF = "data/dossier.pdf";
    static final String HTML = "data/dossier.html";
    static final String JSON = "data/dossier.json";
    static final String EXHIBITS = "data/exhibits/";
    static final String PROOFS = "data/proofs/";
    static final String KEY = PROOFS + "log.key";

    public DossierPackage {
        newLeaves = List.copyOf(newLeaves);
    }

    /** Gives the entry of this id with its leaf; throws what it likes when it cannot. */
    public interface Journal {
        ProvenEntry entry(Id id);
    }

    /**
     * Writes and signs the package. The same dossier, log and generator in the same state give the same bytes.
     *
     * @throws DossierException when an entry that is to be opened does not say what the dossier says
     */
    public static DossierPackage of(Dossier dossier, Journal journal, PublicLog log, SecureRandom random) {
        byte[] json = CanonicalJson.encode(dossier.toJson());
        var page = new Page(dossier, Fingerprint.hex(json), log.key().verifier());
        var payload = new TreeMap<String, byte[]>();
        payload.put(JSON, json);
        payload.put(HTML, page.html().getBytes(StandardCharsets.UTF_8));
        payload.put(PDF, PagePdf.of(page));
        payload.put(KEY, log.key().verifier().text().getBytes(StandardCharsets.UTF_8));
        dossier.exhibits().forEach(exhibit -> payload.put(exhibit.path(), exhibit.bytes()));
        List<byte[]> leaves = openings(dossier, journal, payload);
        byte[] salt = new byte[Seal.SALT_BYTES];
        random.nextBytes(salt);
        leaves.add(Seal.leaf(salt, payload));
        payload.put(Seal.SALT, Seal.saltFile(salt));
        PublicLog.Continued continued = log.with(leaves, dossier.day(), random);
        for (int i = 0; i < dossier.proofs().size(); i++) {
            payload.put(
                    proofPath(dossier.proofs().get(i).number()),
                    utf8(continued.proofs().get(i).format()));
        }
        payload.put(Seal.PROOF, utf8(continued.proofs().getLast().format()));
        Bag bag = Bag.of(payload, dossier.day().toString());
        return new DossierPackage(PackageZip.write(bag.files()), continued.added());
    }

    private static List<byte[]> openings(Dossier dossier, Journal journal, SortedMap<String, byte[]> payload) {
        List<byte[]> leaves = new ArrayList<>();
        for (Proof proof : dossier.proofs()) {
            ProvenEntry proven = journal.entry(proof.entry());
            Opening opening = Opening.of(proof, proven);
            opening.fault(dossier.toJson()).ifPresent(reason -> {
                throw new DossierException("proof " + proof.number() + " does not hold: " + reason);
            });
            payload.put(openingPath(proof.number()), CanonicalJson.encode(opening.toJson()));
            leaves.add(proven.leaf().hash());
        }
        return leaves;
    }

    /** SHA-256 of the file, as it is recorded at the desk. */
    public String sha256() {
        return Fingerprint.hex(zip);
    }

    static String openingPath(long number) {
        return PROOFS + number + ".opening.json";
    }

    static String proofPath(long number) {
        return PROOFS + number + Seal.PROOF_SUFFIX;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
