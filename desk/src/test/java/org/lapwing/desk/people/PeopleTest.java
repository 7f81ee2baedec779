// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.account;
import static org.lapwing.desk.InventedFacts.copy;
import static org.lapwing.desk.InventedFacts.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.NameFact.NameRevealed;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Script;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Standing;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.reading.Pen;
import org.lapwing.entry.Id;

/** What the desk shows and decides of people, over real HTTP and without scripts. */
class PeopleTest {
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

    private static Id id() {
        return desk.bean(Pen.class).newId();
    }

    private static Id person(String codeName, PersonRole... roles) {
        Id person = id();
        desk.given(DeskFixture.INTAKE, new PersonOpened(person, codeName, List.of(roles), AgeGroup.FROM_26_TO_40));
        return person;
    }

    /** A source with one account of eleven letters, from which one claim is coded. */
    private static Id claim(String source, Coding coding) {
        Id teller = id();
        Id account = id();
        Id claim = id();
        desk.given(
                DeskFixture.INTAKE,
                source(teller, source, SourceKind.EYEWITNESS, "en"),
                account(account, teller, "en"),
                copy(account, "He was here", "en"),
                ClaimCoded.of(claim, account, new Excerpt.OfWords(1, 0, 11), coding));
        return claim;
    }

    private static DeskVisit.Page send(String handle, Id person, String form, String... fields) {
        DeskVisit visit = desk.unlock(handle);
        return visit.submit(visit.get("/people/" + person), "/people/" + person + "/" + form, fields);
    }

    @Test
    void whoeverIsKnownOnlyThroughOthersIsMaskedUntilAMemberHasLooked() {
        Id heard = person("plain-avocet", PersonRole.VICTIM);
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        assertThat(owl.get("/people").text()).doesNotContain("plain-avocet");
        assertThat(owl.get("/people?masked=true").text()).contains("plain-avocet");

        send(DeskFixture.INVESTIGATOR, heard, "look", "reasons", "Two tell of him.", "until", "2999-01-01");
        assertThat(owl.get("/people").text()).contains("plain-avocet");
        assertThat(owl.get("/people/" + heard).text())
                .contains("Two tell of him.")
                .contains("not in counts by name");
    }

    @Test
    void aNameShowsInOneAnswerOnlyAndLeavesAnEntry() {
        Id named = person("plain-bittern", PersonRole.OFFICIAL);
        desk.given(
                DeskFixture.INTAKE,
                new NameRecorded(
                        id(), named, "Dunvek", Script.LATIN, NameKind.FAMILY, Optional.empty(), Optional.empty()));
        assertThat(desk.unlock(DeskFixture.INTAKE).get("/people/" + named).text())
                .doesNotContain("Dunvek");
        assertThat(send(DeskFixture.INTAKE, named, "name").text())
                .contains("Say what you need the name for")
                .doesNotContain("Dunvek");

        DeskVisit.Page shown = send(DeskFixture.INTAKE, named, "name", "purpose", "to compare with a list");
        assertThat(shown.text()).contains("Dunvek");
        assertThat(shown.answer().headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(shown.answer().headers().firstValue("Refresh")).hasValue("60; url=/people/" + named);

        DeskVisit.Page after = desk.unlock(DeskFixture.INTAKE).get("/people/" + named);
        assertThat(after.text()).doesNotContain("Dunvek").contains("to compare with a list");
        assertThat(desk.view(DeskFixture.INTAKE).casebook().about(named, NameRevealed.class))
                .singleElement()
                .satisfies(each -> assertThat(each.fact().purpose()).isEqualTo("to compare with a list"));
    }

    @Test
    void aNameIsSealedForWhoDoesNotHoldNames() {
        Id named = person("plain-curlew", PersonRole.OFFICIAL);
        desk.given(
                DeskFixture.INTAKE,
                new NameRecorded(
                        id(), named, "Tolvor", Script.LATIN, NameKind.GIVEN, Optional.empty(), Optional.empty()));
        assertThat(desk.unlock(DeskFixture.INVESTIGATOR).get("/people/" + named).text())
                .contains("Sealed. Names are kept apart")
                .doesNotContain("Tolvor");
        assertThat(send(DeskFixture.INVESTIGATOR, named, "name", "purpose", "curious")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void twoBecomeOneAndTwoAgain() {
        Id older = person("plain-dipper", PersonRole.OFFICIAL);
        Id younger = person("plain-egret", PersonRole.OFFICIAL);
        send(DeskFixture.ANALYST, younger, "same", "other", "plain-dipper", "reasons", "Same office, same week.");
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        DeskVisit.Page one = owl.get("/people/" + younger);
        assertThat(one.text()).contains("Also known here as plain-egret").contains("Same office, same week.");

        String decision = one.find("name=\"decision\" value=\"([a-z2-7]{26})\"");
        send(DeskFixture.INVESTIGATOR, older, "apart", "decision", decision, "reasons", "They met each other.");
        assertThat(owl.get("/people/" + older).text()).doesNotContain("Also known here as");
        assertThat(owl.get("/people/" + younger).text()).contains("plain-egret").doesNotContain("plain-dipper");
    }

    @Test
    void oneWitnessAndAHearerDoNotEstablishADeath() {
        Id dead = person("plain-falcon", PersonRole.VICTIM);
        Coding said = Coding.fate(FateKind.REPORTED_KILLED, Access.SAW).to(dead);
        Id first = claim("wet-grebe", said);
        Id heard = claim(
                "wet-heron", Coding.fate(FateKind.REPORTED_KILLED, Access.HEARD).to(dead));
        assertThat(establish(dead, first, heard).text()).contains("two different sources who were there");
        assertThat(desk.unlock(DeskFixture.INVESTIGATOR).get("/people/" + dead).text())
                .contains("reported killed")
                .doesNotContain("established: ");

        Id second = claim("wet-ibis", said);
        assertThat(establish(dead, first, second).text()).contains("established: two witnesses");
    }

    private static DeskVisit.Page establish(Id person, Id one, Id other) {
        return send(
                DeskFixture.INVESTIGATOR,
                person,
                "fate",
                "fate",
                "DEATH_ESTABLISHED",
                "by",
                "TWO_WITNESSES",
                "claim",
                one.toString(),
                "claim",
                other.toString(),
                "reasons",
                "Both stood beside him.");
    }

    @Test
    void aYearStaysAYearInTheTimelineAndItsTable() {
        Id held = person("plain-gannet", PersonRole.VICTIM);
        Id place = id();
        desk.given(
                DeskFixture.INTAKE,
                new PlaceOpened(
                        place,
                        List.of("the old depot"),
                        PlaceType.DEPOT_OR_GARAGE,
                        Standing.UNOFFICIAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        claim(
                "wet-jay",
                Coding.act(ActType.ARBITRARY_DETENTION, Access.HEARD)
                        .to(held)
                        .at(place)
                        .when("2019"));
        claim(
                "wet-kite",
                Coding.act(ActType.ARBITRARY_DETENTION, Access.SUFFERED)
                        .to(held)
                        .at(place)
                        .when("2019-03-04/2019-03-12"));
        DeskVisit.Page page = desk.unlock(DeskFixture.INVESTIGATOR).get("/people/" + held);
        assertThat(page.text()).contains("2 claims say where plain-gannet was").doesNotContain("1 January 2019");
        assertThat(page.body()).contains("<rect class=\"solid\"").contains("<rect class=\"dashed\"");
    }

    @Test
    void valuesStandSideBySideAndNoneIsOverwritten() {
        Id told = person("plain-hoopoe", PersonRole.OFFICIAL);
        send(DeskFixture.INVESTIGATOR, told, "values", "when", "1990");
        send(DeskFixture.INVESTIGATOR, told, "values", "when", "about 1991", "alive", "yes");
        DeskVisit.Page page = desk.unlock(DeskFixture.ANALYST).get("/people/" + told);
        assertThat(page.text())
                .contains("born 1990")
                .contains("born about 1991")
                .contains("said to be alive");

        String value = page.find("id=\"v-([a-z2-7]{26})\"");
        assertThat(send(DeskFixture.ANALYST, told, "prefer", "value", value, "reasons", "A document.")
                        .text())
                .contains("preferred")
                .contains("born 1990")
                .contains("born about 1991");
    }

    @Test
    void aRelativeWhoIsAThreatGivesNoConsent() {
        Id child = person("plain-iora", PersonRole.VICTIM);
        Id uncle = person("plain-jacana", PersonRole.RELATIVE);
        String[] consent = {"relation", "RELATIVE", "giver", "plain-jacana", "consent", "COUNT"};
        send(DeskFixture.INVESTIGATOR, uncle, "threat", "reasons", "He asked where the boy is.");
        assertThat(send(DeskFixture.INVESTIGATOR, child, "consents", consent).text())
                .contains("noted as a threat")
                .contains("They have agreed to nothing");

        assertThat(send(DeskFixture.INVESTIGATOR, child, "consents", "relation", "SELF", "consent", "COUNT")
                        .text())
                .contains("Their consent is written")
                .contains("without any name");
    }
}
