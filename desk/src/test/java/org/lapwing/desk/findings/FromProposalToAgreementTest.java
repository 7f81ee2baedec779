// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.account;
import static org.lapwing.desk.InventedFacts.copy;
import static org.lapwing.desk.InventedFacts.place;
import static org.lapwing.desk.InventedFacts.survivor;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.ClaimFact.ClaimCorrected;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.FindingState;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.casebook.weigh.ProofChecklist;
import org.lapwing.casebook.weigh.ProofRules;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.DeskVisit.Page;
import org.lapwing.entry.Id;

/** One finding, from its proposal to the agreement of two members and back, step by step over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class FromProposalToAgreementTest {
    private static final String SENTENCE = "A man was held in the old mill at Orlesk in March 2019.";

    private final SecureRandom random = new SecureRandom();
    private final Id source = Id.random(random);
    private final Id person = Id.random(random);
    private final Id mill = Id.random(random);
    private final Id account = Id.random(random);
    private final Id held = Id.random(random);
    private final Id empty = Id.random(random);
    private DeskFixture desk;
    private String path = "";

    @BeforeAll
    void tell(@TempDir Path folder) {
        desk = DeskFixture.in(folder);
        String words = "They held me in the mill. The mill stood empty.";
        desk.given(
                DeskFixture.INTAKE,
                new PersonOpened(person, "tall-siskin", List.of(PersonRole.VICTIM), AgeGroup.FROM_18_TO_25),
                survivor(source, "low-garganey", person),
                new SourceVerified(source, true, VerifiedHow.CALL_BACK, "Called back."),
                place(mill, "the old mill at Orlesk"),
                account(account, source, "en"),
                copy(account, words, "en"),
                ClaimCoded.of(
                        held,
                        account,
                        new Excerpt.OfWords(1, 0, 25),
                        Coding.act(ActType.ARBITRARY_DETENTION, Access.SUFFERED)
                                .to(person)
                                .at(mill)
                                .when("2019-03")),
                ClaimCoded.of(
                        empty,
                        account,
                        new Excerpt.OfWords(1, 26, 47),
                        Coding.act(ActType.SURVEILLANCE, Access.SAW).at(mill)));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    @Order(1)
    void keepsWhatWasTypedWhenTheReasonsAreMissing() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        Page again = owl.submit(
                owl.get("/findings/new"),
                "/findings/new",
                "sentence",
                SENTENCE,
                "language",
                "en",
                "period",
                "whenever");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains(SENTENCE, "whenever", "role=\"alert\"", "#reasons", "#period", "#type");
        assertThat(desk.view(DeskFixture.INVESTIGATOR).casebook().findings().all())
                .isEmpty();
    }

    @Test
    @Order(2)
    void proposesAndLeadsToTheClaims() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        Page claims = owl.submit(
                owl.get("/findings/new"),
                "/findings/new",
                "sentence",
                SENTENCE,
                "language",
                "en",
                "type",
                "INCIDENT",
                "period",
                "March 2019",
                "place",
                "the old mill at Orlesk",
                "about",
                "tall-siskin",
                "standard",
                "REASONABLE_SUSPICION",
                "reasons",
                "He tells it in detail.");
        assertThat(claims.path()).endsWith("/claims");
        path = claims.path().substring(0, claims.path().length() - "/claims".length());
        assertThat(now().about()).containsExactly(person);
        assertThat(now().standards().getFirst().fact().reasons()).isEqualTo("He tells it in detail.");
    }

    @Test
    @Order(3)
    void findsClaimsByWhomWhereAndWhat() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        assertThat(owl.get(path + "/claims?person=tall-siskin").body())
                .contains("side-" + held)
                .doesNotContain("side-" + empty);
        assertThat(owl.get(path + "/claims?place=orlesk&act=SURVEILLANCE").body())
                .contains("side-" + empty)
                .doesNotContain("side-" + held);
        assertThat(owl.get(path + "/claims?q=nothing+like+it").body()).doesNotContain("side-");
    }

    @Test
    @Order(4)
    void refusesAWeighingOfWhatWasCorrectedMeanwhileAndKeepsTheChoice() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        Page drawn = owl.get(path + "/claims?place=orlesk");
        desk.given(
                DeskFixture.SECOND_INVESTIGATOR,
                ClaimCorrected.of(
                        held,
                        "He said when he came back.",
                        Coding.act(ActType.ARBITRARY_DETENTION, Access.SUFFERED)
                                .to(person)
                                .at(mill)
                                .when("2019-03~")));
        Page again = owl.submit(
                drawn, path + "/claims", "place", "orlesk", "side-" + held, "FOR", "words-" + held, "He was there.");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("What you typed is still here", "He was there.");
        assertThat(now().claims()).isEmpty();

        owl.submit(again, path + "/claims", "side-" + held, "FOR", "side-" + empty, "AGAINST");
        assertThat(now().on(Side.FOR)).hasSize(1);
        assertThat(now().on(Side.AGAINST)).hasSize(1);
    }

    @Test
    @Order(5)
    void namesEveryReasonThatIsMissing() {
        String text = desk.unlock(DeskFixture.INVESTIGATOR).get(path).body();
        assertThat(text)
                .contains(
                        "#check-RELIABILITY",
                        "#check-DETAIL",
                        "#check-CONSISTENCY_WITH_PATTERN",
                        "#check-ALTERNATIVES",
                        "#check-CONTRADICTIONS",
                        "#check-SECOND_REVIEW");
        assertThat(state()).isEqualTo(FindingState.DRAFT);
    }

    @Test
    @Order(6)
    void waitsForASecondReaderOnceAllIsSaid() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        for (String reason : List.of(
                "RELIABILITY",
                "DETAIL",
                "CONSISTENCY_WITH_PATTERN",
                "ALTERNATIVES",
                "INDEPENDENCE",
                "STATE_EXPLANATION")) {
            owl.submit(owl.get(path), path + "/reasons", "reason", reason, "words", "Said in words.");
        }
        owl.submit(
                owl.get(path),
                path + "/answers",
                "contradiction",
                empty.toString(),
                "words",
                "It was empty in winter.");
        assertThat(owl.get(path).text()).contains("It was empty in winter.");
        assertThat(state()).isEqualTo(FindingState.WAITS_FOR_SECOND_READER);
    }

    @Test
    @Order(6)
    void judgesEachQuotationAndMarksOnlyPhrasesThatAreSaid() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        Page drawn = owl.get(path);
        assertThat(drawn.text()).contains("Of 2 quotations nobody has judged yet", "They held me in the mill.");
        String quotation = drawn.find("name=\"detail\" value=\"(exposure-\\d+)\"");
        assertThat(owl.submit(drawn, path + "/exposures", "detail", quotation, "crowd", "many")
                        .status())
                .isEqualTo(422);
        Page judged = owl.submit(drawn, path + "/exposures", "detail", quotation, "crowd", "40");
        assertThat(judged.text()).contains("40 people could be meant", "A dossier may say");

        Page refused = owl.submit(
                owl.get(path), path + "/exposures/new", "phrase", "the new mill", "kind", "WORDING", "crowd", "2");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"the new mill\"");
        owl.submit(
                refused,
                path + "/exposures/new",
                "phrase",
                "the old mill",
                "kind",
                "WORDING",
                "coarser",
                "a mill",
                "take",
                "yes");
        assertThat(now().exposures())
                .extracting(each -> each.fact().phrase())
                .containsExactly("They held me in the mill.", "the old mill");
    }

    @Test
    @Order(6)
    void takesBackNothingThatWasTypedWhenSomebodyElseWroteFirst() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        Page drawn = owl.get(path);
        desk.given(
                DeskFixture.SECOND_INVESTIGATOR, new FindingReasoned(now().id(), ReasonKind.DETAIL, "In much detail."));
        Page again = owl.submit(drawn, path + "/reasons", "reason", "DETAIL", "words", "A kettle, twice.");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("What you typed is still here", "A kettle, twice.</textarea>");
        assertThat(now().reason(ReasonKind.DETAIL).orElseThrow().fact().words()).isEqualTo("In much detail.");
        owl.submit(again, path + "/reasons", "reason", "DETAIL", "words", "A kettle, twice.");
        assertThat(now().reason(ReasonKind.DETAIL).orElseThrow().fact().words()).isEqualTo("A kettle, twice.");
    }

    @Test
    @Order(7)
    void judgesIndependenceOnlyWithReasonsAndOnlyWhereTiesAreHeld() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String page = path + "/independence";
        assertThat(owl.submit(owl.get(page), page, "one", source.toString(), "judged", "INDEPENDENT", "reasons", " ")
                        .status())
                .isEqualTo(422);
        Page judged = owl.submit(
                owl.get(page), page, "one", source.toString(), "judged", "INDEPENDENT", "reasons", "Met nobody.");
        assertThat(judged.text()).contains("1 shown independent", "Met nobody.", DeskFixture.INVESTIGATOR);
        Page sealed = desk.unlock(DeskFixture.ANALYST).get(page);
        assertThat(sealed.text()).contains("sealed").doesNotContain("Met nobody.");
    }

    @Test
    @Order(8)
    void isAgreedWhenAnotherMemberSignsAndNotByItsProposer() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        assertThat(review(owl).text()).contains("You wrote this sentence");
        assertThat(state()).isEqualTo(FindingState.WAITS_FOR_SECOND_READER);
        review(desk.unlock(DeskFixture.SECOND_INVESTIGATOR));
        assertThat(state()).isEqualTo(FindingState.AGREED);
    }

    @Test
    @Order(9)
    void isReopenedByAWithdrawnConsentAndSaysSo() {
        desk.given(
                DeskFixture.INTAKE,
                new ConsentWithdrawn(source, source, Optional.empty(), LocalDate.of(2019, 6, 1), "by telephone"));
        assertThat(state()).isEqualTo(FindingState.REOPENED);
        assertThat(desk.unlock(DeskFixture.ANALYST).get(path).text())
                .contains("Reopened")
                .containsIgnoringCase("consent");
    }

    @Test
    @Order(10)
    void setsAsideOnlyWithAReason() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        Page refused = owl.submit(owl.get(path + "/claims"), path + "/claims", "side-" + empty, "ASIDE");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(now().on(Side.AGAINST)).hasSize(1);
        owl.submit(refused, path + "/claims", "side-" + empty, "ASIDE", "words-" + empty, "Another mill.");
        assertThat(now().on(Side.AGAINST)).isEmpty();
    }

    @Test
    @Order(11)
    void aNewSentenceIsANewVersionThatNobodyHasReadTwice() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        owl.submit(owl.get(path + "/sentence"), path + "/sentence", "sentence", "A man was held.", "language", "en");
        assertThat(now().version()).isEqualTo(2);
        assertThat(now().review()).isEmpty();
        assertThat(desk.unlock(DeskFixture.ANALYST).get(path + "/history").text())
                .contains("version 1", SENTENCE, "version 2", "A man was held.", "Another mill.", "fair-owl");
    }

    @Test
    @Order(12)
    void letsNobodyWeighWithoutTheDuty() {
        DeskVisit brant = desk.unlock(DeskFixture.PUBLISHER);
        int before = now().claims().size();
        Page refused = brant.submit(brant.get(path), path + "/claims", "position", "0", "side-" + empty, "FOR");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(now().claims()).hasSize(before);
    }

    private Page review(DeskVisit reader) {
        return reader.submit(
                reader.get(path),
                path + "/review",
                "agrees",
                "yes",
                "standard",
                "REASONABLE_SUSPICION",
                "words",
                "Read against the words.");
    }

    private FindingState state() {
        var casebook = desk.view(DeskFixture.INVESTIGATOR).casebook();
        return ProofChecklist.of(casebook, now(), ProofRules.DEFAULTS).state(now());
    }

    private Finding now() {
        return desk.view(DeskFixture.INVESTIGATOR).casebook().findings().all().getFirst();
    }
}
