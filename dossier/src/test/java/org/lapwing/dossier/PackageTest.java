// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.Hash;
import org.lapwing.tlog.LogVerifierKey;
import org.lapwing.tlog.MerkleTree;
import org.lapwing.tlog.TlogProof;
import org.lapwing.tlog.Verdict;

@TestInstance(Lifecycle.PER_CLASS)
class PackageTest {
    private final DossierPackage made = Samples.fresh().pack(Tongue.ENGLISH, Tongue.RUSSIAN);

    private Path folder = Path.of("");

    /** One package serves all tests; each has its own folder. */
    @BeforeEach
    void folder(@TempDir Path fresh) {
        folder = fresh;
    }

    private Verification verify(byte[] zip) throws Exception {
        Path file = folder.resolve("dossier.zip");
        Files.write(file, zip);
        return Verification.of(file, Samples.key(1).verifier());
    }

    private static SortedMap<String, byte[]> files(byte[] zip) throws Exception {
        return Zips.files(zip);
    }

    @Test
    void verifiesWithTheKeyOfItsLog() throws Exception {
        assertThat(verify(made.zip())).isInstanceOfSatisfying(Verification.Verified.class, verified -> {
            assertThat(verified.summary().findings().getFirst().sentence()).isEqualTo(Samples.SENTENCE.words());
            assertThat(verified.summary().opened()).isEqualTo(5);
            assertThat(verified.summary().size()).isEqualTo(256);
            assertThat(verified.summary().day()).isEqualTo(Samples.DAY);
        });
    }

    @Test
    void verifiesUnpackedToo() throws Exception {
        Zips.unpack(made.zip(), folder);
        assertThat(Verification.of(folder, Samples.key(1).verifier())).isInstanceOf(Verification.Verified.class);
        assertThat(Verification.of(folder.resolve("dossier"), Samples.key(1).verifier()))
                .isInstanceOf(Verification.Verified.class);
    }

    @Test
    void isTheSameFileWhenMadeAgain() {
        assertThat(Samples.fresh().pack(Tongue.ENGLISH, Tongue.RUSSIAN).zip()).isEqualTo(made.zip());
    }

    @Test
    void withoutAKeyItIsOnlyConsistent() throws Exception {
        Path file = folder.resolve("dossier.zip");
        Files.write(file, made.zip());
        assertThat(Verification.of(file, Optional.empty(), List.of()))
                .isInstanceOfSatisfying(
                        Verification.NobodyVouches.class,
                        open -> assertThat(open.fingerprint())
                                .isEqualTo(Fingerprint.of(Samples.key(1).verifier())));
    }

    @Test
    void refusesAnotherKey() throws Exception {
        Path file = folder.resolve("dossier.zip");
        Files.write(file, made.zip());
        assertFault(Verification.of(file, Samples.key(2).verifier()), DossierPackage.KEY);
    }

    @Test
    void refusesAWitnessWhoDidNotCosign() throws Exception {
        Path file = folder.resolve("dossier.zip");
        Files.write(file, made.zip());
        assertFault(
                Verification.of(
                        file,
                        Optional.of(Samples.key(1).verifier()),
                        List.of(Samples.key(2).verifier().mlDsa44())),
                Seal.PROOF);
    }

    @Test
    void namesTheFileOfWhichAnyByteChanged() throws Exception {
        int tried = 0;
        for (var file : files(made.zip()).entrySet()) {
            byte[] bytes = file.getValue();
            // Every byte of small files; of the large ones the ends and an even sample.
            int step = Math.max(1, bytes.length / 150);
            for (int at = 0; at < bytes.length; at += bytes.length <= 700 ? 1 : step) {
                SortedMap<String, byte[]> changed = files(made.zip());
                byte[] other = bytes.clone();
                other[at] ^= (byte) (1 << at % 7);
                changed.put(file.getKey(), other);
                assertFault(new Verifier(changed).verify(key(), List.of()), file.getKey());
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(2000);
    }

    private static Optional<LogVerifierKey> key() {
        return Optional.of(Samples.key(1).verifier());
    }

    @Test
    void namesAFileThatWasRemovedOrAdded() throws Exception {
        for (String file : files(made.zip()).keySet()) {
            SortedMap<String, byte[]> changed = files(made.zip());
            changed.remove(file);
            assertFault(new Verifier(changed).verify(key(), List.of()), file);
        }
        for (String added : List.of("data/more.txt", "more.txt", "data/proofs/3.opening.json", "data/exhibits/a.pdf")) {
            SortedMap<String, byte[]> changed = files(made.zip());
            changed.put(added, "x".getBytes(StandardCharsets.UTF_8));
            assertFault(new Verifier(changed).verify(key(), List.of()), added);
        }
    }

    /** Whoever changes a file can write new manifests; only the log's signature stops that. */
    @Test
    void refusesAChangedFileUnderNewManifests() throws Exception {
        for (String file : files(made.zip()).headMap("tagmanifest").keySet()) {
            if (!file.startsWith("data/")) {
                continue;
            }
            var payload = new TreeMap<String, byte[]>(new Bag(files(made.zip())).payload());
            byte[] other = payload.get(file).clone();
            other[other.length / 2] ^= 1;
            payload.put(file, other);
            Verification answer =
                    new Verifier(Bag.of(payload, Samples.DAY.toString()).files()).verify(key(), List.of());
            assertThat(answer).as(file).isInstanceOf(Verification.NotVerified.class);
        }
    }

    @Test
    void refusesAnotherSentenceEvenUnderNewManifestsAndSalt() throws Exception {
        var payload = new TreeMap<String, byte[]>(new Bag(files(made.zip())).payload());
        String json = new String(payload.get(DossierPackage.JSON), StandardCharsets.UTF_8);
        payload.put(DossierPackage.JSON, json.replace("mid April", "mid March").getBytes(StandardCharsets.UTF_8));
        Verification answer =
                new Verifier(Bag.of(payload, Samples.DAY.toString()).files()).verify(key(), List.of());
        assertThat(((Verification.NotVerified) answer).faults())
                .extracting(Fault::file)
                .contains("data/proofs/2.opening.json", Seal.PROOF, DossierPackage.HTML);
    }

    @Test
    void refusesToOpenAnEntryThatSaysSomethingElse() {
        Samples samples = Samples.fresh();
        Dossier dossier = samples.dossier(Tongue.ENGLISH);
        Dossier other = new Dossier(
                dossier.day(),
                dossier.recipient(),
                dossier.purpose(),
                dossier.tongues(),
                dossier.findings(),
                List.of(),
                List.of(new Proof(
                        1,
                        dossier.proofs().getFirst().entry(),
                        "FindingReviewed",
                        new TreeMap<>(Map.of(2, "/findings/0/type")))));
        assertThatThrownBy(() -> DossierPackage.of(other, samples::entry, Samples.log(), Samples.seeded(3)))
                .isInstanceOf(DossierException.class);
    }

    @Test
    void eachPublicationContinuesTheLogOfTheFormer() throws Exception {
        List<byte[]> leaves = new ArrayList<>(made.newLeaves());
        Samples samples = Samples.fresh();
        DossierPackage second = DossierPackage.of(
                samples.dossier(Tongue.ENGLISH),
                samples::entry,
                new PublicLog(Samples.key(1), leaves),
                Samples.seeded(4));
        leaves.addAll(second.newLeaves());
        assertThat(leaves).hasSize(512);
        List<Hash> hashes = MerkleTree.leafHashes(leaves);
        assertThat(checkpoint(made)
                        .continuedBy(checkpoint(second), MerkleTree.consistencyProof(hashes, 256))
                        .holds())
                .isTrue();
    }

    private static Checkpoint checkpoint(DossierPackage of) throws Exception {
        String signed =
                TlogProof.parse(files(of.zip()).get(Seal.PROOF)).orThrow().checkpoint();
        return ((Verdict.Verified) Checkpoint.verify(signed, Samples.key(1).verifier())).checkpoint();
    }

    static void assertFault(Verification answer, String file) {
        assertThat(answer).as(file).isInstanceOf(Verification.NotVerified.class);
        assertThat(((Verification.NotVerified) answer).faults())
                .extracting(Fault::file)
                .as("the file named")
                .contains(file);
    }
}
