// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.finding;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.release.Consent;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Side;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.reading.Pen;
import org.lapwing.entry.Id;

/** Consents given and taken back, and how a source is forgotten, over real HTTP. */
class SourceTest {
    @TempDir
    static Path folder;

    private static DeskFixture desk;

    @BeforeAll
    static void found() {
        desk = DeskFixture.in(folder);
    }

    @AfterAll
    static void leave() {
        desk.close();
    }

    /** A letter, with its working copy; gives the path of the account. */
    private static String letter(String words) {
        return letter(words, "FROM_26_TO_40");
    }

    private static String letter(String words, String age) {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page copy = lark.submit(
                lark.get("/accounts/new"),
                "/accounts/new",
                "words",
                words,
                "language",
                "en",
                "channel",
                "LETTER",
                "told",
                "2019-04",
                "sourceKind",
                "SURVIVOR",
                "age",
                age,
                "consent",
                "RECORD",
                "consent",
                "QUOTE_ANONYMOUSLY",
                "toldOfLimits",
                "yes",
                "ableToDecide",
                "yes");
        return lark.submit(copy, copy.path(), "names", "", "make", "yes").path();
    }

    private static String source(String account) {
        return desk.unlock(DeskFixture.INTAKE).get(account).find("(/sources/[a-z2-7]{26})");
    }

    private static Id id(String path) {
        return Id.parse(path.substring(path.lastIndexOf('/') + 1));
    }

    private static boolean quotable(String source) {
        return Consent.agreed(
                desk.view(DeskFixture.INTAKE).casebook(), id(source), Purpose.QUOTE_ANONYMOUSLY, LocalDate.now());
    }

    private static DeskVisit.Page send(String handle, String source, String form, String... fields) {
        DeskVisit visit = desk.unlock(handle);
        return visit.submit(visit.get(source), source + "/" + form, fields);
    }

    @Test
    void aConsentTakenBackHoldsAtOnceAndMayBeGivenAgain() {
        String source = source(letter("I was there."));
        assertThat(quotable(source)).isTrue();

        DeskVisit.Page taken = send(
                DeskFixture.INVESTIGATOR,
                source,
                "withdrawals",
                "purpose",
                "QUOTE_ANONYMOUSLY",
                "how",
                "in a second letter");
        assertThat(taken.text()).contains("quote anonymously: not agreed").contains("in a second letter");
        assertThat(quotable(source)).isFalse();

        send(
                DeskFixture.INVESTIGATOR,
                source,
                "consents",
                "consent",
                "QUOTE_ANONYMOUSLY",
                "toldOfLimits",
                "yes",
                "ableToDecide",
                "yes");
        assertThat(quotable(source)).isTrue();
    }

    @Test
    void whatWasNotTickedIsNotAgreed() {
        String source = source(letter("I was there too."));
        assertThat(send(DeskFixture.INVESTIGATOR, source, "consents", "toldOfLimits", "yes")
                        .text())
                .contains("Say what they agree to");
        assertThat(send(DeskFixture.INVESTIGATOR, source, "withdrawals").text()).contains("Say how they told us");
    }

    @Test
    void aWithdrawalNamesWhatLeansOnItAndWhoAlreadyReceivedIt() {
        String account = letter("They held us there.");
        String source = source(account);
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String claim = owl.submit(
                        owl.get(account),
                        account + "/claims",
                        "quote",
                        "They held us there",
                        "kind",
                        "PRESENCE",
                        "access",
                        "SUFFERED")
                .find("/accounts/claims/([a-z2-7]{26})");
        published(id(account), Id.parse(claim));

        send(DeskFixture.INVESTIGATOR, source, "withdrawals", "how", "by telephone");
        assertThat(owl.get(source).text()).contains("F-1").contains("received it on 5 May 2019");
        assertThat(desk.unlock(DeskFixture.INTAKE).get(source).text())
                .contains("F-1")
                .contains("Sealed. A publisher sees who received what")
                .doesNotContain("received it on");
    }

    /** A finding that leans on the claim, sent to a body on 5 May 2019. */
    private static void published(Id account, Id claim) {
        Pen pen = desk.bean(Pen.class);
        Id finding = pen.newId();
        desk.given(
                DeskFixture.PUBLISHER,
                finding(finding, "People were held there."),
                new ClaimWeighed(finding, claim, Side.FOR, Optional.empty()),
                new DossierPublished(
                        pen.newId(),
                        List.of(),
                        List.of(account),
                        pen.newId(),
                        Purpose.SHARE,
                        LocalDate.of(2019, 5, 5),
                        "00",
                        1,
                        0));
    }

    @Test
    void aRecantationWithinReachOfTheAccusedStopsSharingAndWithdrawsNoClaim() {
        String source = source(letter("I said it."));
        DeskVisit.Page page = send(
                DeskFixture.INVESTIGATOR,
                source,
                "retractions",
                "kind",
                "PUBLIC_RECANTATION",
                "control",
                "WITHIN_REACH_OF_ACCUSED",
                "words",
                "I never said it.");
        assertThat(page.text()).contains("I never said it.").contains("Nothing of it is shared");
        assertThat(quotable(source)).isFalse();
    }

    @Test
    void aForgottenSourceIsGoneFromEveryPageAndNothingUnseenGoesWithIt() {
        String account = letter("Forget this willow.");
        String source = source(account);
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page considered = lark.get(source + "/forget");
        assertThat(considered.text()).contains("1 account").contains("cannot be undone");
        Id teller = desk.view(DeskFixture.INTAKE)
                .casebook()
                .sources()
                .source(id(source))
                .flatMap(each -> each.opened().fact().person())
                .orElseThrow();
        String listed = considered.find("name=\"listed\" value=\"([^\"]+)\"");

        assertThat(lark.submit(considered, source + "/forget", "listed", "7-7").text())
                .contains("Nothing was forgotten");
        assertThat(lark.get(account).text()).contains("willow");

        lark.submit(considered, source + "/forget", "listed", listed);
        assertThat(lark.get(account).status()).isEqualTo(404);
        assertThat(lark.get(source).status()).isEqualTo(404);
        assertThat(lark.get("/accounts").text()).doesNotContain("willow");
        assertThat(desk.unlock(DeskFixture.INVESTIGATOR).get(account).status()).isEqualTo(404);
        assertThat(desk.view(DeskFixture.INTAKE).casebook().people().person(teller))
                .isEmpty();
    }

    @Test
    void whoTellsWhatBefellThemselvesIsNamedByTheirOwnCodeNameAndCounts() {
        String account = letter("They beat me at the quarry.");
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String name = desk.view(DeskFixture.INVESTIGATOR)
                .casebook()
                .sources()
                .source(id(source(account)))
                .orElseThrow()
                .codeName();
        String claim = owl.submit(
                        owl.get(account),
                        account + "/claims",
                        "quote",
                        "They beat me",
                        "kind",
                        "ACT",
                        "act",
                        "ILL_TREATMENT",
                        "access",
                        "SUFFERED",
                        "to",
                        name)
                .find("/accounts/claims/([a-z2-7]{26})");
        var casebook = desk.view(DeskFixture.INVESTIGATOR).casebook();
        Id victim = casebook.claims()
                .claim(Id.parse(claim))
                .orElseThrow()
                .coding()
                .victims()
                .getFirst();
        assertThat(casebook.people().person(victim).orElseThrow().counts()).isTrue();
        assertThat(casebook.sources().whoAre(victim)).hasSize(1);
    }

    @Test
    void aConsentOfSomebodyWhoseAgeNobodyKnowsWaitsForThePathOfProtection() {
        String source = source(letter("I am young.", "UNKNOWN"));
        assertThat(quotable(source)).isFalse();
    }

    @Test
    void onlyTheIntakeForgets() {
        String source = source(letter("Stay."));
        assertThat(desk.unlock(DeskFixture.INVESTIGATOR).get(source + "/forget").status())
                .isEqualTo(403);
    }
}
