// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Noted;
import org.lapwing.casebook.Places;
import org.lapwing.casebook.fact.FindingFact.ExposureJudged;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.edtf.Precision;

/**
 * How many people the accused would think of at each detail of a finding. Our own number of sources is not the crowd, and
 * not knowing counts as one.
 */
public final class Exposure {
    private Exposure() {}

    /** A detail that could single somebody out: a phrase and of which sort it is. */
    public record Detail(DetailKind kind, String phrase) {}

    /**
     * What the reviewer answered for one detail.
     *
     * @param crowd empty when nobody has estimated it, or it is not known
     * @param held it may not be released as it is
     * @param released what may be said: the phrase, the coarser one, or nothing
     */
    public record Checked(
            Detail detail,
            Optional<Integer> crowd,
            boolean held,
            Optional<String> released,
            Optional<String> offered) {}

    /** Every detail of the finding itself, and every other that a member has judged. */
    public static List<Checked> of(Casebook casebook, Finding finding, int crowd) {
        return check(casebook, finding, List.of(), crowd);
    }

    /**
     * The same, with what a release adds.
     *
     * @param quotes runs of words that would stand in it verbatim
     */
    public static List<Checked> check(Casebook casebook, Finding finding, List<String> quotes, int crowd) {
        var details = new LinkedHashSet<Detail>(details(casebook, finding));
        quotes.forEach(words -> details.add(new Detail(DetailKind.WORDING, words)));
        finding.exposures().stream()
                .map(Noted::fact)
                .forEach(judged -> details.add(new Detail(judged.detail(), judged.phrase())));
        return details.stream()
                .map(detail -> checked(casebook, finding, detail, crowd))
                .toList();
    }

    /** A period finer than a month, and a place finer than a town, always have to be answered for. */
    public static List<Detail> details(Casebook casebook, Finding finding) {
        var details = new ArrayList<Detail>();
        finding.period()
                .filter(period -> !period.coarsen(Precision.MONTH).equals(period))
                .ifPresent(period -> details.add(new Detail(DetailKind.TIME, period.toString())));
        finding.place()
                .flatMap(place -> casebook.places().place(place))
                .filter(place -> place.opened().fact().sort() != PlaceType.TOWN_OR_DISTRICT)
                .ifPresent(place -> details.add(new Detail(DetailKind.PLACE, place.name())));
        return List.copyOf(details);
    }

    private static Checked checked(Casebook casebook, Finding finding, Detail detail, int crowd) {
        Optional<ExposureJudged> judged = finding.exposures().reversed().stream()
                .map(Noted::fact)
                .filter(each -> each.detail() == detail.kind() && each.phrase().equals(detail.phrase()))
                .findFirst();
        Optional<Integer> estimate = judged.flatMap(ExposureJudged::crowd);
        Optional<String> offered = judged.flatMap(ExposureJudged::coarser).or(() -> coarser(casebook, finding, detail));
        boolean large = estimate.orElse(1) >= crowd;
        boolean coarsened = judged.filter(ExposureJudged::takeCoarser).isPresent();
        Optional<String> released = large ? Optional.of(detail.phrase()) : coarsened ? offered : Optional.empty();
        return new Checked(detail, estimate, !large && !coarsened, released, offered);
    }

    /** Month for day, district for house. */
    private static Optional<String> coarser(Casebook casebook, Finding finding, Detail detail) {
        return switch (detail.kind()) {
            case TIME ->
                finding.period().map(period -> period.coarsen(Precision.MONTH).toString());
            case PLACE ->
                finding.place()
                        .flatMap(place -> casebook.places().place(place))
                        .flatMap(place -> place.opened().fact().parent())
                        .flatMap(parent -> casebook.places().place(parent))
                        .map(Places.Place::name);
            case ACT, WORDING -> Optional.empty();
        };
    }
}
