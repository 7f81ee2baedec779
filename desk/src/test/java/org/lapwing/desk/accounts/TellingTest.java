// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;

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
}
