// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.GroupFact.MemberNoted;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.release.SampleBodies;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.weigh.Contamination;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.lapwing.seal.Receipt;
import org.lapwing.tables.Row;

/** Writes the invented world into a founded desk, each entry signed by the member who would have written it. */
final class DemoWorld {
    /** Who writes what no file gives to somebody else. */
    static final String INTAKE = "quiet-lark";

    static final String INVESTIGATOR = "fair-owl";
    static final String READER = "swift-dunlin";

    private final ReadingRoom readingRoom;
    private final Pen pen;
    private final DemoCast cast;
    private final Random random;

    DemoWorld(ReadingRoom readingRoom, Pen pen, DemoCast cast, Random random) {
        this.readingRoom = readingRoom;
        this.pen = pen;
        this.cast = cast;
        this.random = random;
    }

    /** The bodies that consents may name, by the word of the files. */
    private static final Map<String, BodyKind> BODIES = Map.of(
            "un-working-group", BodyKind.DISAPPEARANCES_MECHANISM,
            "court-abroad", BodyKind.COURT,
            "rapporteur", BodyKind.SPECIAL_RAPPORTEUR,
            "newspaper", BodyKind.PRESS);

    void write() {
        group();
        new DemoPeople(this, cast).write();
        new DemoPlaces(this, cast).write();
        new DemoTellings(this, cast, random).write();
        new DemoConsents(this, cast).write();
        new DemoTies(this, cast).write();
        new DemoStatements(this, cast).write();
        new DemoFindings(this, cast).write();
        inbox();
    }

    void as(String handle, List<? extends Fact> facts) {
        View view = readingRoom.enter(cast.member(handle));
        Outcome outcome = pen.write(view, view.position(), List.of(), facts);
        if (!(outcome instanceof Outcome.Appended)) {
            throw new IllegalStateException("the demonstration could not be written: " + outcome);
        }
    }

    /** Questions about passed details that this member's casebook leaves open for a finding. */
    List<Contamination.Question> raised(String handle, Id finding) {
        View view = readingRoom.enter(cast.member(handle));
        return view.casebook()
                .findings()
                .finding(finding)
                .map(each -> Contamination.open(view.casebook(), each))
                .orElse(List.of());
    }

    Id newId() {
        return pen.newId();
    }

    private void group() {
        var facts = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("members.csv")) {
            if (cast.members.containsKey(row.text("handle"))) {
                facts.add(new MemberNoted(
                        cast.member(row.text("handle")).member().id(),
                        row.text("handle"),
                        List.of(row.text("languages").split(" "))));
            }
        }
        for (BodyRecorded body : SampleBodies.of(random)) {
            facts.add(body);
            BODIES.forEach((word, kind) -> {
                if (kind == body.kind()) {
                    cast.bodies.put(word, body.body());
                }
            });
        }
        as(INTAKE, facts);
    }

    private void inbox() {
        for (String text : DemoFiles.folder("inbox", "R-", 9)) {
            DemoHeaders headers = DemoFiles.headers(text);
            Id report = newId();
            byte[] secret = new byte[Receipt.SECRET_BYTES];
            random.nextBytes(secret);
            Receipt receipt = Receipt.of(secret);
            as(
                    INTAKE,
                    List.of(new ReportReceived(
                            report,
                            LocalDate.parse(headers.get("received")),
                            headers.get("urgent").equals("yes"),
                            headers.get("language"),
                            DemoFiles.body(text),
                            List.of(),
                            Optional.empty(),
                            HexFormat.of().formatHex(receipt.locator()),
                            receipt.mailbox().recipient().toString(),
                            HexFormat.of().formatHex(receipt.revealProveKey()),
                            ReportKind.REPORT,
                            Optional.empty())));
        }
    }
}
