// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.lapwing.fuzz.Parser.read;
import static org.lapwing.fuzz.Parser.same;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.EntryException;
import org.lapwing.fuzz.Cast;

/** A package from a stranger, as {@code lapwing verify} reads it. */
public final class DossierTargets {
    private static final String DAY = "2026-11-22";

    private final Cast cast = new Cast();
    private final Path file;

    public DossierTargets() {
        try {
            file = Files.createTempFile("package", ".zip");
            file.toFile().deleteOnExit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Anything as a package, against a key that signed nothing. */
    public void container(byte[] input) throws IOException {
        Files.write(file, input);
        Verification without = Verification.of(file, Optional.empty(), List.of());
        if (without instanceof Verification.Verified) {
            throw new AssertionError("a package was verified with no key given");
        }
        if (Contents.of(file) instanceof Contents.Read(var files)) {
            Files.write(file, PackageZip.write(files));
            same(true, Contents.of(file) instanceof Contents.Read again && equal(files, again.files()), "a package");
        }
    }

    private static boolean equal(SortedMap<String, byte[]> one, SortedMap<String, byte[]> other) {
        return one.keySet().equals(other.keySet())
                && one.keySet().stream().allMatch(path -> Arrays.equals(one.get(path), other.get(path)));
    }

    /** Anything as {@code dossier.json}, and behind a NUL as an opening, in a package that a stranger sealed rightly. */
    public void resealed(byte[] input) throws IOException {
        int end = 0;
        while (end < input.length && input[end] != 0) {
            end++;
        }
        var files = sealed(
                Arrays.copyOf(input, end), Arrays.copyOfRange(input, Math.min(end + 1, input.length), input.length));
        new Verifier(files).verify(Optional.empty(), List.of(cast.log.verifier().mlDsa44()));
        new Verifier(files).verify(Optional.of(cast.log.verifier()), List.of());
    }

    /** What a stranger with a log of their own can make of any dossier.json and opening. */
    SortedMap<String, byte[]> sealed(byte[] json, byte[] opening) {
        var payload = new TreeMap<String, byte[]>();
        payload.put(DossierPackage.JSON, json);
        payload.put(
                DossierPackage.HTML,
                ("<meta name=\"dossier-sha256\" content=\"" + Fingerprint.hex(json) + "\"/>")
                        .getBytes(StandardCharsets.UTF_8));
        payload.put(DossierPackage.PDF, "%PDF-".getBytes(StandardCharsets.UTF_8));
        payload.put(DossierPackage.KEY, cast.log.verifier().text().getBytes(StandardCharsets.UTF_8));
        if (opening.length > 0) {
            payload.put(DossierPackage.openingPath(1), opening);
        }
        byte[] salt = new byte[Seal.SALT_BYTES];
        PublicLog.Continued continued = new PublicLog(cast.log, List.of())
                .with(List.of(Seal.leaf(salt, payload)), LocalDate.parse(DAY), cast.random);
        payload.put(Seal.SALT, Seal.saltFile(salt));
        byte[] proof = continued.proofs().getFirst().format().getBytes(StandardCharsets.UTF_8);
        payload.put(Seal.PROOF, proof);
        if (opening.length > 0) {
            payload.put(DossierPackage.proofPath(1), proof);
        }
        return new TreeMap<>(Bag.of(payload, DAY).files());
    }

    /** A package that verifies. */
    public byte[] zip(byte[] json) {
        return PackageZip.write(sealed(json, new byte[0]));
    }

    /** Whether this zip verifies under the key that it was sealed with. */
    public boolean verifies(byte[] zip) throws IOException {
        Files.write(file, zip);
        return Verification.of(file, cast.log.verifier()) instanceof Verification.Verified;
    }

    /** Whether it does so although one of its files is not what it is in {@code honest}. */
    public boolean verifiesWithOtherFiles(byte[] zip, byte[] honest) throws IOException {
        if (!verifies(zip)) {
            return false;
        }
        var found = (Contents.Read) Contents.of(file);
        Files.write(file, honest);
        return !equal(found.files(), ((Contents.Read) Contents.of(file)).files());
    }

    public void opening(byte[] input) throws Exception {
        Optional<Opening> opening = read(EntryException.class, () -> Opening.fromJson(CanonicalJson.parse(input)));
        if (opening.isPresent()) {
            same(
                    opening.get().toJson(),
                    Opening.fromJson(opening.get().toJson()).toJson(),
                    "an opening");
            read(EntryException.class, () -> opening.get().fault(CanonicalJson.parse(input)));
            opening.get().leaf().hash();
        }
    }
}
