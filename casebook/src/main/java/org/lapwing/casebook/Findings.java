// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.FindingFact.ExposureJudged;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.FindingFact.FindingRevised;
import org.lapwing.casebook.fact.FindingFact.StandardProposed;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.WeighingFact.ClaimSetAside;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.fact.WeighingFact.ContaminationAnswered;
import org.lapwing.casebook.fact.WeighingFact.ContaminationNoted;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.fact.WeighingFact.StatementWeighed;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** What the group concludes, and what lies on either side of it. */
public final class Findings {
    private final Casebook casebook;

    Findings(Casebook casebook) {
        this.casebook = casebook;
    }

    /** A claim with the side on which it lies. */
    public record WeighedClaim(Claims.Claim claim, Side side, EntryRef weighed) {}

    public record WeighedStatement(Statements.Statement statement, Side side, Optional<EntryRef> weighed) {}

    /** A question about details that could have passed, and its answer. */
    public record Risk(Noted<ContaminationNoted> noted, Optional<Noted<ContaminationAnswered>> answer) {}

    /**
     * A finding as it now stands.
     *
     * @param claims as last weighed; those set aside are left out
     * @param erased claims that were weighed, are no longer here, and have not been set aside
     * @param answers to what contradicts it, the latest for each
     * @param releases dossiers in which it stands, for whoever holds their compartment
     */
    public record Finding(
            Noted<FindingProposed> proposed,
            List<Noted<FindingRevised>> revisions,
            List<WeighedClaim> claims,
            List<Noted<ClaimWeighed>> erased,
            List<WeighedStatement> statements,
            List<Risk> risks,
            List<Noted<FindingReasoned>> reasons,
            List<Noted<ContradictionAnswered>> answers,
            List<Noted<StandardProposed>> standards,
            List<Noted<FindingReviewed>> reviews,
            List<Noted<ExposureJudged>> exposures,
            List<Noted<DossierPublished>> releases) {
        public Id id() {
            return proposed.fact().finding();
        }

        public int number() {
            return proposed.fact().number();
        }

        /** As shown: F-7. */
        public String label() {
            return "F-" + number();
        }

        public int version() {
            return revisions.isEmpty() ? 1 : revisions.getLast().fact().version();
        }

        public Text proposition() {
            return revisions.isEmpty()
                    ? proposed.fact().proposition()
                    : revisions.getLast().fact().proposition();
        }

        public Optional<Edtf> period() {
            return revisions.isEmpty()
                    ? proposed.fact().period()
                    : revisions.getLast().fact().period();
        }

        public Optional<Id> place() {
            return revisions.isEmpty()
                    ? proposed.fact().place()
                    : revisions.getLast().fact().place();
        }

        public Optional<Id> unit() {
            return revisions.isEmpty()
                    ? proposed.fact().unit()
                    : revisions.getLast().fact().unit();
        }

        public List<Id> about() {
            return revisions.isEmpty()
                    ? proposed.fact().about()
                    : revisions.getLast().fact().about();
        }

        public Standard standard() {
            return standards.isEmpty()
                    ? proposed.fact().standard()
                    : standards.getLast().fact().standard();
        }

        public List<WeighedClaim> on(Side side) {
            return claims.stream().filter(each -> each.side() == side).toList();
        }

        public Optional<Noted<FindingReasoned>> reason(ReasonKind kind) {
            return reasons.reversed().stream()
                    .filter(each ->
                            each.fact().reason() == kind && !each.fact().words().isBlank())
                    .findFirst();
        }

        public Optional<Noted<ContradictionAnswered>> answerTo(Id contradiction) {
            return answers.reversed().stream()
                    .filter(each -> each.fact().contradiction().equals(contradiction)
                            && !each.fact().words().isBlank())
                    .findFirst();
        }

        /** The latest review of this version. */
        public Optional<Noted<FindingReviewed>> review() {
            return reviews.reversed().stream()
                    .filter(each -> each.fact().version() == version())
                    .findFirst();
        }

        /** The member who wrote the sentence as it stands. */
        public Id proposer() {
            return revisions.isEmpty()
                    ? proposed.ref().author()
                    : revisions.getLast().ref().author();
        }
    }

    public Optional<Finding> finding(Id finding) {
        return casebook.about(finding, FindingProposed.class).stream()
                .filter(each -> each.fact().finding().equals(finding))
                .findFirst()
                .map(proposed -> new Finding(
                        proposed,
                        casebook.about(finding, FindingRevised.class),
                        claims(finding),
                        weighed(finding)
                                .filter(each -> casebook.claims()
                                        .claim(each.fact().claim())
                                        .isEmpty())
                                .toList(),
                        statements(finding),
                        risks(finding),
                        casebook.about(finding, FindingReasoned.class),
                        casebook.about(finding, ContradictionAnswered.class),
                        casebook.about(finding, StandardProposed.class),
                        casebook.about(finding, FindingReviewed.class),
                        casebook.about(finding, ExposureJudged.class),
                        casebook.about(finding, DossierPublished.class)));
    }

    public List<Finding> all() {
        return worked(
                Finding.class,
                () -> casebook.all(FindingProposed.class).stream()
                        .flatMap(each -> finding(each.fact().finding()).stream())
                        .toList());
    }

    /** How many there are. */
    public int count() {
        return casebook.all(FindingProposed.class).size();
    }

    /** Some of them, in the order in which they were proposed. */
    public List<Finding> some(int from, int until) {
        return casebook.all(FindingProposed.class).subList(from, until).stream()
                .flatMap(each -> finding(each.fact().finding()).stream())
                .toList();
    }

    /** Those that name this place as they now stand. */
    public List<Finding> at(Id place) {
        return Stream.concat(
                        casebook.about(place, FindingProposed.class).stream()
                                .map(each -> each.fact().finding()),
                        casebook.about(place, FindingRevised.class).stream()
                                .map(each -> each.fact().finding()))
                .distinct()
                .flatMap(each -> finding(each).stream())
                .filter(finding -> finding.place().equals(Optional.of(place)))
                .sorted(Comparator.comparingLong(
                        finding -> finding.proposed().ref().index()))
                .toList();
    }

    /** The state of the compartments on which conclusions rest; another state is another key. */
    private record Asked(Object what, Worked ties, Worked released) {}

    /**
     * What was concluded of findings, worked out once for each state of the casebook, ties and releases that the reader
     * holds; it goes with them.
     *
     * @param what tells it from whatever else is worked out
     */
    public <T> T worked(Object what, Supplier<T> way) {
        Asked asked = new Asked(
                what,
                casebook.shelf(Compartment.TIES).worked(),
                casebook.shelf(Compartment.RELEASED).worked());
        return casebook.shelf(Compartment.CASEBOOK).worked().out(asked, way);
    }

    /** Findings for which a claim was weighed and not set aside. */
    public List<Finding> leaningOn(Id claim) {
        return casebook.about(claim, ClaimWeighed.class).stream()
                .map(each -> each.fact().finding())
                .distinct()
                .flatMap(each -> finding(each).stream())
                .filter(each -> each.claims().stream()
                        .anyMatch(weighed -> weighed.claim().id().equals(claim)))
                .toList();
    }

    private List<WeighedClaim> claims(Id finding) {
        return weighed(finding)
                .flatMap(each -> casebook.claims().claim(each.fact().claim()).stream()
                        .map(claim -> new WeighedClaim(claim, each.fact().side(), each.ref())))
                .toList();
    }

    private Stream<Noted<ClaimWeighed>> weighed(Id finding) {
        var latest = new LinkedHashMap<Id, Noted<ClaimWeighed>>();
        casebook.about(finding, ClaimWeighed.class)
                .forEach(each -> latest.put(each.fact().claim(), each));
        casebook.about(finding, ClaimSetAside.class).forEach(each -> {
            Noted<ClaimWeighed> weighed = latest.get(each.fact().claim());
            if (weighed != null && weighed.ref().index() < each.ref().index()) {
                latest.remove(each.fact().claim());
            }
        });
        return latest.values().stream();
    }

    private List<WeighedStatement> statements(Id finding) {
        var weighed = new LinkedHashMap<Id, Noted<StatementWeighed>>();
        casebook.about(finding, StatementWeighed.class)
                .forEach(each -> weighed.put(each.fact().statement(), each));
        return casebook.statements().bearingOn(finding).stream()
                .map(statement -> Optional.ofNullable(weighed.get(statement.id()))
                        .map(each -> new WeighedStatement(statement, each.fact().side(), Optional.of(each.ref())))
                        .orElseGet(() -> new WeighedStatement(statement, sideOf(statement), Optional.empty())))
                .toList();
    }

    /** Until somebody weighs it, a denial contradicts, an acknowledgement supports, the rest is silent. */
    private static Side sideOf(Statements.Statement statement) {
        StatementKind kind = statement.recorded().fact().kind();
        if (kind.denies()) {
            return kind == StatementKind.DENIES_KNOWLEDGE ? Side.SILENT : Side.AGAINST;
        }
        return kind == StatementKind.ACKNOWLEDGES ? Side.FOR : Side.SILENT;
    }

    private List<Risk> risks(Id finding) {
        return casebook.about(finding, ContaminationNoted.class).stream()
                .map(noted -> new Risk(noted, casebook.last(noted.fact().risk(), ContaminationAnswered.class)))
                .toList();
    }
}
