// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.evacuation.EvacuationException;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.planner.Effort;
import org.lapwing.evacuation.planner.Planner;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;

class FormTest {
    private static final Path ROOT = Path.of(System.getProperty("lapwing.root"));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsWrittenReadsAsTheSame(long seed) {
        Situation situation = InventedSituation.of(seed, new Size(30, 10, 45, 8, true));
        assertThat(SituationReader.read(SituationWriter.write(situation, "invented")))
                .isEqualTo(situation);
        Plan plan = new Planner(situation, Effort.iterations(1, 50)).plan();
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void theExampleIsTheInventedSituationAndCanBePlanned() throws IOException {
        String text = Files.readString(ROOT.resolve("examples/situation.json"));
        Situation situation = SituationReader.read(text);
        assertThat(situation).isEqualTo(InventedSituation.of(4, new Size(24, 14, 45, 9, true)));
        Plan plan = new Planner(situation, Effort.iterations(1, 200)).plan();
        assertThat(Checker.violations(situation, plan)).isEmpty();
    }

    @Test
    void theExampleInTheDocumentIsReadAndPlanned() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/formats/plan.md"));
        int from = page.indexOf("```json situation\n") + "```json situation\n".length();
        Situation situation = SituationReader.read(page.substring(from, page.indexOf("```", from)));
        Plan plan = new Planner(situation, Effort.iterations(1, 100)).plan();
        from = page.indexOf("```json plan\n") + "```json plan\n".length();
        assertThat(PlanJson.write(plan)).isEqualTo(page.substring(from, page.indexOf("```", from)));
    }

    private static final String FIRST =
            "{\"format\":\"lapwing/situation/v1\",\"first_night\":\"2031-03-01\",\"nights\":9,\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "households":[{"name":"a","women":1,"ready":"2031-03-02","latest":"2031-03-01","stay":3}] | line 2, column 67, households[0].latest: it must not be
            "households":[{"name":"a","women":1,"ready":"2031-02-30","latest":"2031-03-01","stay":3}] | households[0].ready: expected a date
            "households":[{"name":"a","women":0,"ready":"2031-03-01","latest":"2031-03-01","stay":3}] | nobody is in it
            "households":[{"name":"a","women":1,"ready":"2031-03-01","latest":"2031-03-01","stay":3},{"name":"a","women":1,"ready":"2031-03-01","latest":"2031-03-01","stay":3}] | households[1].name: this name stands twice
            "households":[{"name":"a","women":1,"ready":"2031-03-01","latest":"2031-03-01","stay":3,"pinned":[{"house":"x","from":"2031-03-01","until":"2031-03-02"}]}] | pinned[0].house: no such name in "houses"
            "households":[],"apart":[{"households":["a","b"],"kind":"night"}] | apart[0].households[0]: no such name
            "households":[],"helpers":[{"name":"h","free":[{"from":"2031-03-05","until":"2031-03-05"}]}] | until: it must be a later date
            "households":[],"houses":[{"name":"h","beds":-1,"region":"r"}] | houses[0].beds: expected a whole number from 0 to 200
            "households":[],"houses":[{"name":"h","beds":1,"region":"r","chldren":true}] | chldren: the format has no such name
            "households":[],"weights":{"beds":1} | weights.beds: the format has no such name
            "households":[ | the file ends in the middle
            "households":[{"women":1}] | "name" is missing
            "households":[],"nights":3 | stands twice
            "households":[1.5] | expected text in quotation marks, a whole number
            """)
    void refusesWhatContradictsItself(String rest, String said) {
        assertThatThrownBy(() -> SituationReader.read(FIRST + rest + (rest.endsWith("[") ? "" : "}")))
                .isInstanceOf(EvacuationException.class)
                .hasMessageContaining(said)
                .hasMessageStartingWith("line ");
    }
}
