// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.Telling;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.TieFact.IndependenceJudged;
import org.lapwing.casebook.fact.TieFact.TieRecorded;
import org.lapwing.casebook.fact.WeighingFact.ContaminationAnswered;
import org.lapwing.casebook.fact.WeighingFact.ContaminationNoted;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.Judgement;
import org.lapwing.casebook.term.Knowledge;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

class IndependenceTest {
    private final Telling telling = new Telling();
    private final Id finding = telling.finding("men were held in the depot");
    private final Id victim = telling.person("stone-curlew");

    private Independence independence() {
        return Independence.of(telling.casebook(), now());
    }

    private Finding now() {
        return telling.casebook().findings().finding(finding).orElseThrow();
    }

    private void tells(Id source, Access access) {
        tells(source, access, "2019-04-20");
    }

    private void tells(Id source, Access access, String told) {
        weigh(
                telling.account(source, "words", told),
                Coding.act(ActType.TORTURE, access).to(victim));
    }

    private void hears(Id source, Id from) {
        weigh(
                telling.account(source, "words"),
                Coding.act(ActType.TORTURE, Access.HEARD).to(victim).derivedFrom(from));
    }

    private void weigh(Id account, Coding coding) {
        telling.weigh(finding, telling.claim(account, coding), Side.FOR);
    }

    private void judge(Id one, Optional<Id> other, Judgement judged) {
        telling.add(new IndependenceJudged(telling.id(), one, other, judged, "different waves, different rooms"));
    }

    private Id answered(TieKind kind, Id... sources) {
        Id risk = telling.id();
        telling.add(new ContaminationNoted(risk, finding, kind, List.of(sources), "could details have passed?"));
        telling.add(new ContaminationAnswered(risk, finding, "each drew the plan before they met"));
        return risk;
    }

    @Test
    void fiveArticlesThatCiteOneSurvivorCountOnce() {
        Id heron = telling.survivor("amber-heron");
        tells(heron, Access.SUFFERED);
        for (int i = 0; i < 5; i++) {
            hears(telling.source("paper-" + (char) ('a' + i), SourceKind.PUBLICATION, Optional.empty()), heron);
        }
        Independence found = independence();
        assertThat(found.accounts()).isEqualTo(6);
        assertThat(found.count(Knowledge.DERIVED)).isEqualTo(5);
        assertThat(found.origins()).isEqualTo(1);
        assertThat(found.repeated()).containsExactly(heron);
        assertThat(new Sentences(Locale.ENGLISH).derived(found, telling.casebook()))
                .containsExactly("5 accounts heard it from amber-heron and do not count again.");
        assertThat(new Sentences(Locale.of("ru"))
                        .derived(found, telling.casebook())
                        .getFirst())
                .startsWith("5 рассказов — со слов amber-heron");
    }

    @Test
    void articlesAloneAreStillOneSurvivor() {
        Id heron = telling.survivor("amber-heron");
        for (int i = 0; i < 5; i++) {
            Id paper = telling.source("paper-" + (char) ('a' + i), SourceKind.PUBLICATION, Optional.empty());
            telling.verify(paper);
            hears(paper, heron);
        }
        assertThat(independence().origins()).isEqualTo(1);
        assertThat(independence().shownIndependent()).isZero();
    }

    @Test
    void aChainOfThreeLeadsToItsBeginning() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        Id crake = telling.survivor("pale-crake");
        tells(heron, Access.SUFFERED);
        hears(teal, heron);
        hears(crake, teal);
        assertThat(independence().lines())
                .extracting(Independence.Line::from)
                .containsExactly(Optional.empty(), Optional.of(heron), Optional.of(heron));
        assertThat(independence().origins()).isEqualTo(1);
    }

    @Test
    void hearsayThatNamesNobodyIsStillNobodysOwnKnowledge() {
        Id heron = telling.survivor("amber-heron");
        tells(heron, Access.HEARD);
        judge(heron, Optional.empty(), Judgement.INDEPENDENT);
        assertThat(independence().count(Knowledge.DERIVED)).isEqualTo(1);
        assertThat(independence().origins()).isZero();
    }

    @Test
    void aChainThatTurnsInACircleEnds() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        hears(heron, teal);
        hears(teal, heron);
        assertThat(independence().count(Knowledge.DERIVED)).isEqualTo(2);
    }

    @Test
    void unknownIsNotIndependent() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        tells(heron, Access.SUFFERED);
        tells(teal, Access.SAW);
        answered(TieKind.INTERVIEWER, heron, teal);
        assertThat(independence().count(Knowledge.UNDETERMINED)).isEqualTo(2);
        judge(heron, Optional.of(teal), Judgement.INDEPENDENT);
        assertThat(independence().shownIndependent()).isEqualTo(2);
        judge(teal, Optional.of(heron), Judgement.NOT_INDEPENDENT);
        assertThat(independence().shownIndependent()).isZero();
        assertThat(independence().count(Knowledge.DERIVED)).isEqualTo(1);
    }

    @Test
    void whoeverIsNotVerifiedIsNeverShownIndependent() {
        Id stranger = telling.source("late-plover", SourceKind.EYEWITNESS, Optional.empty());
        tells(stranger, Access.SAW);
        judge(stranger, Optional.empty(), Judgement.INDEPENDENT);
        assertThat(independence().shownIndependent()).isZero();
        assertThat(independence().unverified()).containsExactly(stranger);
        telling.verify(stranger);
        assertThat(independence().shownIndependent()).isEqualTo(1);
    }

    @Test
    void onePersonWhoTellsTwiceCountsOnce() {
        Id heron = telling.survivor("amber-heron");
        tells(heron, Access.SUFFERED);
        tells(heron, Access.SUFFERED);
        Id again = telling.source("other-name", SourceKind.SURVIVOR, Optional.of(telling.personOf(heron)));
        tells(again, Access.SUFFERED);
        assertThat(independence().count(Knowledge.TOLD_AGAIN)).isEqualTo(2);
        assertThat(independence().origins()).isEqualTo(1);
    }

    @Test
    void tiesThatBeganAfterTheTellingDoNotCount() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        tells(heron, Access.SUFFERED, "2019-03-20");
        tells(teal, Access.SAW, "2019-03-25");
        telling.add(new TieRecorded(
                telling.id(), heron, teal, TieKind.SHELTER, Optional.of(Edtf.parse("2019-04")), "one house"));
        assertThat(kinds()).containsExactly(TieKind.INTERVIEWER);
        telling.add(new TieRecorded(
                telling.id(), teal, heron, TieKind.CELL, Optional.of(Edtf.parse("2019-02")), "one room"));
        assertThat(kinds()).contains(TieKind.CELL).doesNotContain(TieKind.SHELTER);
    }

    private List<TieKind> kinds() {
        var kinds = new ArrayList<TieKind>();
        Contamination.open(telling.casebook(), now()).forEach(question -> kinds.add(question.kind()));
        return kinds;
    }

    @Test
    void aTieBetweenTwoTellingsIsAQuestionUntilItIsAnsweredInWords() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        tells(heron, Access.SUFFERED, "2019-03-20");
        tells(teal, Access.SAW, "2019-05-25");
        answered(TieKind.INTERVIEWER, heron, teal);
        judge(heron, Optional.empty(), Judgement.INDEPENDENT);
        judge(teal, Optional.empty(), Judgement.INDEPENDENT);
        telling.add(new TieRecorded(
                telling.id(), heron, teal, TieKind.SHELTER, Optional.of(Edtf.parse("2019-04")), "one house"));
        assertThat(kinds()).containsExactly(TieKind.SHELTER);
        assertThat(independence().shownIndependent()).isZero();
        answered(TieKind.SHELTER, heron, teal);
        assertThat(kinds()).isEmpty();
        assertThat(independence().shownIndependent()).isEqualTo(2);
    }

    @Test
    void whoeverToldAfterTheFirstPublicationMayHaveReadIt() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        Id paper = telling.source("paper-one", SourceKind.PUBLICATION, Optional.empty());
        tells(heron, Access.SUFFERED, "2019-03-20");
        tells(teal, Access.SAW, "2019-05-25");
        Id article = telling.account(paper, "words", "2019-04-01");
        telling.claim(
                article, Coding.act(ActType.TORTURE, Access.HEARD).to(victim).derivedFrom(heron));
        assertThat(Contamination.open(telling.casebook(), now())).anySatisfy(question -> {
            assertThat(question.kind()).isEqualTo(TieKind.PUBLICATION);
            assertThat(question.sources()).containsExactly(teal);
        });
    }

    @Test
    void theSentenceSaysWhatIsShownAndWhatIsNot() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        Id crake = telling.survivor("pale-crake");
        tells(heron, Access.SUFFERED);
        tells(teal, Access.SAW);
        hears(crake, heron);
        answered(TieKind.INTERVIEWER, heron, teal);
        judge(heron, Optional.empty(), Judgement.INDEPENDENT);
        Casebook book = telling.casebook();
        assertThat(new Sentences(Locale.ENGLISH).independence(independence(), book))
                .isEqualTo("3 accounts: 1 shown independent, 1 undetermined, 1 derived (heard it from amber-heron)");
        assertThat(new Sentences(Locale.of("ru")).independence(independence(), book))
                .isEqualTo(
                        "3 рассказа: 1 показаны независимыми, 1 не установлено, 1 производные (со слов amber-heron)");
    }
}
