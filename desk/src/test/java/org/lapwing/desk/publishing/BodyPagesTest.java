// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.DeskVisit;
import org.lapwing.desk.DeskVisit.Page;

/** A body is recorded by a publisher, and who receives a name there stands in every question about it. */
class BodyPagesTest {
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

    @Test
    void aBodyIsRecordedOnlyWithWhoReceivesANameThere() {
        DeskVisit brant = desk.unlock(DeskFixture.PUBLISHER);
        assertThat(desk.unlock(DeskFixture.INTAKE).get("/accounts/new").text()).doesNotContain("Council of Orlesk");
        String[] fields = {
            "name",
            "Council of Orlesk",
            "kind",
            "PRESS",
            "language",
            "en",
            "standard",
            "REASONABLE_SUSPICION",
            "days",
            "soon"
        };
        Page refused = brant.submit(brant.get("/publishing/bodies"), "/publishing/bodies", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Choose who receives a name there", "Write a number of days");
        assertThat(refused.body()).contains("value=\"Council of Orlesk\"", "value=\"soon\"");

        fields[9] = "60";
        String[] whole = java.util.Arrays.copyOf(fields, fields.length + 2);
        whole[fields.length] = "nameReceiver";
        whole[fields.length + 1] = "PUBLIC";
        assertThat(brant.submit(refused, "/publishing/bodies", whole).text())
                .contains("Recorded.", "Council of Orlesk");
        assertThat(brant.submit(refused, "/publishing/bodies", whole).text()).contains("recorded already");
        assertThat(desk.unlock(DeskFixture.INTAKE).get("/accounts/new").text())
                .contains("Council of Orlesk. Your name becomes known to everybody.");
    }

    @Test
    void onlyAPublisherRecordsBodies() {
        assertThat(desk.unlock(DeskFixture.INVESTIGATOR)
                        .get("/publishing/bodies")
                        .status())
                .isEqualTo(403);
    }
}
