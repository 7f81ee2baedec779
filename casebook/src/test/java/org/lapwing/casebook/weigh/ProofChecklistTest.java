// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Telling;
import org.lapwing.casebook.fact.ClaimFact.ClaimCorrected;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.FindingFact.ExposureJudged;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.FindingFact.FindingRevised;
import org.lapwing.casebook.fact.FindingFact.StandardProposed;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.fact.PersonFact.ThreatNoted;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.fact.ReleasedFact.FindingVersion;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.WeighingFact.ClaimSetAside;
import org.lapwing.casebook.fact.WeighingFact.ContradictionAnswered;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.CheckItem;
import org.lapwing.casebook.term.CheckState;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.DetailKind;
import org.lapwing.casebook.term.FindingState;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.ReopenedBy;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

class ProofChecklistTest {
    private final Telling telling = new Telling();
    private final Id finding = telling.finding("men were held and beaten in the depot");
    private Id heron;
    private Id claim;

    @BeforeEach
    void oneDetailedAccount() {
        heron = telling.survivor("amber-heron");
        claim = telling.claim(
                telling.account(heron, "words"),
                Coding.act(ActType.TORTURE, Access.SUFFERED).to(telling.personOf(heron)));
        telling.weigh(finding, claim, Side.FOR);
    }

    private Finding now() {
        return telling.casebook().findings().finding(finding).orElseThrow();
    }

    private ProofChecklist check() {
        return ProofChecklist.of(telling.casebook(), now(), ProofRules.DEFAULTS);
    }

    private FindingState state() {
        return check().state(now());
    }

    private void allReasons() {
        for (ReasonKind reason : ReasonKind.values()) {
            telling.add(new FindingReasoned(finding, reason, "because of the boiler, the train and the green wagons"));
        }
    }

    private void reviewedBy(Id member, boolean agrees) {
        telling.by(
                member,
                new FindingReviewed(finding, now().version(), now().standard(), agrees, "read both accounts whole"));
    }

    private Id said(StatementKind kind, StatementBasis basis) {
        Id statement = telling.id();
        telling.add(new StatementRecorded(
                statement,
                "regional spokesperson",
                Optional.empty(),
                Edtf.parse("2019-04-03"),
                new Text("There is no such place.", "en"),
                kind,
                basis,
                Optional.empty(),
                List.of(finding),
                Investigation.NONE));
        return statement;
    }

    private void agree() {
        allReasons();
        reviewedBy(Telling.DUNLIN, true);
        assertThat(state()).isEqualTo(FindingState.AGREED);
    }

    @Test
    void saysWhatIsMissingAndWhatMustBePutInWords() {
        assertThat(state()).isEqualTo(FindingState.DRAFT);
        assertThat(check().permitsPublishing()).isFalse();
        assertThat(check().open())
                .extracting(ProofChecklist.Line::item)
                .containsExactly(
                        CheckItem.RELIABILITY,
                        CheckItem.DETAIL,
                        CheckItem.CONSISTENCY_WITH_PATTERN,
                        CheckItem.ALTERNATIVES,
                        CheckItem.INDEPENDENCE,
                        CheckItem.STATE_EXPLANATION,
                        CheckItem.SECOND_REVIEW);
        assertThat(check().line(CheckItem.FIRST_HAND).state()).isEqualTo(CheckState.MET);
    }

    @Test
    void oneDetailedAccountReachesReasonableGroundsWithTwoMembersReasons() {
        allReasons();
        assertThat(state()).isEqualTo(FindingState.WAITS_FOR_SECOND_READER);
        reviewedBy(Telling.DUNLIN, true);
        assertThat(check().permitsPublishing()).isTrue();
        assertThat(check().independence().accounts()).isEqualTo(1);
    }

    @Test
    void whoeverProposedCannotBeTheSecondReader() {
        allReasons();
        reviewedBy(Telling.OWL, true);
        assertThat(check().line(CheckItem.SECOND_REVIEW).blocks()).isTrue();
        assertThat(state()).isEqualTo(FindingState.WAITS_FOR_SECOND_READER);
    }

    @Test
    void aReaderWhoDisagreesDoesNotAgree() {
        allReasons();
        reviewedBy(Telling.DUNLIN, false);
        assertThat(check().permitsPublishing()).isFalse();
    }

    @Test
    void aReviewOfAnEarlierVersionOrAnotherStandardIsNone() {
        agree();
        telling.add(new StandardProposed(finding, Standard.CLEAR_AND_CONVINCING, "it is very sure"));
        assertThat(check().line(CheckItem.SECOND_REVIEW).blocks()).isTrue();
        assertThat(state()).isEqualTo(FindingState.REOPENED);
        telling.add(new FindingRevised(
                finding,
                2,
                new Text("men were held in the depot", "en"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        assertThat(state()).isEqualTo(FindingState.WAITS_FOR_SECOND_READER);
    }

    @Test
    void aBareDenialNeitherBlocksNorLowers() {
        agree();
        Id denial = said(StatementKind.DENIES_ACT, StatementBasis.BARE);
        assertThat(check().permitsPublishing()).isTrue();
        assertThat(now().standard()).isEqualTo(Standard.REASONABLE_GROUNDS_TO_BELIEVE);
        assertThat(Contradictions.of(telling.casebook(), now())).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(denial);
            assertThat(each.needsAnswer()).isFalse();
        });
    }

    @Test
    void aDenialWithAnExplanationNeedsAnAnswer() {
        agree();
        Id denial = said(StatementKind.DENIES_ACT, StatementBasis.EXPLANATION);
        assertThat(check().line(CheckItem.CONTRADICTIONS).about()).containsExactly(denial);
        telling.add(new ContradictionAnswered(finding, denial, "two accounts draw the same plan"));
        assertThat(check().line(CheckItem.CONTRADICTIONS).blocks()).isFalse();
        // The reader had not seen it.
        assertThat(state()).isEqualTo(FindingState.REOPENED);
        reviewedBy(Telling.DUNLIN, true);
        assertThat(state()).isEqualTo(FindingState.AGREED);
    }

    @Test
    void aRecantationWithinReachOfTheAccusedChangesNothingHere() {
        agree();
        telling.add(new RetractionRecorded(
                telling.id(),
                heron,
                RetractionKind.PUBLIC_RECANTATION,
                "regional television",
                Control.WITHIN_REACH_OF_ACCUSED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        assertThat(state()).isEqualTo(FindingState.AGREED);
        assertThat(Contradictions.of(telling.casebook(), now()))
                .singleElement()
                .satisfies(each -> assertThat(each.needsAnswer()).isFalse());
    }

    @Test
    void aDoubtSaidInFreedomReopensAndNeedsAnAnswer() {
        agree();
        telling.add(new RetractionRecorded(
                telling.id(),
                heron,
                RetractionKind.DOUBT,
                "call",
                Control.FREE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of()));
        assertThat(state()).isEqualTo(FindingState.REOPENED);
        assertThat(check().line(CheckItem.CONTRADICTIONS).blocks()).isTrue();
    }

    @Test
    void aWithdrawnConsentReopensAndSaysSo() {
        agree();
        telling.add(
                new ConsentWithdrawn(heron, heron, Optional.of(Purpose.SHARE), LocalDate.of(2019, 6, 1), "by call"));
        assertThat(state()).isEqualTo(FindingState.REOPENED);
        assertThat(Reopening.causes(telling.casebook(), now())).singleElement().satisfies(cause -> {
            assertThat(cause.by()).isEqualTo(ReopenedBy.CONSENT_WITHDRAWN);
            assertThat(cause.about()).isEqualTo(heron);
        });
        reviewedBy(Telling.DUNLIN, true);
        assertThat(state()).isEqualTo(FindingState.AGREED);
    }

    @Test
    void aConsentWithdrawnUnderTheTellersPersonReopensToo() {
        Id teal = telling.survivor("grey-teal");
        telling.weigh(
                finding,
                telling.claim(
                        telling.account(teal, "words"),
                        Coding.act(ActType.TORTURE, Access.SAW).to(telling.personOf(heron))),
                Side.FOR);
        allReasons();
        reviewedBy(Telling.DUNLIN, true);
        Id person = telling.personOf(teal);
        telling.add(new ConsentWithdrawn(person, person, Optional.empty(), LocalDate.of(2019, 6, 1), "by call"));
        assertThat(Reopening.causes(telling.casebook(), now()))
                .extracting(Reopening.Cause::about)
                .containsExactly(person);
    }

    @Test
    void aThreatCannotReopenByWithdrawingForSomebody() {
        agree();
        Id uncle = telling.person("grey-shrike");
        telling.add(new ThreatNoted(uncle, "came with the officer"));
        telling.add(new ConsentWithdrawn(uncle, heron, Optional.empty(), LocalDate.of(2019, 6, 1), "by call"));
        assertThat(state()).isEqualTo(FindingState.AGREED);
    }

    @Test
    void aCorrectedClaimReopensAndNamesTheClaim() {
        agree();
        telling.add(ClaimCorrected.of(
                claim,
                "the month",
                Coding.act(ActType.TORTURE, Access.SUFFERED)
                        .to(telling.personOf(heron))
                        .when("2019-03")));
        assertThat(Reopening.causes(telling.casebook(), now()))
                .extracting(Reopening.Cause::by)
                .containsExactly(ReopenedBy.CLAIM_CORRECTED);
        assertThat(check().line(CheckItem.REVIEW_STANDS).about()).containsExactly(claim);
        assertThat(telling.casebook().findings().leaningOn(claim)).hasSize(1);
    }

    @Test
    void anErasedClaimReopensUntilItIsSetAsideAndReadAgain() {
        Id teal = telling.survivor("grey-teal");
        Id his = telling.claim(
                telling.account(teal, "words"),
                Coding.act(ActType.TORTURE, Access.SAW).to(telling.personOf(heron)));
        telling.weigh(finding, his, Side.FOR);
        Id entry = telling.casebook()
                .sources()
                .source(teal)
                .orElseThrow()
                .opened()
                .ref()
                .entry();
        allReasons();
        reviewedBy(Telling.DUNLIN, true);
        var erased = CasebookFold.erase(telling.casebook(), List.of(entry));
        Finding left = erased.findings().finding(finding).orElseThrow();
        assertThat(Reopening.causes(erased, left))
                .extracting(Reopening.Cause::by)
                .containsExactly(ReopenedBy.ERASED);
        telling.add(new ClaimSetAside(finding, his, "its source was forgotten"));
        assertThat(now().erased()).isEmpty();
        assertThat(now().claims()).hasSize(1);
    }

    @Test
    void nobodyVerifiedCountsForNothingAboveAnAllegation() {
        Id other = telling.id();
        telling.add(new FindingProposed(
                other,
                8,
                FindingType.INCIDENT,
                new Text("a raid", "en"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Standard.REASONABLE_SUSPICION));
        Id stranger = telling.source("late-plover", org.lapwing.casebook.term.SourceKind.EYEWITNESS, Optional.empty());
        telling.weigh(
                other,
                telling.claim(telling.account(stranger, "words"), Coding.act(ActType.RAID, Access.SAW)),
                Side.FOR);
        Finding proposed = telling.casebook().findings().finding(other).orElseThrow();
        assertThat(ProofChecklist.of(telling.casebook(), proposed, ProofRules.DEFAULTS)
                        .line(CheckItem.VERIFIED_SOURCE)
                        .state())
                .isEqualTo(CheckState.MISSING);
        telling.add(new StandardProposed(other, Standard.ALLEGATION_RECORDED, "nobody is verified"));
        Finding lower = telling.casebook().findings().finding(other).orElseThrow();
        assertThat(ProofChecklist.of(telling.casebook(), lower, ProofRules.DEFAULTS)
                        .line(CheckItem.VERIFIED_SOURCE)
                        .state())
                .isEqualTo(CheckState.NOT_ASKED);
    }

    @Test
    void aPhraseThatFewCouldHaveSaidHoldsTheReleaseAndNotTheAgreement() {
        agree();
        telling.add(new ExposureJudged(
                telling.id(),
                finding,
                DetailKind.WORDING,
                "eleven days by the train",
                Optional.of(2),
                Optional.of("about a week and a half"),
                false));
        assertThat(state()).isEqualTo(FindingState.AGREED);
        assertThat(check().permitsPublishing()).isFalse();
        assertThat(check().open()).extracting(ProofChecklist.Line::item).containsExactly(CheckItem.EXPOSURE);
        telling.add(new ExposureJudged(
                telling.id(),
                finding,
                DetailKind.WORDING,
                "eleven days by the train",
                Optional.of(2),
                Optional.of("about a week and a half"),
                true));
        assertThat(check().permitsPublishing()).isTrue();
        assertThat(Exposure.of(telling.casebook(), now(), 5))
                .singleElement()
                .satisfies(each -> assertThat(each.released()).contains("about a week and a half"));
    }

    @Test
    void aCrowdThatNobodyKnowsCountsAsOne() {
        assertThat(Exposure.check(telling.casebook(), now(), List.of("the boiler"), 5))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.held()).isTrue();
                    assertThat(each.released()).isEmpty();
                });
        telling.add(new ExposureJudged(
                telling.id(), finding, DetailKind.WORDING, "the boiler", Optional.of(5), Optional.empty(), false));
        assertThat(Exposure.check(telling.casebook(), now(), List.of("the boiler"), 5))
                .noneMatch(Exposure.Checked::held);
    }

    @Test
    void aDayIsAskedForAndItsMonthOffered() {
        Id dated = telling.id();
        telling.add(new FindingProposed(
                dated,
                9,
                FindingType.INCIDENT,
                new Text("a raid", "en"),
                Optional.of(Edtf.parse("2019-04-12")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Standard.ALLEGATION_RECORDED));
        assertThat(Exposure.of(
                        telling.casebook(),
                        telling.casebook().findings().finding(dated).orElseThrow(),
                        5))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.detail().kind()).isEqualTo(DetailKind.TIME);
                    assertThat(each.held()).isTrue();
                    assertThat(each.offered()).contains("2019-04");
                });
    }

    @Test
    void whatWasPublishedAndThenChangedIsReopened() {
        agree();
        telling.add(new DossierPublished(
                telling.id(),
                List.of(new FindingVersion(finding, 1)),
                List.of(),
                telling.id(),
                Purpose.SHARE,
                LocalDate.of(2019, 6, 1),
                "00",
                3,
                0));
        assertThat(state()).isEqualTo(FindingState.PUBLISHED);
        telling.weigh(finding, claim, Side.SILENT);
        assertThat(state()).isEqualTo(FindingState.REOPENED);
    }

    @Test
    void countsDistinctPeopleByStandardAndLeavesOutWhoeverIsMasked() {
        Id other = telling.person("reed-warbler");
        Id his = telling.claim(
                telling.account(heron, "words"),
                Coding.act(ActType.ABDUCTION, Access.SAW).to(other));
        agree();
        Counting before = Counting.documented(telling.casebook(), each -> true, ProofRules.DEFAULTS);
        assertThat(before.people()).containsExactly(telling.personOf(heron));
        assertThat(before.masked()).isEqualTo(1);
        assertThat(before.byStandard()).isEqualTo(Map.of(Standard.REASONABLE_GROUNDS_TO_BELIEVE, 1));
        telling.add(new PersonReviewed(other, true, LocalDate.of(2019, 9, 1), "three describe him"));
        Counting after = Counting.documented(telling.casebook(), each -> true, ProofRules.DEFAULTS);
        assertThat(after.people()).hasSize(2);
        assertThat(after.atLeast(Standard.REASONABLE_GROUNDS_TO_BELIEVE)).isEqualTo(1);
        assertThat(Counting.documented(telling.casebook(), each -> !each.id().equals(his), ProofRules.DEFAULTS)
                        .refused())
                .isEqualTo(1);
        assertThat(new Sentences(java.util.Locale.ENGLISH).documented(after, "30 November 2019"))
                .startsWith(
                        "By 30 November 2019 we documented 2 people (1 at reasonable grounds to believe). Others are");
    }

    @Test
    void theDefaultsAreThoseOfTheDesign() {
        assertThat(ProofRules.DEFAULTS).isEqualTo(new ProofRules(2, 2, 3, 5));
        assertThatThrownBy(() -> new ProofRules(3, 2, 3, 5)).hasMessageContaining("higher standard");
    }
}
