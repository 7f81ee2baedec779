// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.IntakeFact.Attachment;
import org.lapwing.casebook.fact.IntakeFact.ReplyWritten;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.IntakeFact.ReportTriaged;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.TriageDecision;
import org.lapwing.entry.Id;

/** What came in at the gate and waits, or what became of it. */
public final class Reports {
    private final Casebook casebook;

    Reports(Casebook casebook) {
        this.casebook = casebook;
    }

    /** @param additions what the receipt's holder sent later, in order */
    public record Report(
            Noted<ReportReceived> received,
            List<Noted<ReportReceived>> additions,
            Optional<Noted<ReportTriaged>> triaged,
            List<Noted<ReplyWritten>> replies) {
        public Id id() {
            return received.fact().report();
        }

        /** What came first and what the receipt's holder sent later, in order. */
        public List<Noted<ReportReceived>> parts() {
            return Stream.concat(Stream.of(received), additions.stream()).toList();
        }

        /** The parts that no account has been made of yet. */
        public List<Noted<ReportReceived>> untold() {
            long told = triaged.filter(each -> each.fact().decision() == TriageDecision.ACCOUNT_MADE)
                    .map(each -> each.ref().index())
                    .orElse(-1L);
            return parts().stream().filter(part -> part.ref().index() > told).toList();
        }

        /** The files that were attached to these parts. */
        public static List<Attachment> files(List<Noted<ReportReceived>> parts) {
            return parts.stream()
                    .flatMap(part -> part.fact().attachments().stream())
                    .filter(file -> !file.identityFile())
                    .toList();
        }

        /** Something since the last triage, or no triage yet. */
        public boolean waits() {
            long seen = triaged.map(each -> each.ref().index()).orElse(-1L);
            return triaged.isEmpty()
                    || additions.stream().anyMatch(each -> each.ref().index() > seen);
        }

        public boolean urgent() {
            return received.fact().urgent()
                    || additions.stream().anyMatch(each -> each.fact().urgent());
        }

        /** Whether the receipt's holder took back consent or asked to be forgotten: releases stop at once. */
        public boolean stopped() {
            return additions.stream()
                    .anyMatch(each -> each.fact().kind() == ReportKind.WITHDRAWAL
                            || each.fact().kind() == ReportKind.FORGET);
        }
    }

    public Optional<Report> report(Id report) {
        List<Noted<ReportReceived>> parts = casebook.about(report, ReportReceived.class);
        return parts.stream()
                .filter(part -> part.fact().report().equals(report))
                .findFirst()
                .map(first -> new Report(
                        first,
                        parts.stream().filter(part -> !part.equals(first)).toList(),
                        casebook.last(report, ReportTriaged.class),
                        casebook.about(report, ReplyWritten.class)));
    }

    /** Every first report, in order of arrival. */
    public List<Report> all() {
        return casebook.all(ReportReceived.class).stream()
                .filter(each -> each.fact().follows().isEmpty()
                        || report(each.fact().follows().get()).isEmpty())
                .flatMap(each -> report(each.fact().report()).stream())
                .toList();
    }

    /** What the list of reports that were looked at takes from one part. */
    private record Came(Id entry, Id report, boolean urgent, boolean follows) implements Shelf.Of {
        static Came of(Noted<ReportReceived> noted) {
            return new Came(
                    noted.ref().entry(),
                    noted.fact().report(),
                    noted.fact().urgent(),
                    noted.fact().follows().isPresent());
        }
    }

    /**
     * First reports that do not wait any more, in order of arrival. Those that others follow are read in full, the rest
     * are not.
     *
     * @param urgentOnly whether only those that say that somebody is in danger
     */
    public List<Id> seen(boolean urgentOnly) {
        Shelf shelf = casebook.shelf(Compartment.of(ReportReceived.class));
        return shelf.worked()
                .out(
                        Map.entry(Came.class, urgentOnly),
                        () -> shelf.each(ReportReceived.class, Came.class, Came::of).stream()
                                .filter(came -> {
                                    boolean alone =
                                            !came.follows() && shelf.count(came.report(), ReportReceived.class) == 1;
                                    return alone
                                            ? (came.urgent() || !urgentOnly)
                                                    && shelf.any(came.report(), ReportTriaged.class)
                                            : report(came.report())
                                                    .filter(report -> report.received()
                                                            .ref()
                                                            .entry()
                                                            .equals(came.entry()))
                                                    .filter(report -> report.received()
                                                            .fact()
                                                            .follows()
                                                            .flatMap(this::report)
                                                            .isEmpty())
                                                    .filter(report ->
                                                            !report.waits() && (report.urgent() || !urgentOnly))
                                                    .isPresent();
                                })
                                .map(Came::report)
                                .toList());
    }

    /** What nobody has looked at, urgent first, then in order of arrival. */
    public List<Report> waiting() {
        return casebook.shelf(Compartment.of(ReportReceived.class)).worked().out(Report.class, this::findWaiting);
    }

    private List<Report> findWaiting() {
        // What was added later is never answered by itself: the report to which it was added says whether it waits.
        return casebook.unanswered(ReportReceived.class, ReportTriaged.class).stream()
                .map(each -> each.fact()
                        .follows()
                        .filter(first -> report(first).isPresent())
                        .orElse(each.fact().report()))
                .distinct()
                .flatMap(each -> report(each).stream())
                .filter(Report::waits)
                .sorted(Comparator.comparingLong(each -> each.received().ref().index()))
                .sorted(Comparator.comparing((Report each) -> !each.urgent()))
                .toList();
    }
}
