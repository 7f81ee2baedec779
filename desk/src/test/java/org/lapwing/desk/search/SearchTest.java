// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.search;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.account;
import static org.lapwing.desk.InventedFacts.copy;
import static org.lapwing.desk.InventedFacts.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.ClaimFact.ClaimCorrected;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.NameFact.NamesSought;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.AccountLabel;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Script;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** What members find and do not find, over real HTTP and without scripts. */
class SearchTest {
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

    private record Told(Id source, Id account) {}

    /** @param words of the working copy; the original has {@code original} */
    private static Told told(String source, String language, String words, String original, AccountLabel... labels) {
        Told told = new Told(id(), id());
        desk.given(
                DeskFixture.INTAKE,
                source(told.source(), source, SourceKind.EYEWITNESS, language),
                account(told.account(), told.source(), language, labels),
                copy(told.account(), words, language));
        desk.given(DeskFixture.INTAKE, new OriginalKept(told.account(), new Text(original, language)));
        return told;
    }

    /** Searches when search is whole, so that what is not found is not there. */
    private static DeskVisit.Page search(String handle, String... fields) {
        DeskVisit visit = desk.unlock(handle);
        View view = desk.view(handle);
        SearchRoom room = desk.bean(SearchRoom.class);
        while (!room.progress(view).whole()) {
            Thread.onSpinWait();
        }
        return visit.submit(visit.get("/search"), "/search", fields);
    }

    private static DeskVisit.Page named(String handle, String name, String purpose) {
        search(handle, "words", "x");
        DeskVisit visit = desk.unlock(handle);
        return visit.submit(visit.get("/search"), "/search/name", "name", name, "purpose", purpose);
    }

    @Test
    void whatWasJustWrittenIsFoundAtOnceInAnyFormAndMarked() {
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "warehouses").text())
                .contains("Nothing was found");
        told("wet-lark", "en", "They kept us in a warehouse by the river.", "");
        told("wet-teal", "ru", "Нас держали в подвале у реки.", "");
        DeskVisit.Page found = search(DeskFixture.INVESTIGATOR, "words", "warehouses");
        assertThat(found.body()).contains("<mark>warehouse</mark>");
        assertThat(found.text()).contains("wet-lark").contains("April 2019");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "подвалы").body()).contains("<mark>подвале</mark>");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "warehouse подвал").text())
                .contains("Nothing has all of these words")
                .contains("wet-lark")
                .contains("wet-teal");
    }

    @Test
    void wordsAsToldAndNamesAreFoundByNobodyWhoDoesNotHoldThem() {
        told("wet-crow", "en", "[P: old-ruff] waited at the quarry.", "Zemfiran waited at the quarry.");
        Id person = id();
        desk.given(
                DeskFixture.INTAKE,
                new PersonOpened(person, "old-ruff", List.of(PersonRole.OFFICIAL), AgeGroup.OVER_60));
        desk.given(
                DeskFixture.INTAKE,
                new NameRecorded(
                        id(), person, "Ovanderi", Script.LATIN, NameKind.FAMILY, Optional.empty(), Optional.empty()));

        assertThat(search(DeskFixture.INVESTIGATOR, "words", "quarry").text()).contains("wet-crow");
        for (String words : List.of("Zemfiran", "zemf*", "Ovanderi", "ovan*", "Земфиран", "Овандери")) {
            assertThat(search(DeskFixture.INVESTIGATOR, "words", words).text()).contains("Nothing was found");
        }
        assertThat(search(DeskFixture.INTAKE, "words", "Zemfiran").text())
                .contains("Words as told 1")
                .doesNotContain("Zemfiran waited");
        assertThat(search(DeskFixture.INTAKE, "words", "Zemfiran", "matter", "original")
                        .body())
                .contains("<mark>Zemfiran</mark>")
                .contains("/copy");
        // Who holds names does not find by them in passing either.
        assertThat(search(DeskFixture.INTAKE, "words", "Ovanderi").text()).contains("Nothing was found");
    }

    @Test
    void whoIsCalledThisIsAnsweredByCodeNameAndWrittenDown() {
        Id person = id();
        desk.given(
                DeskFixture.INTAKE,
                new PersonOpened(person, "old-snipe", List.of(PersonRole.OFFICIAL), AgeGroup.OVER_60));
        desk.given(
                DeskFixture.INTAKE,
                new NameRecorded(
                        id(), person, "Tarvoshin", Script.LATIN, NameKind.FAMILY, Optional.empty(), Optional.empty()));

        DeskVisit.Page shown = named(DeskFixture.INTAKE, "Тарвошин", "a second report speaks of him");
        assertThat(shown.text()).contains("old-snipe").doesNotContain("Tarvoshin");
        assertThat(shown.answer().headers().firstValue("Refresh")).hasValue("60; url=/search");
        assertThat(desk.view(DeskFixture.INTAKE).casebook().all(NamesSought.class))
                .anySatisfy(each -> assertThat(each.fact().found()).containsExactly(person));
        assertThat(desk.unlock(DeskFixture.INTAKE).get("/people/" + person).text())
                .contains("a second report speaks of him");

        assertThat(named(DeskFixture.INTAKE, "Nobodyev", "to see").text()).contains("Nobody here is recorded");
        assertThat(desk.view(DeskFixture.INTAKE).casebook().all(NamesSought.class))
                .anySatisfy(each -> assertThat(each.fact().found()).isEmpty());
        int asked =
                desk.view(DeskFixture.INTAKE).casebook().all(NamesSought.class).size();
        assertThat(named(DeskFixture.INTAKE, "Tarvoshin", " ").text())
                .contains("Say what you need to know it for")
                .doesNotContain("old-snipe");
        assertThat(named(DeskFixture.INVESTIGATOR, "Tarvoshin", "curious").status())
                .isEqualTo(403);
        assertThat(desk.view(DeskFixture.INTAKE).casebook().all(NamesSought.class))
                .hasSize(asked);
    }

    @Test
    void whatWasSoughtStandsInNoAddressAndGoesWithTheSession() {
        DeskVisit.Page found = search(DeskFixture.ANALYST, "words", "granary", "place", "");
        assertThat(found.answer().uri().toString()).contains("/search?n=").doesNotContain("granary");
        assertThat(found.body()).contains("value=\"granary\"").doesNotContain("words=granary");
        String number = found.answer().uri().getQuery().replace("n=", "");
        assertThat(desk.unlock(DeskFixture.INVESTIGATOR)
                        .get("/search?n=" + number + "0")
                        .text())
                .contains("This search is no longer kept");
        DeskVisit analyst = desk.unlock(DeskFixture.ANALYST);
        for (int i = 0; i < 8; i++) {
            search(DeskFixture.ANALYST, "words", "other");
        }
        assertThat(analyst.get("/search?n=" + number).body()).doesNotContain("granary");
    }

    @Test
    void correctedAndErasedWordsAreGoneFromSearch() {
        Told told =
                told("wet-dove", "en", "Something about a lighthouse keeper.", "Something about a lighthouse keeper.");
        told("wet-kite", "en", "A harbour stays.", "");
        Id claim = id();
        desk.given(
                DeskFixture.INVESTIGATOR,
                ClaimCoded.of(
                        claim,
                        told.account(),
                        new Excerpt.OfWords(1, 0, 9),
                        Coding.act(ActType.TORTURE, Access.SUFFERED).note("a windmill")));
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "windmill").text()).contains("Claims 1");
        desk.given(
                DeskFixture.INVESTIGATOR,
                ClaimCorrected.of(
                        claim,
                        "misheard",
                        Coding.act(ActType.TORTURE, Access.SUFFERED).note("a watermill")));
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "windmill").text()).contains("Nothing was found");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "watermill").text())
                .contains("Claims 1");

        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        DeskVisit.Page considered = lark.get("/sources/" + told.source() + "/forget");
        lark.submit(
                considered,
                "/sources/" + told.source() + "/forget",
                "listed",
                considered.find("name=\"listed\" value=\"([^\"]*)\""));
        for (String words : List.of("lighthouse", "watermill", "wet-dove")) {
            assertThat(search(DeskFixture.INTAKE, "words", words).text()).contains("Nothing was found");
        }
        assertThat(desk.bean(SearchRoom.class).terms())
                .contains("harbour")
                .doesNotContain("lighthous", "watermil", "windmil", "dove");
    }

    @Test
    void daysPlaceKindAndHeavinessNarrow() {
        Id town = id();
        Id house = id();
        desk.given(
                DeskFixture.INTAKE,
                new PlaceOpened(
                        town,
                        List.of("Гарнов"),
                        PlaceType.TOWN_OR_DISTRICT,
                        Standing.OFFICIAL,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new PlaceOpened(
                        house,
                        List.of("the brick works"),
                        PlaceType.TOWN_OR_DISTRICT,
                        Standing.UNOFFICIAL,
                        Optional.of(town),
                        Optional.empty(),
                        Optional.empty()));
        Told told = told("wet-wren", "en", "They had a barge there.", "", AccountLabel.values()[0]);
        desk.given(
                DeskFixture.INVESTIGATOR,
                ClaimCoded.of(
                        id(),
                        told.account(),
                        new Excerpt.OfWords(1, 0, 9),
                        Coding.act(ActType.ARBITRARY_DETENTION, Access.SUFFERED)
                                .at(house)
                                .when("2018-05")
                                .note("barge")));
        desk.given(
                DeskFixture.INVESTIGATOR,
                new StatementRecorded(
                        id(),
                        "spokesperson of the barge office",
                        Optional.empty(),
                        Edtf.parse("2020"),
                        new Text("There is no barge.", "en"),
                        StatementKind.DENIES_ACT,
                        StatementBasis.BARE,
                        Optional.empty(),
                        List.of(),
                        Investigation.NONE));

        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge").text())
                .contains("Accounts 1")
                .contains("Claims 1")
                .contains("Statements 1");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge", "until", "2018")
                        .text())
                .contains("Claims 1")
                .doesNotContain("Accounts 1")
                .doesNotContain("Statements 1");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge", "from", "2019", "until", "2019")
                        .text())
                .contains("Accounts 1")
                .doesNotContain("Claims 1");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge", "place", "Garnov")
                        .text())
                .contains("Claims 1")
                .contains("Accounts 1")
                .doesNotContain("Statements 1");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge", "matter", "statement")
                        .text())
                .contains("Found: 1");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge", "spare", "true")
                        .text())
                .contains("Statements 1")
                .doesNotContain("Accounts 1")
                .doesNotContain("Claims 1");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge", "place", "Nowheresk")
                        .text())
                .contains("No place here is called that");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "barge", "from", "soonish")
                        .text())
                .contains("This did not work");
    }

    @Test
    void manyAreReadPageByPage() {
        for (int i = 0; i < 23; i++) {
            told("many-" + (char) ('a' + i), "en", "The orchard again.", "");
        }
        DeskVisit.Page all = search(DeskFixture.ANALYST, "words", "orchard");
        assertThat(all.text()).contains("Accounts 23").contains("All 23 of this kind");
        DeskVisit analyst = desk.unlock(DeskFixture.ANALYST);
        DeskVisit.Page first =
                analyst.get(all.find("href=\"(/search[^\"]*matter=account)\"").replace("&amp;", "&"));
        assertThat(first.text()).contains("1 to 20 of 23").doesNotContain("Earlier");
        DeskVisit.Page second =
                analyst.get(first.find("href=\"(/search[^\"]*from=20)\"").replace("&amp;", "&"));
        assertThat(second.text()).contains("21 to 23 of 23").contains("Earlier").doesNotContain("Further");
    }

    @Test
    void whoReadsNothingSearchesNothing() {
        assertThat(desk.unlock(DeskFixture.STEWARD).get("/search").status()).isEqualTo(403);
        assertThat(desk.unlock(DeskFixture.COORDINATOR).get("/search").status()).isEqualTo(403);
    }

    @Test
    void nothingOfAnIndexLiesOnDisk() throws IOException {
        told("wet-hawk", "en", "A caravanserai of stone.", "");
        assertThat(search(DeskFixture.INVESTIGATOR, "words", "caravanserai").text())
                .contains("wet-hawk");
        int files = 0;
        try (var all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(holds(bytes, "aravanser".getBytes(UTF_8)))
                        .as(file.toString())
                        .isFalse();
                assertThat(holds(bytes, "aravanser".getBytes(UTF_16LE)))
                        .as(file.toString())
                        .isFalse();
                assertThat(file.getFileName().toString()).doesNotContain("segments_");
                files++;
            }
        }
        assertThat(files).isGreaterThan(5);
    }

    private static boolean holds(byte[] bytes, byte[] sought) {
        for (int at = 0; at + sought.length <= bytes.length; at++) {
            int same = 0;
            while (same < sought.length && bytes[at + same] == sought[same]) {
                same++;
            }
            if (same == sought.length) {
                return true;
            }
        }
        return false;
    }
}
