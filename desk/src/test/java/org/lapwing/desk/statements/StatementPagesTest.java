// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.statements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.finding;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.DeskVisit.Page;
import org.lapwing.entry.Id;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatementPagesTest {
    private static final String BARE = "A bare denial never lowers the standard of a finding.";

    private final Id finding = Id.random(new SecureRandom());
    private DeskFixture desk;

    @BeforeAll
    void propose(@TempDir Path folder) {
        desk = DeskFixture.in(folder);
        desk.given(DeskFixture.INVESTIGATOR, finding(finding, "Men were held in the old mill at Orlesk."));
    }

    @AfterAll
    void close() {
        desk.close();
    }

    @Test
    void recordsABareDenialBesideItsFindingAndLowersNothing() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        Page recorded = record(lark, "There is no such mill.", "3 April 2019");
        assertThat(recorded.path()).matches("/statements/[a-z2-7]{26}");
        assertThat(recorded.text()).contains("There is no such mill.", BARE, "F-1", "3 April 2019");
        var lies = desk.view(DeskFixture.INTAKE)
                .casebook()
                .findings()
                .finding(finding)
                .orElseThrow();
        assertThat(lies.standard()).isEqualTo(Standard.REASONABLE_SUSPICION);
        assertThat(lies.statements()).anyMatch(each -> each.side() == Side.AGAINST);
        assertThat(desk.unlock(DeskFixture.ANALYST).get("/findings/" + finding).text())
                .contains("There is no such mill.");
    }

    @Test
    void keepsWhatWasTypedWhenTheDayCannotBeRead() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        int before = desk.view(DeskFixture.INTAKE).casebook().statements().all().size();
        Page again = record(lark, "Nobody was there.", "the day of the fair");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("Nobody was there.", "the day of the fair", "#when", "role=\"alert\"");
        assertThat(desk.view(DeskFixture.INTAKE).casebook().statements().all()).hasSize(before);
    }

    @Test
    void refusesACaptureWithoutItsHash() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        Page again = lark.submit(lark.get("/statements/new"), "/statements/new", "address", "briefing of 3 April");
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("#address", "briefing of 3 April");
    }

    @Test
    void notesLaterWhetherAnInvestigationFollowed() {
        DeskVisit lark = desk.unlock(DeskFixture.INTAKE);
        Page recorded = record(lark, "We know of nothing.", "4 April 2019");
        Page noted = lark.submit(
                recorded,
                recorded.path() + "/investigation",
                "investigation",
                "CLOSED",
                "how",
                "Nine days, one person was asked.");
        assertThat(noted.text()).contains("Nine days, one person was asked.", DeskFixture.INTAKE);
        assertThat(desk.view(DeskFixture.INTAKE)
                        .casebook()
                        .statements()
                        .statement(Id.parse(recorded.path().substring("/statements/".length())))
                        .orElseThrow()
                        .investigation())
                .isEqualTo(Investigation.CLOSED);
    }

    @Test
    void letsNoPublisherRecordOne() {
        assertThat(desk.unlock(DeskFixture.PUBLISHER).get("/statements/new").status())
                .isEqualTo(403);
    }

    private Page record(DeskVisit visit, String words, String when) {
        return visit.submit(
                visit.get("/statements/new"),
                "/statements/new",
                "speaker",
                "regional spokesperson",
                "words",
                words,
                "language",
                "en",
                "when",
                when,
                "kind",
                "DENIES_ACT",
                "basis",
                "BARE",
                "bearsOn",
                finding.toString(),
                "investigation",
                "NOT_KNOWN");
    }
}
