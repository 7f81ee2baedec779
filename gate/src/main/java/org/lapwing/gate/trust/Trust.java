// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.trust;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lapwing.gate.spool.DayStamp;
import org.lapwing.gate.spool.Durable;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.Roster;
import org.lapwing.seal.SealException;

/** The newest roster that holds, and the intake keys that count today. */
public final class Trust {

    /** A report is sealed to at most so many intake keys, the newest; two weeks of weekly keys are two or three. */
    static final int MOST_RECIPIENTS = 8;

    private static final String ENDING = ".certificate";

    private final RosterStore rosters;
    private final Path folder;
    private final DayStamp days;
    private final List<IntakeCertificate> certificates = new ArrayList<>();
    private @Nullable LocalDate countedOn;
    private List<HybridRecipient> counted = List.of();

    private Trust(RosterStore rosters, Path folder, DayStamp days) {
        this.rosters = rosters;
        this.folder = folder;
        this.days = days;
    }

    /**
     * @param data the gate's own folder
     * @param handedOver the roster's folder; {@code ../root.pin} and {@code ../intake/*.certificate} are read beside it
     * @throws org.lapwing.gate.GateException if there is no chain from the pinned root
     */
    public static Trust open(Path data, Path handedOver, DayStamp days) throws IOException {
        Path own = data.resolve("certificates");
        Files.createDirectories(own);
        Trust trust = new Trust(RosterStore.open(data, handedOver), own, days);
        for (Path folder : List.of(own, handedOver.resolveSibling("intake"))) {
            if (Files.isDirectory(folder)) {
                try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
                    for (Path file : files) {
                        trust.accept(Files.readAllBytes(file)); // what no longer counts is left aside
                    }
                }
            }
        }
        return trust;
    }

    public Roster roster() {
        return rosters.latest();
    }

    /** Takes a longer chain of rosters; says why not, empty if it did. */
    public synchronized Optional<String> extend(byte[] chain) throws IOException {
        Optional<String> refusal = rosters.extend(chain);
        countedOn = null;
        return refusal;
    }

    /** Takes an intake certificate that counts now or will; says why not, empty if it did. */
    public synchronized Optional<String> accept(byte[] text) throws IOException {
        IntakeCertificate certificate;
        try {
            certificate = IntakeCertificate.parse(text);
        } catch (SealException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
        LocalDate today = days.today();
        LocalDate day = certificate.from().isAfter(today) ? certificate.from() : today;
        Optional<String> refusal = certificate.refusal(rosters.latest(), day);
        if (refusal.isEmpty()) {
            Durable.write(folder.resolve(name(certificate)), text);
            certificates.removeIf(each -> name(each).equals(name(certificate)));
            certificates.add(certificate);
            countedOn = null;
        }
        return refusal;
    }

    private static String name(IntakeCertificate certificate) {
        return certificate.from() + "-" + certificate.recipient().shortName() + ENDING;
    }

    /** To whom a report of today is sealed; empty where no certificate counts. */
    public synchronized List<HybridRecipient> recipients() {
        LocalDate today = days.today();
        if (!today.equals(countedOn)) {
            counted = certificates.stream()
                    .filter(each -> each.refusal(rosters.latest(), today).isEmpty())
                    .sorted(Comparator.comparing(IntakeCertificate::from).reversed())
                    .map(IntakeCertificate::recipient)
                    .distinct()
                    .limit(MOST_RECIPIENTS)
                    .toList();
            countedOn = today;
        }
        return counted;
    }

    /** Whether a report can be taken today: there is an intake key, and there are the custodians of identities. */
    public boolean takesReports() {
        return !recipients().isEmpty() && roster().custodians().size() == IdentityFile.CUSTODIANS;
    }

    /** Removes certificates whose last day is over. */
    public synchronized void sweep() throws IOException {
        for (IntakeCertificate each : List.copyOf(certificates)) {
            if (each.to().isBefore(days.today())) {
                certificates.remove(each);
                Files.deleteIfExists(folder.resolve(name(each)));
            }
        }
    }
}
