// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.account;
import static org.lapwing.desk.InventedFacts.copy;
import static org.lapwing.desk.InventedFacts.place;
import static org.lapwing.desk.InventedFacts.survivor;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.DeskVisit.Page;
import org.lapwing.entry.Id;

/** Who was held where and when: one suffered it, one was heard of, one is known only through others. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlacePagesTest {
    private static final Pattern BAR = Pattern.compile("<rect class=\"(solid|dashed)\"");
    private static final Pattern ROW = Pattern.compile("<tr><th scope=\"row\">");

    private final SecureRandom random = new SecureRandom();
    private final Id source = Id.random(random);
    private final Id himself = Id.random(random);
    private final Id heardOf = Id.random(random);
    private final Id masked = Id.random(random);
    private final Id yard = Id.random(random);
    private final Id empty = Id.random(random);
    private final Id account = Id.random(random);
    private DeskFixture desk;

    @BeforeAll
    void tell(@TempDir Path folder) {
        desk = DeskFixture.in(folder);
        desk.given(
                DeskFixture.INTAKE,
                person(himself, "tall-siskin"),
                person(heardOf, "low-plover"),
                person(masked, "far-crake"),
                new PersonReviewed(heardOf, true, LocalDate.of(2030, 1, 1), "His brother asked us to."),
                survivor(source, "low-garganey", himself),
                place(empty, "the empty mill"),
                place(yard, "the tin yard"),
                account(account, source, "en"),
                copy(account, "They held me in the yard. Others too.", "en"),
                held(himself, Access.SUFFERED, "2019-03-04/2019-03-08"),
                held(heardOf, Access.HEARD, "2019-03-06/2019-03-20"),
                held(masked, Access.HEARD, "2019-03-06"),
                held(himself, Access.HEARD, "2019"));
    }

    private static PersonOpened person(Id id, String codeName) {
        return new PersonOpened(id, codeName, List.of(PersonRole.VICTIM), AgeGroup.FROM_26_TO_40);
    }

    private ClaimCoded held(Id person, Access access, String when) {
        return ClaimCoded.of(
                Id.random(random),
                account,
                new Excerpt.OfWords(1, 0, 25),
                Coding.act(ActType.ARBITRARY_DETENTION, access)
                        .to(person)
                        .at(yard)
                        .when(when));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    private Page yard() {
        return desk.unlock(DeskFixture.ANALYST).get("/places/" + yard);
    }

    @Test
    void drawsSolidWhatWasSufferedAndDashedWhatWasHeard() {
        List<String> bars =
                BAR.matcher(yard().body()).results().map(each -> each.group(1)).toList();
        // Two were heard of, and nobody says when either stay ended: two open tails.
        assertThat(bars).containsExactlyInAnyOrder("solid", "dashed", "dashed", "dashed", "dashed");
    }

    @Test
    void hasATableWithARowForEveryoneDrawnAndNobodyElse() {
        Page page = yard();
        assertThat(ROW.matcher(page.body()).results()).hasSize(2);
        assertThat(page.text())
                .contains("tall-siskin", "low-plover", "20 March 2019")
                .doesNotContain("far-crake");
    }

    @Test
    void countsWhoIsLeftOutBecauseNobodyHasReviewedThem() {
        assertThat(yard().text()).contains("1 person known only through others");
    }

    @Test
    void saysTheDaysThatAreDrawnAndNotAWholeYearOfWhichSomebodyHeard() {
        assertThat(yard().text())
                .contains("2 people held here", "from 4 March 2019 to 20 March 2019")
                .doesNotContain("31 December 2019");
    }

    @Test
    void listsWhatAccountsSayOfThePlaceAndOfNobodyWhoIsMasked() {
        assertThat(yard().text()).contains("3 claims", "held without lawful ground", "low-garganey");
        assertThat(desk.unlock(DeskFixture.ANALYST).get("/places/" + empty).text())
                .contains("Nobody is said to have been held here", "No account names this place");
    }

    @Test
    void putsThePlacesWhereMostWereHeldFirst() {
        String list = desk.unlock(DeskFixture.ANALYST).get("/places").text();
        assertThat(list.indexOf("the tin yard")).isPositive().isLessThan(list.indexOf("the empty mill"));
    }

    @Test
    void opensAPlaceWithItsUnitOnceAndKeepsWhatWasTyped() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        Page refused = owl.submit(
                owl.get("/places/new"),
                "/places/new",
                "names",
                "the red gate",
                "within",
                "Nowhere",
                "unit",
                "Third Guard");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Choose what sort of place it is", "No place of the casebook has this name");
        assertThat(refused.body()).contains("the red gate</textarea>", "value=\"Nowhere\"");

        String[] fields = {
            "names",
            "the red gate\nКрасные ворота",
            "sort",
            "YARD",
            "standing",
            "UNOFFICIAL",
            "within",
            "the empty mill",
            "unit",
            "Third Guard",
            "unitSort",
            "PARAMILITARY"
        };
        Page opened = owl.submit(refused, "/places/new", fields);
        assertThat(opened.text())
                .contains("The place is open", "the red gate, Красные ворота", "the empty mill", "Third Guard");
        assertThat(owl.submit(owl.get("/places/new"), "/places/new", fields).text())
                .contains("A place of this name is here already");
        assertThat(desk.unlock(DeskFixture.PUBLISHER).get("/places/new").status())
                .isEqualTo(403);
    }

    @Test
    void knowsNoPlaceThatIsNotThere() {
        assertThat(desk.unlock(DeskFixture.ANALYST).get("/places/" + account).status())
                .isEqualTo(404);
    }
}
