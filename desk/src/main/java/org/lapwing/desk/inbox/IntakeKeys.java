// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.Signer;

/**
 * The keys of the week, to which the gate seals. Each is a fresh hybrid identity whose seed lies sealed to the intake
 * compartment and is destroyed {@value #KEPT_DAYS} days after its certificate ends: what was taken from the gate's disk
 * before then opens for nobody afterwards. Safe for use by several threads.
 */
public final class IntakeKeys {
    /** A new key each week; certificates of two weeks leave one week for a desk that nobody unlocks. */
    private static final int WEEK = 7;

    private static final int KEPT_DAYS = 30;
    private static final String SEED = ".seed.age";
    private static final String CERTIFICATE = ".certificate";
    private static final Pattern CERTIFICATE_FILE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.certificate");

    private final DeskPlace place;
    private final Clock clock;
    private final SecureRandom random;

    public IntakeKeys(DeskPlace place, Clock clock, SecureRandom random) {
        this.place = place;
        this.clock = clock;
        this.random = random;
    }

    /** The newest certificate, made now if the last one is a week old; and old seeds destroyed. */
    public synchronized IntakeCertificate renew(Unlocked intake) {
        LocalDate today = LocalDate.now(clock);
        destroyOld(today);
        // A certificate made while the clock ran ahead must not stop the making of those that count now.
        Optional<IntakeCertificate> last = certificates().stream()
                .filter(each -> !each.from().isAfter(today))
                .max(Comparator.comparing(IntakeCertificate::from));
        if (last.isPresent() && last.get().from().plusDays(WEEK).isAfter(today)) {
            return last.get();
        }
        HybridIdentity identity = HybridIdentity.generate(random);
        Epoch epoch = intake.keys()
                .newest(Compartment.INTAKE.word())
                .orElseThrow(() -> new IllegalStateException("this member does not hold the intake compartment"));
        IntakeCertificate certificate = IntakeCertificate.sign(
                identity.recipient(),
                today,
                IntakeCertificate.MOST_DAYS,
                new Signer(intake.member().id().toString(), intake.author().key()));
        // The seed first: a certificate without its seed would have the gate seal to nobody.
        DeskPlace.write(
                place.intake().resolve(today + SEED),
                AgeFile.sealBytes(List.of(epoch.identity().recipient()), identity.revealSeed(), random));
        DeskPlace.write(place.intake().resolve(today + CERTIFICATE), certificate.bytes());
        return certificate;
    }

    public synchronized Optional<IntakeCertificate> newest() {
        return certificates().stream().max(Comparator.comparing(IntakeCertificate::from));
    }

    /** Every identity whose seed still exists, newest first. */
    public synchronized List<HybridIdentity> identities(Unlocked intake) {
        List<HybridIdentity> epochs = intake.keys().epochs(Compartment.INTAKE.word()).stream()
                .map(Epoch::identity)
                .toList();
        List<HybridIdentity> identities = new ArrayList<>();
        for (IntakeCertificate certificate : certificates().reversed()) {
            Path seed = place.intake().resolve(certificate.from() + SEED);
            if (Files.exists(seed)) {
                identities.add(HybridIdentity.fromSeed(AgeFile.openBytes(epochs, DeskPlace.read(seed))));
            }
        }
        return identities;
    }

    private void destroyOld(LocalDate today) {
        for (IntakeCertificate certificate : certificates()) {
            if (certificate.to().plusDays(KEPT_DAYS).isBefore(today)) {
                try {
                    Files.deleteIfExists(place.intake().resolve(certificate.from() + SEED));
                    Files.deleteIfExists(place.intake().resolve(certificate.from() + CERTIFICATE));
                } catch (IOException e) {
                    throw new UncheckedIOException("an old intake key cannot be destroyed", e);
                }
            }
        }
    }

    /** Oldest first. */
    private List<IntakeCertificate> certificates() {
        if (!Files.isDirectory(place.intake())) {
            return List.of();
        }
        try (var files = Files.list(place.intake())) {
            return files.filter(file -> CERTIFICATE_FILE
                            .matcher(String.valueOf(file.getFileName()))
                            .matches())
                    .sorted(Comparator.comparing(Path::getFileName))
                    .map(file -> IntakeCertificate.parse(DeskPlace.read(file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the intake certificates cannot be read", e);
        }
    }
}
