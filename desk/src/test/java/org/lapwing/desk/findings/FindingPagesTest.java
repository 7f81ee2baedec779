// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.InventedFacts.finding;

import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.Findings.Finding;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.entry.Id;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class FindingPagesTest {
    private final Id finding = Id.random(new SecureRandom());
    private final String path = "/findings/" + finding;
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
    void listsTheFindingByItsSentence() {
        assertThat(desk.unlock(DeskFixture.ANALYST).get("/findings").body())
                .contains("Men were held in the old mill at Orlesk.", path);
    }

    @Test
    void writesReasonsDownAndShowsWhoSaidThem() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        var after =
                owl.submit(owl.get(path), path + "/reasons", "reason", "RELIABILITY", "words", "Both told it apart.");
        assertThat(after.body()).contains("Both told it apart.").contains(DeskFixture.INVESTIGATOR);
        assertThat(now().reason(ReasonKind.RELIABILITY)).isPresent();
    }

    @Test
    void refusesAReasonWithoutWords() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        var after = owl.submit(owl.get(path), path + "/reasons", "reason", "DETAIL", "words", "  ");
        assertThat(after.status()).isEqualTo(422);
        assertThat(after.body()).contains("role=\"alert\"");
        assertThat(now().reason(ReasonKind.DETAIL)).isEmpty();
    }

    @Test
    void refusesTheProposerAsSecondReader() {
        DeskVisit owl = desk.unlock(DeskFixture.INVESTIGATOR);
        owl.submit(
                owl.get(path),
                path + "/review",
                "agrees",
                "yes",
                "standard",
                "REASONABLE_SUSPICION",
                "words",
                "I agree with myself.");
        assertThat(now().reviews()).noneMatch(each -> each.ref().author().equals(now().proposer()));
    }

    @Test
    void signsTheSecondReadingOfSomebodyElse() {
        DeskVisit dunlin = desk.unlock(DeskFixture.SECOND_INVESTIGATOR);
        var after = dunlin.submit(
                dunlin.get(path),
                path + "/review",
                "agrees",
                "no",
                "standard",
                "ALLEGATION_RECORDED",
                "words",
                "Nobody who was there has told it.");
        assertThat(after.body()).contains("Nobody who was there has told it.");
        assertThat(now().review())
                .hasValueSatisfying(review -> assertThat(review.fact().agrees()).isFalse());
    }

    @Test
    void knowsNoFindingOfAnotherId() {
        assertThat(desk.unlock(DeskFixture.ANALYST)
                        .get("/findings/" + Id.random(new SecureRandom()))
                        .status())
                .isEqualTo(404);
        assertThat(desk.unlock(DeskFixture.ANALYST).get("/findings/seven").status())
                .isEqualTo(404);
    }

    @Test
    void saysNothingToASteward() {
        assertThat(desk.unlock(DeskFixture.STEWARD).get(path).body()).doesNotContain("Orlesk");
    }

    private Finding now() {
        return desk.view(DeskFixture.INVESTIGATOR)
                .casebook()
                .findings()
                .finding(finding)
                .orElseThrow();
    }
}
