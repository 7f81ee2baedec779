// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Reports.Report;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.Attachment;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.desk.inbox.ReportFile.ListedFile;
import org.lapwing.desk.inbox.Unaccepted.Why;
import org.lapwing.desk.inbox.WaitingList.Waiting;
import org.lapwing.desk.reading.FileRoom;
import org.lapwing.desk.reading.FileRoom.Kept;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SizeClass;

/** Takes one report that waits at the gate into the journal, whole and verified, or not at all. */
final class Intake {
    static final String REPORT = "report.age";
    static final String IDENTITY = "identity";

    /** The words' size class and what age adds, with room; a longer one is no report. */
    private static final int LONGEST_REPORT = 256 * 1024;

    private final FileRoom files;
    private final ReadingRoom readingRoom;
    private final Pen pen;
    private final Clock clock;

    Intake(FileRoom files, ReadingRoom readingRoom, Pen pen, Clock clock) {
        this.files = files;
        this.readingRoom = readingRoom;
        this.pen = pen;
        this.clock = clock;
    }

    /** Where a report is fetched from, who takes it, and with which keys it opens. */
    record Hands(GateClient gate, Unlocked member, List<HybridIdentity> identities) {
        Hands with(List<HybridIdentity> others) {
            return new Hands(gate, member, others);
        }
    }

    /** @throws Unaccepted if it is none, or is of another id */
    ReportFile read(Waiting waiting, Hands hands) throws IOException {
        byte[] sealed;
        try (InputStream in = hands.gate().file(waiting.report(), REPORT)) {
            sealed = in.readNBytes(LONGEST_REPORT + 1);
        }
        byte[] json;
        try {
            json = SizeClass.unpaddedText(AgeFile.openBytes(hands.identities(), sealed));
        } catch (SealException e) {
            throw new Unaccepted(Why.DOES_NOT_OPEN);
        }
        ReportFile report = ReportFile.parse(json);
        // The name is the gate's to choose; the id inside is what was sealed.
        if (!report.id().equals(waiting.report())) {
            throw new Unaccepted(Why.NO_REPORT);
        }
        return report;
    }

    /** Whether an earlier round has written it, and only its deletion at the gate failed. */
    boolean has(Id report, Unlocked member) {
        return readingRoom.enter(member).casebook().reports().report(report).isPresent();
    }

    /**
     * Writes it, files first.
     *
     * @throws Unaccepted if a file differs or the proof fails; nothing is left of it then
     */
    void take(Waiting waiting, ReportFile report, Hands hands) throws IOException {
        View view = readingRoom.enter(hands.member());
        Optional<Report> earlier = earlier(view.casebook(), report);
        requireProof(report, earlier);
        requireSameFiles(waiting, report);
        List<Kept> kept = new ArrayList<>();
        boolean written = false;
        try {
            List<Attachment> attachments = new ArrayList<>();
            for (ListedFile each : report.files()) {
                attachments.add(attachment(waiting.report(), each, hands, kept));
            }
            attachments.add(identity(waiting.report(), report, hands, kept));
            Outcome outcome = pen.write(view, view.position(), List.of(), facts(view, report, earlier, attachments));
            if (!(outcome instanceof Outcome.Appended)) {
                throw new Unaccepted(Why.NOT_WRITTEN);
            }
            written = true;
        } finally {
            if (!written) {
                files.forget(kept);
            }
        }
    }

    private static Optional<Report> earlier(Casebook casebook, ReportFile report) {
        return report.kind() == ReportKind.REPORT
                ? Optional.empty()
                : casebook.reports().all().stream()
                        .filter(each -> each.received().fact().kind() == ReportKind.REPORT
                                && each.received().fact().locator().equals(report.locator()))
                        .findFirst();
    }

    /** What follows a report that we have must prove its receipt. One that follows none proves nothing and claims nothing. */
    private static void requireProof(ReportFile report, Optional<Report> earlier) {
        if (report.proof().isPresent()
                && earlier.isPresent()
                && !report.proof().get().holds(earlier.get().received().fact().prove())) {
            throw new Unaccepted(Why.NOT_PROVEN);
        }
    }

    private static void requireSameFiles(Waiting waiting, ReportFile report) {
        Set<String> stated = new HashSet<>(Set.of(REPORT, IDENTITY));
        report.files().forEach(each -> stated.add(each.file()));
        Set<String> there = new HashSet<>();
        waiting.files().forEach(each -> there.add(each.name()));
        if (!stated.equals(there) || stated.size() != report.files().size() + 2) {
            throw new Unaccepted(Why.FILES_DIFFER);
        }
    }

    private Attachment attachment(Id at, ListedFile stated, Hands hands, List<Kept> all) throws IOException {
        Kept kept;
        try (InputStream in = hands.gate().file(at, stated.file())) {
            kept = files.keep(SizeClass.unpadded(AgeFile.open(hands.identities(), in), stated.length()));
        } catch (SealException e) {
            throw new Unaccepted(Why.FILES_DIFFER);
        }
        all.add(kept);
        if (kept.length() != stated.length() || !kept.sha256().equals(stated.sha256())) {
            throw new Unaccepted(Why.FILES_DIFFER);
        }
        return listed(pen.newId(), stated.name(), stated.type(), kept);
    }

    private Attachment identity(Id at, ReportFile report, Hands hands, List<Kept> all) throws IOException {
        byte[] bytes;
        try (InputStream in = hands.gate().file(at, IDENTITY)) {
            bytes = in.readNBytes(IdentityFile.BYTES + 1);
        }
        try {
            if (!Id.of(IdentityFile.parse(bytes).recordId()).equals(report.identity())) {
                throw new Unaccepted(Why.FILES_DIFFER);
            }
        } catch (SealException e) {
            throw new Unaccepted(Why.FILES_DIFFER);
        }
        Kept kept = files.keep(new ByteArrayInputStream(bytes));
        all.add(kept);
        return listed(report.identity(), IDENTITY, Attachment.IDENTITY_TYPE, kept);
    }

    private static Attachment listed(Id file, String name, String type, Kept kept) {
        return new Attachment(file, name, type, kept.length(), kept.sha256(), kept.blob(), kept.seed());
    }

    private List<Fact> facts(View view, ReportFile report, Optional<Report> earlier, List<Attachment> attachments) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new ReportReceived(
                report.id(),
                report.day(),
                report.urgent(),
                report.language(),
                report.words(),
                attachments,
                Optional.of(report.identity()),
                report.locator(),
                report.opening().map(ReportFile.Opening::mailbox).orElse(""),
                report.opening().map(ReportFile.Opening::prove).orElse(""),
                report.kind(),
                earlier.map(Report::id)));
        if (report.kind() == ReportKind.WITHDRAWAL || report.kind() == ReportKind.FORGET) {
            earlier.ifPresent(each -> facts.addAll(withdrawals(view, each)));
        }
        return facts;
    }

    /** Releases stop at once: the source that a report became has taken its consent back, for every purpose. */
    private List<Fact> withdrawals(View view, Report earlier) {
        Set<Id> sources = new LinkedHashSet<>();
        for (var account : view.casebook().about(earlier.id(), AccountTaken.class)) {
            sources.add(account.fact().source());
        }
        return sources.stream()
                .<Fact>map(source -> new ConsentWithdrawn(
                        source,
                        source,
                        Optional.empty(),
                        LocalDate.now(clock),
                        "At the gate, by the holder of the receipt."))
                .toList();
    }
}
