// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.Party;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.NameReceiver;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Role;
import org.lapwing.casebook.term.Standard;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.reading.Pen;
import org.lapwing.entry.Id;

/** What a telephone call becomes at the desk, over real HTTP and without scripts. */
class TellingTest {
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

    private static DeskVisit.Page call() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        return lark.submit(
                lark.get("/accounts/new"),
                "/accounts/new",
                "words",
                "They took Orlen at the market. Orlen was held in the depot. I saw the depot, and later the depot again.",
                "language",
                "en",
                "channel",
                "CALL",
                "told",
                "about March 2019",
                "sourceKind",
                "EYEWITNESS",
                "consent",
                "RECORD",
                "consent",
                "QUOTE_ANONYMOUSLY",
                "earlier",
                "a newspaper");
    }

    private static String id(DeskVisit.Page page) {
        return page.path().replaceFirst("/accounts/([a-z2-7]{26}).*", "$1");
    }

    private static String withCopy() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page copy = call();
        lark.submit(copy, copy.path(), "names", "Orlen = new given", "make", "yes");
        return id(copy);
    }

    @Test
    void aTelephoneCallBecomesAnAccountWithoutNames() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page copy = call();
        assertThat(copy.path()).endsWith("/copy");
        assertThat(copy.text()).contains("They took Orlen");

        DeskVisit.Page account = lark.submit(copy, copy.path(), "names", "Orlen = new given", "make", "yes");
        assertThat(account.text())
                .contains("The working copy is made")
                .contains("They took [P: ")
                .contains("March 2019")
                .contains("a newspaper")
                .doesNotContain("Orlen");

        DeskVisit.Page read = desk.unlock(DeskFixture.INVESTIGATOR).get("/accounts/" + id(copy));
        assertThat(read.text()).contains("They took [P: ").doesNotContain("Orlen");
    }

    @Test
    void anInvestigatorReadsNoOriginals() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        assertThat(owl.get("/accounts/" + withCopy() + "/copy").status()).isEqualTo(403);
    }

    @Test
    void aStewardReadsNothing() {
        assertThat(desk.unlock(DeskFixture.STEWARD).get("/accounts").status()).isEqualTo(403);
    }

    @Test
    void aClaimIsCodedFromTheWordsThatSayIt() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String path = "/accounts/" + withCopy();
        DeskVisit.Page coded = owl.submit(
                owl.get(path),
                path + "/claims",
                "quote",
                "later the depot",
                "kind",
                "ACT",
                "act",
                "ARBITRARY_DETENTION",
                "access",
                "SAW",
                "to",
                "new",
                "where",
                "a depot",
                "when",
                "about March 2019");
        assertThat(coded.text()).contains("Coded.").contains("saw").contains("a depot");
        assertThat(coded.body()).containsPattern("<mark[^>]*>later the depot</mark>");
    }

    @Test
    void wordsThatAreNotInTheCopyAreRefusedAndNothingTypedIsLost() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String path = "/accounts/" + withCopy();
        DeskVisit.Page refused = owl.submit(
                owl.get(path),
                path + "/claims",
                "quote",
                "they flew away",
                "kind",
                "ACT",
                "access",
                "SAW",
                "note",
                "kept");
        assertThat(refused.text()).contains("do not stand in the working copy");
        assertThat(refused.body()).contains("they flew away").contains("value=\"kept\"");
    }

    private static DeskVisit.Page coded(String path) {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        return owl.submit(
                owl.get(path),
                path + "/claims",
                "quote",
                "held in the depot",
                "kind",
                "ACT",
                "act",
                "ILL_TREATMENT",
                "method",
                "SLEEP_DEPRIVATION",
                "method",
                "ISOLATION",
                "access",
                "SAW",
                "to",
                "new",
                "by",
                "two men, one tall (was present); a driver");
    }

    @Test
    void somebodyNewIsEnteredForThePartTheyHad() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String path = "/accounts/" + withCopy();
        String claim = owl.submit(
                        owl.get(path),
                        path + "/claims",
                        "quote",
                        "held in the depot",
                        "kind",
                        "ACT",
                        "act",
                        "ILL_TREATMENT",
                        "access",
                        "SAW",
                        "to",
                        "new; new (witness)",
                        "by",
                        "new")
                .find("/accounts/claims/([a-z2-7]{26})");
        Casebook casebook = desk.view(DeskFixture.INVESTIGATOR).casebook();
        Coding coded = casebook.claims().claim(Id.parse(claim)).orElseThrow().coding();
        Map<Role, Set<PersonRole>> entered = new EnumMap<>(Role.class);
        Stream.concat(coded.by().stream(), coded.to().stream()).forEach(part -> {
            Id person = ((Party.Known) part.party()).person();
            entered.put(
                    part.role(), casebook.people().person(person).orElseThrow().roles());
        });
        assertThat(entered)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        Role.VICTIM, Set.of(PersonRole.VICTIM),
                        Role.WITNESS, Set.of(PersonRole.WITNESS),
                        Role.DIRECT_PERPETRATOR, Set.of(PersonRole.ALLEGED_PERPETRATOR)));
    }

    @Test
    void correctingAClaimKeepsWhatWasNotTouched() {
        String claim = "/accounts/claims/" + coded("/accounts/" + withCopy()).find("/accounts/claims/([a-z2-7]{26})");
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        DeskVisit.Page form = owl.get(claim);
        assertThat(form.body())
                .contains("value=\"two men, one tall (was present); a driver\"")
                .containsPattern("value=\"SLEEP_DEPRIVATION\"[^>]*checked")
                .containsPattern("value=\"ISOLATION\"[^>]*checked");

        owl.submit(
                form,
                claim,
                "quote",
                "held in the depot",
                "kind",
                "ACT",
                "act",
                "ILL_TREATMENT",
                "method",
                "ISOLATION",
                "access",
                "SAW",
                "to",
                form.find("name=\"to\" value=\"([^\"]+)\""),
                "by",
                "two men, one tall (was present); a driver",
                "reasons",
                "He said that he slept.");
        assertThat(owl.get(claim).text())
                .contains("was present: two men, one tall")
                .contains("did it: a driver")
                .contains("He said that he slept.")
                .contains(DeskFixture.INVESTIGATOR);
    }

    @Test
    void theSecondOfTwoWhoCorrectOneClaimIsToldAndLosesNothing() {
        String claim = "/accounts/claims/" + coded("/accounts/" + withCopy()).find("/accounts/claims/([a-z2-7]{26})");
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        DeskVisit dunlin = desk.unlock(DeskFixture.SECOND_INVESTIGATOR);
        DeskVisit.Page hers = owl.get(claim);
        DeskVisit.Page his = dunlin.get(claim);
        owl.submit(hers, claim, "kind", "PRESENCE", "access", "SAW", "reasons", "It was only presence.");

        DeskVisit.Page stale = dunlin.submit(
                his, claim, "kind", "ACT", "act", "TORTURE", "access", "HEARD", "reasons", "He heard it.");
        assertThat(stale.text())
                .contains("Somebody else changed this claim")
                .contains("It was only presence.")
                .doesNotContain("heard it by");
        assertThat(stale.body()).contains("value=\"He heard it.\"").containsPattern("value=\"TORTURE\" selected");
        assertThat(owl.get(claim).text()).doesNotContain("He heard it.");

        dunlin.submit(stale, claim, "kind", "ACT", "act", "TORTURE", "access", "HEARD", "reasons", "He heard it.");
        assertThat(owl.get(claim).text()).contains("It was only presence.").contains("He heard it.");
    }

    @Test
    void aWithdrawnClaimStaysReadableWithTheReasons() {
        String path = "/accounts/" + withCopy();
        String claim = "/accounts/claims/" + coded(path).find("/accounts/claims/([a-z2-7]{26})");
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        assertThat(owl.submit(owl.get(claim), claim, "withdraw", "yes").text()).contains("Say why");
        DeskVisit.Page account =
                owl.submit(owl.get(claim), claim, "withdraw", "yes", "reasons", "Coded from the wrong account.");
        assertThat(account.text()).contains("no longer stands");
        assertThat(account.body()).doesNotContain("<mark");
        assertThat(owl.get(claim).text()).contains("Coded from the wrong account.");
    }

    @Test
    void onePersonHasOneTokenThroughAllFormsOfTheNameAndAllCopies() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page copy = lark.submit(
                lark.get("/accounts/new"),
                "/accounts/new",
                "words",
                "Орлен пришёл. Я видел Орлена и Сагрела у депо, 555-01.",
                "language",
                "ru",
                "channel",
                "LETTER",
                "told",
                "2019-04",
                "sourceKind",
                "RELATIVE");
        String names = "Орлен = new given victim\nОрлена = like Орлен\nСагрела = like Орлен, family\n555-01 = contact";
        DeskVisit.Page preview = lark.submit(copy, copy.path(), "names", names);
        assertThat(preview.text()).contains("The copy would read");

        DeskVisit.Page made = lark.submit(copy, copy.path(), "names", names, "make", "yes");
        String token = made.find("(\\[P: [a-z]+-[a-z]+\\])");
        assertThat(made.text())
                .contains(token + " пришёл. Я видел " + token + " и " + token + " у депо, [C: ")
                .doesNotContain("555");

        DeskVisit.Page again = lark.get(copy.path());
        String lines = again.find("(?s)<textarea[^>]*name=\"names\"[^>]*>(.*?)</textarea>");
        assertThat(lines).contains("Орлен = ").contains("555-01 = contact");
        assertThat(lark.submit(again, copy.path(), "names", lines, "make", "yes")
                        .text())
                .contains(token + " пришёл. Я видел " + token);
    }

    @Test
    void aNameThatIsNotInTheWordsIsRefusedAndTheLinesStay() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page copy = call();
        DeskVisit.Page refused = lark.submit(copy, copy.path(), "names", "Nobody = new", "make", "yes");
        assertThat(refused.text()).contains("do not stand in the account exactly so: Nobody");
        assertThat(refused.body()).contains("Nobody = new</textarea>");
    }

    @Test
    void anAccountWithoutWordsIsRefusedAndNothingTypedIsLost() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page refused = lark.submit(
                lark.get("/accounts/new"),
                "/accounts/new",
                "language",
                "ru",
                "told",
                "soon",
                "setting",
                "in a car",
                "label",
                "TORTURE",
                "consent",
                "COUNT");
        assertThat(refused.text()).contains("Write what was said").contains("date could not be read");
        assertThat(refused.body())
                .contains("value=\"in a car\"")
                .containsPattern("value=\"TORTURE\"[^>]*checked")
                .containsPattern("value=\"COUNT\"[^>]*checked");
    }

    @Test
    void sharingIsNeverAskedWithoutSayingWhoReceivesTheName() {
        desk.given(
                DeskFixture.INTAKE,
                new BodyRecorded(
                        desk.bean(Pen.class).newId(),
                        "Working Group of Morvel",
                        BodyKind.DISAPPEARANCES_MECHANISM,
                        List.of(),
                        NameReceiver.ACCUSED_STATE,
                        false,
                        false,
                        "en",
                        Optional.empty(),
                        Standard.REASONABLE_GROUNDS_TO_BELIEVE));
        assertThat(desk.unlock(DeskFixture.INTAKE).get("/accounts/new").text())
                .contains("Working Group of Morvel. Your name goes to your government.");
    }

    @Test
    void aTranslationIsComparedByAnotherMember() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String path = "/accounts/" + withCopy();
        DeskVisit.Page made = owl.submit(
                owl.get(path),
                path + "/renderings",
                "language",
                "ru",
                "method",
                "TRANSLATED",
                "words",
                "Его забрали на рынке.");
        assertThat(made.text()).contains("not checked, not quotable").contains("Another member compares it");
        String check = "/accounts/renderings/" + made.find("id=\"r-([a-z2-7]{26})\"");
        assertThat(owl.submit(made, check, "agrees", "true").text()).contains("You made this translation");

        DeskVisit dunlin = desk.unlock(DeskFixture.SECOND_INVESTIGATOR);
        assertThat(dunlin.submit(dunlin.get(path), check, "agrees", "true").text())
                .contains("✓ checked")
                .contains("Compared by " + DeskFixture.SECOND_INVESTIGATOR);
    }

    @Test
    void whatAnAccountStillNeedsStandsBesideIt() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        String path = "/accounts/" + withCopy();
        assertThat(owl.get(path).text())
                .contains("They told a newspaper before us: may we read that first?")
                .contains("Nobody has read it back")
                .contains("nothing they tell counts above an allegation");

        DeskVisit.Page read =
                owl.submit(owl.get(path), path + "/readbacks", "day", "2019-06-01", "corrections", "It was a Friday.");
        assertThat(read.text()).contains("It was a Friday.").doesNotContain("Nobody has read it back");
    }

    @Test
    void heavyAccountsAreLeftOutOnRequest() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page copy = lark.submit(
                lark.get("/accounts/new"),
                "/accounts/new",
                "words",
                "A marmalade evening.",
                "language",
                "en",
                "channel",
                "INTERVIEW",
                "told",
                "2019",
                "sourceKind",
                "RELATIVE",
                "label",
                "KILLING");
        lark.submit(copy, copy.path(), "names", "", "make", "yes");
        assertThat(lark.get("/accounts").text()).contains("A marmalade evening.");
        assertThat(lark.get("/accounts?spare=true").text())
                .contains("1 account is left out because of their labels")
                .doesNotContain("A marmalade evening.");
    }
}
