// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.Reports.Report;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.IntakeFact.ReportTriaged;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.TriageDecision;
import org.lapwing.entry.Id;

/** What waits is found without reading what was done: the same reports as by reading all, wherever their facts lie. */
class WaitingReportsTest {
    private static final int FACTS = 5000;

    private final Random random = new Random(3);
    private final List<Id> reports = new ArrayList<>();

    private static Fact received(Id report, Optional<Id> follows) {
        return new ReportReceived(
                report,
                LocalDate.of(2019, 3, 1),
                false,
                "ru",
                "words",
                List.of(),
                Optional.empty(),
                "",
                "",
                "",
                follows.isPresent() ? ReportKind.ADDITION : ReportKind.REPORT,
                follows);
    }

    private Fact next() {
        boolean fresh = reports.size() < 10 || random.nextInt(3) == 0;
        if (!fresh && random.nextInt(4) > 0) {
            Id report = reports.get(random.nextInt(reports.size()));
            return new ReportTriaged(report, TriageDecision.SET_ASIDE, Optional.empty(), Optional.empty());
        }
        Id report = Id.random(random);
        if (fresh) {
            reports.add(report);
            return received(report, Optional.empty());
        }
        return received(report, Optional.of(reports.get(random.nextInt(reports.size()))));
    }

    private static List<Id> waitingByReadingAll(Casebook casebook) {
        return casebook.reports().all().stream()
                .filter(Report::waits)
                .map(Report::id)
                .toList();
    }

    private static List<Id> waiting(Casebook casebook) {
        return casebook.reports().waiting().stream().map(Report::id).toList();
    }

    private static Casebook reopened(Casebook casebook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CasebookForm.write(casebook, Compartment.INTAKE, out);
        return CasebookForm.read(Compartment.INTAKE, new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void whatWaitsIsTheSameLooseBoundAndReopened() throws IOException {
        Casebook casebook = Casebook.EMPTY;
        List<Id> entries = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            Id entry = Id.random(random);
            entries.add(entry);
            EntryRef ref = new EntryRef(i, entry, new Id(1, 1), Instant.ofEpochSecond(i), new Id(2, 2));
            casebook = CasebookFold.apply(casebook, next(), ref).settled();
            if (i % 500 == 0) {
                assertThat(waiting(casebook)).isEqualTo(waitingByReadingAll(casebook));
            }
        }
        assertThat(casebook.shelf(Compartment.INTAKE).bundles()).isNotEmpty();
        assertThat(waiting(casebook)).hasSizeGreaterThan(50).isEqualTo(waitingByReadingAll(casebook));
        assertThat(waiting(reopened(casebook))).isEqualTo(waiting(casebook));
        Casebook less = CasebookFold.erase(casebook, entries.subList(1000, 1400));
        assertThat(waiting(less)).isEqualTo(waitingByReadingAll(less)).isNotEqualTo(waiting(casebook));
    }
}
