// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.EntryRef;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.ExposureJudged;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.GroupFact.MemberNoted;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.fact.WeighingFact.ContaminationAnswered;
import org.lapwing.casebook.fact.WeighingFact.ContaminationNoted;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.NameReceiver;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Relation;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.casebook.term.UnitType;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.casebook.term.Wording;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** An invented casebook with one finding that may be published, built from facts as the desk appends them. */
final class DepotCasebook {
    static final String PERIOD = "2019-02-2X/2019-04-1X";
    static final String DEPOT = "former railway depot, Tarsk";
    static final String BOILER = "Нас держали в комнате с котлом. [P: pale-finch] был рядом, и amber-heron тоже.";
    static final String WAGONS = "Когда дверь открывали, были видны вагоны, крашенные зелёным.";
    static final String PLANTED = "Слова, которые никогда не должны выйти.";

    final Samples samples = Samples.fresh();
    final Set<Id> used = new HashSet<>();
    private final Random random = new Random(11);
    private Casebook casebook = Casebook.EMPTY;
    private long entries;

    final Id owl = id();
    final Id dunlin = id();
    final Id body = id();
    final Id finding = id();
    final Id depot = id();
    final Id reedWarbler;
    final Id amberHeron;
    final Id greyTeal;
    final Id latePlover;

    DepotCasebook() {
        add(new MemberNoted(owl, "fair-owl", List.of("ru")));
        add(new MemberNoted(dunlin, "swift-dunlin", List.of("ru")));
        add(new BodyRecorded(
                body,
                "Commission of Inquiry on Morvel",
                BodyKind.SPECIAL_RAPPORTEUR,
                List.of(),
                NameReceiver.BODY_ONLY,
                true,
                false,
                "en",
                Optional.empty(),
                Standard.REASONABLE_GROUNDS_TO_BELIEVE));
        add(new PlaceOpened(
                depot,
                List.of(DEPOT, "бывшее депо в Тарске"),
                PlaceType.DEPOT_OR_GARAGE,
                Standing.UNOFFICIAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        Id unit = id();
        add(new UnitOpened(unit, List.of("Second Regiment"), UnitType.values()[0], Optional.empty()));
        reedWarbler = person("reed-warbler");
        amberHeron = source("amber-heron", SourceKind.SURVIVOR);
        greyTeal = source("grey-teal", SourceKind.EYEWITNESS);
        latePlover = source("late-plover", SourceKind.RELATIVE);
        propose(unit);
        claim(
                amberHeron,
                BOILER,
                Coding.act(ActType.ARBITRARY_DETENTION, Access.SUFFERED).at(depot));
        claim(
                greyTeal,
                WAGONS,
                Coding.act(ActType.ARBITRARY_DETENTION, Access.SAW).at(depot));
        claim(
                latePlover,
                PLANTED,
                Coding.act(ActType.ARBITRARY_DETENTION, Access.SAW).at(depot));
        statement();
        contamination();
        for (ReasonKind kind : ReasonKind.values()) {
            add(new FindingReasoned(finding, kind, "Reason on " + kind.key() + "."));
        }
        add(new FindingReasoned(
                finding, ReasonKind.DETAIL, "The plan that amber-heron drew for fair-owl fits the survey; see F-3."));
        consent(amberHeron);
        consent(greyTeal);
        exposure(DetailKind.TIME, PERIOD, 60);
        exposure(DetailKind.PLACE, DEPOT, 60);
        exposure(DetailKind.WORDING, BOILER, 30);
        exposure(DetailKind.WORDING, WAGONS, 30);
        review();
    }

    private void propose(Id unit) {
        add(new FindingProposed(
                finding,
                7,
                FindingType.PATTERN,
                Samples.SENTENCE,
                Optional.of(Edtf.parse(PERIOD)),
                Optional.of(depot),
                Optional.of(unit),
                List.of(),
                Standard.REASONABLE_GROUNDS_TO_BELIEVE));
    }

    private void statement() {
        Id statement = id();
        add(new StatementRecorded(
                statement,
                "Regional spokesperson",
                Optional.empty(),
                Edtf.parse("2019-04-03"),
                new Text("There is no such place, and there are no such people to put in it.", "en"),
                StatementKind.DENIES_ACT,
                StatementBasis.BARE,
                Optional.empty(),
                List.of(finding),
                Investigation.NONE));
        add(new ContradictionAnswered(finding, statement, "It stands on the municipal survey."));
    }

    private void contamination() {
        Id risk = id();
        add(new ContaminationNoted(
                risk,
                finding,
                TieKind.INTERVIEWER,
                List.of(amberHeron, greyTeal, latePlover),
                "One member heard all three."));
        add(new ContaminationAnswered(risk, finding, "No detail was offered by whoever listened."));
    }

    Id id() {
        return remember(Id.random(random));
    }

    private Id remember(Id id) {
        used.add(id);
        return id;
    }

    Casebook casebook() {
        return casebook;
    }

    void add(Fact fact) {
        by(owl, fact);
    }

    void by(Id author, Fact fact) {
        Id entry = remember(samples.entry(fact, author));
        casebook = CasebookFold.apply(
                casebook,
                fact,
                new EntryRef(
                        entries,
                        entry,
                        author,
                        Instant.parse("2019-05-01T08:00:00Z").plusSeconds(60 * entries),
                        new Id(9, 9)));
        entries++;
    }

    Id person(String codeName) {
        Id person = id();
        add(new PersonOpened(person, codeName, List.of(PersonRole.VICTIM), AgeGroup.FROM_26_TO_40));
        return person;
    }

    Id source(String codeName, SourceKind kind) {
        Id source = id();
        add(new SourceOpened(
                source,
                codeName,
                kind,
                List.of("ru"),
                Optional.of(person(codeName)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        add(new SourceVerified(source, true, VerifiedHow.CALL_BACK, "knew what was agreed"));
        return source;
    }

    Id claim(Id source, String words, Coding coding) {
        Id account = id();
        add(new AccountTaken(
                account,
                source,
                Channel.INTERVIEW,
                Edtf.parse("2019-04-20~"),
                "ru",
                "a kitchen",
                "nobody",
                Optional.of(owl),
                "none",
                true,
                Wording.VERBATIM,
                List.of(),
                true,
                Optional.empty(),
                List.of(),
                Optional.empty()));
        Text text = new Text(words, "ru");
        List<TokenMeant> tokens = new ArrayList<>();
        if (words.contains("pale-finch")) {
            tokens.add(new TokenMeant("[P: pale-finch]", Optional.of(reedWarbler)));
        }
        add(new WorkingCopyMade(account, 1, text, tokens));
        Id claim = id();
        add(ClaimCoded.of(claim, account, new Excerpt.OfWords(1, 0, text.length()), coding));
        add(new ClaimWeighed(finding, claim, Side.FOR, Optional.empty()));
        return claim;
    }

    void consent(Id giver) {
        add(new ConsentGiven(
                id(),
                giver,
                giver,
                Relation.SELF,
                Optional.empty(),
                Purpose.SHARE,
                Optional.of(body),
                "as shown",
                true,
                true,
                "ru",
                "none",
                "at a kitchen table",
                LocalDate.of(2019, 4, 20),
                Optional.empty(),
                Optional.empty()));
    }

    void exposure(DetailKind kind, String phrase, int crowd) {
        add(new ExposureJudged(id(), finding, kind, phrase, Optional.of(crowd), Optional.empty(), false));
    }

    void coarser(DetailKind kind, String phrase, String instead) {
        add(new ExposureJudged(id(), finding, kind, phrase, Optional.of(2), Optional.of(instead), true));
    }

    void review() {
        by(
                dunlin,
                new FindingReviewed(
                        finding, 1, Standard.REASONABLE_GROUNDS_TO_BELIEVE, true, "I read every account and agree."));
    }

    Release release(Tongue... tongues) {
        return Release.of(List.of(finding), body, Purpose.SHARE, Samples.DAY, tongues);
    }

    Prepared prepare(Release release) {
        return Dossiers.prepare(casebook, release, Samples.DAY, new Random(21));
    }

    Prepared.Ready ready(Tongue... tongues) {
        Prepared prepared = prepare(release(tongues));
        if (prepared instanceof Prepared.Ready ready) {
            return ready;
        }
        throw new AssertionError(prepared.toString());
    }

    DossierPackage pack(Prepared.Ready ready) {
        return DossierPackage.of(ready.dossier(), samples::entry, Samples.log(), Samples.seeded(3));
    }
}
