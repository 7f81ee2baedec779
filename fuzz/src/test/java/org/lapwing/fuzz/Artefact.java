// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.lapwing.dossier.DossierTargets;
import org.lapwing.seal.AgeArmor;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.EntryContext;
import org.lapwing.seal.EntrySeal;
import org.lapwing.seal.EntryText;
import org.lapwing.seal.Grant;
import org.lapwing.seal.GrantOpening;
import org.lapwing.seal.IdentityBodies;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.KeyFileOpening;
import org.lapwing.seal.MemberKeyFile;
import org.lapwing.seal.Passphrase;
import org.lapwing.seal.RosterChain;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SealedEntry;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.WordList;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.LeafSource;
import org.lapwing.tlog.MerkleTree;
import org.lapwing.tlog.TileName;
import org.lapwing.tlog.TilesInMemory;
import org.lapwing.tlog.TlogException;
import org.lapwing.tlog.TlogProof;
import org.lapwing.tlog.Verdict;

/** One thing that is signed or sealed, and who takes it for true. */
enum Artefact {
    AGE_FILE(Artefact::ageFile, 7),
    ARMOR(Artefact::armor, 11),
    KEY_FILE(Artefact::keyFile, 29),
    IDENTITY_FILE(Artefact::identityFile, 61),
    ROSTER(() -> roster(0), 293),
    NEXT_ROSTER(() -> roster(1), 593),
    CERTIFICATE(Artefact::certificate, 3),
    GRANT(Artefact::grant, 5),
    CHECKPOINT(Artefact::checkpoint, 7),
    TLOG_PROOF(Artefact::proof, 7),
    FULL_TILE(() -> tile("tile/0/000"), 31),
    PARTIAL_TILE(() -> tile("tile/0/001.p/44"), 1),
    TOP_TILE(() -> tile("tile/1/000.p/1"), 1),
    ENTRY_HEADER(() -> row(0), 1),
    ENTRY_BODY(() -> row(1), 1),
    WRAPPED_KEY(() -> row(2), 1),
    PACKAGE(Artefact::dossier, 97);

    /** Bytes, and whether somebody takes these or others for true. A refusal may be an exception of the room. */
    record Judged(byte[] bytes, Judge judge) {}

    @FunctionalInterface
    interface Judge {
        boolean takes(byte[] bytes) throws Exception;
    }

    private final Supplier<Judged> made;
    private final int step;

    Artefact(Supplier<Judged> made, int step) {
        this.made = made;
        this.step = step;
    }

    Judged make() {
        return made.get();
    }

    /** In the short run every so many bytes only. */
    int step() {
        return step;
    }

    static boolean refuses(Judge judge, byte[] bytes) throws Exception {
        try {
            return !judge.takes(bytes);
        } catch (SealException | TlogException documented) {
            return true;
        }
    }

    private static final byte[] CONTENT = "chiffchaff at dawn".getBytes(StandardCharsets.UTF_8);

    private static byte[] sealed(Cast cast) {
        return AgeFile.sealBytes(List.of(cast.custodianKeys.getFirst().recipient()), CONTENT, cast.random);
    }

    private static Judged ageFile() {
        var cast = new Cast();
        return new Judged(sealed(cast), file -> AgeFile.openBytes(cast.custodianKeys, file).length >= 0);
    }

    private static Judged armor() {
        var cast = new Cast();
        var armored = new ByteArrayOutputStream();
        try (var out = AgeArmor.writer(armored)) {
            out.write(sealed(cast));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return new Judged(armored.toByteArray(), text -> {
            try (InputStream plain =
                    AgeFile.open(cast.custodianKeys, AgeArmor.reader(new ByteArrayInputStream(text)))) {
                return plain.readAllBytes().length >= 0;
            }
        });
    }

    private static Judged keyFile() {
        var cast = new Cast();
        var opener = new KeyFileOpener(new Argon2Cost(8192, 1, 1), cast.random);
        Passphrase passphrase = Passphrase.generate(WordList.ENGLISH, cast.random);
        return new Judged(
                opener.create(cast.keys.getFirst(), passphrase).bytes(),
                file -> cheap(file)
                        && opener.open(MemberKeyFile.parse(file), passphrase) instanceof KeyFileOpening.Opened);
    }

    /** A changed cost that is accepted but dear is refused by the derivation like any other: not waited for here. */
    private static boolean cheap(byte[] file) {
        Argon2Cost cost = MemberKeyFile.parse(file).cost();
        return (long) cost.memoryKiB() * cost.passes() <= 64 * 1024;
    }

    private static Judged identityFile() {
        var cast = new Cast();
        return new Judged(
                IdentityFile.seal(new byte[16], CONTENT, cast.first().custodians(), cast.random)
                        .bytes(),
                file -> IdentityBodies.open(file, cast).length >= 0);
    }

    private static Judged roster(int changed) {
        var cast = new Cast();
        List<byte[]> chain = cast.chain();
        return new Judged(chain.get(changed), text -> {
            List<byte[]> forged = changed == 0 ? List.of(text) : List.of(chain.getFirst(), text);
            return RosterChain.verify(cast.root.verifyKeys(), forged) instanceof RosterChain.Accepted;
        });
    }

    private static Judged certificate() {
        var cast = new Cast();
        var roster = cast.accepted().latest();
        LocalDate day = Cast.DAY.plusDays(3);
        return new Judged(
                IntakeCertificate.sign(cast.custodianKeys.getFirst().recipient(), Cast.DAY, 14, cast.signer(0))
                        .bytes(),
                text -> IntakeCertificate.parse(text).refusal(roster, day).isEmpty());
    }

    private static Judged grant() {
        var cast = new Cast();
        RosterChain.Accepted chain = cast.accepted();
        return new Judged(
                Grant.of(cast.casebook)
                        .seal(cast.first().member(Cast.id(1)).orElseThrow(), cast.signer(0), cast.random),
                grant -> Grant.open(grant, Cast.id(1), cast.keys.get(1).identity(), chain)
                        instanceof GrantOpening.Opened);
    }

    /** A signed note is what a checkpoint is. */
    private static Judged checkpoint() {
        var cast = new Cast();
        return new Judged(
                new LogTargets().signed().getBytes(StandardCharsets.UTF_8),
                note -> Checkpoint.verify(note, cast.log.verifier()) instanceof Verdict.Verified);
    }

    private static Judged proof() {
        var cast = new Cast();
        var log = new LogTargets();
        var hashes = MerkleTree.leafHashes(log.leaves());
        return new Judged(
                new TlogProof(7, MerkleTree.inclusionProof(hashes, 7), log.signed())
                        .format()
                        .getBytes(StandardCharsets.UTF_8),
                file -> TlogProof.verify(log.leaves().get(7), file, cast.log.verifier()) instanceof Verdict.Verified);
    }

    /** A changed tile must give another root than the signed one, or, where the tree of this size skips it, be found. */
    private static Judged tile(String path) {
        var log = new LogTargets();
        LeafSource source = LeafSource.of(log.leaves());
        var tiles = new TilesInMemory();
        tiles.writeUpTo(source, log.leaves().size());
        var root = tiles.root(log.leaves().size());
        TileName name = TileName.parse(path).orElseThrow();
        byte[] good = tiles.read(name).orElseThrow();
        return new Judged(good, bytes -> {
            tiles.overwrite(name, bytes);
            boolean rootStays = tiles.root(log.leaves().size()).equals(root);
            return rootStays && tiles.checkTiles(source).isEmpty();
        });
    }

    private static Judged row(int part) {
        var cast = new Cast();
        var context = new EntryContext(new byte[16], "ClaimCoded", 1, "casebook", 1);
        ShredKey shred = ShredKey.generate(cast.random);
        SealedEntry row =
                new EntrySeal(cast.random).seal(cast.casebook, shred, context, new EntryText(CONTENT, CONTENT));
        return switch (part) {
            case 0 -> new Judged(row.header(), header -> EntrySeal.openHeader(cast.casebook, header).length >= 0);
            case 1 ->
                new Judged(
                        row.body(),
                        body -> EntrySeal.openBody(
                                                cast.casebook,
                                                shred,
                                                context,
                                                new SealedEntry(row.wrappedKey(), row.header(), body))
                                        .length
                                >= 0);
            default ->
                new Judged(
                        row.wrappedKey(),
                        key -> EntrySeal.openBody(
                                                cast.casebook,
                                                shred,
                                                context,
                                                new SealedEntry(key, row.header(), row.body()))
                                        .length
                                >= 0);
        };
    }

    /**
     * A package is taken if it verifies and one of its files differs. What the zip says beside its files (times, versions,
     * attributes, the local headers that nobody reads, spare bits of flags) may change: no file does, and whoever unpacks it
     * gets the same bytes.
     */
    private static Judged dossier() {
        var targets = new DossierTargets();
        byte[] json;
        try {
            json = Files.readAllBytes(CorpusTest.CORPUS.resolve("dossier/seed-without-proofs"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        byte[] zip = targets.zip(json);
        return new Judged(
                zip,
                changed -> Arrays.equals(zip, changed)
                        ? targets.verifies(changed)
                        : targets.verifiesWithOtherFiles(changed, zip));
    }
}
