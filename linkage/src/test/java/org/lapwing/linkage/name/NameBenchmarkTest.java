// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lapwing.linkage.text.Fold;
import org.lapwing.linkage.text.Latin;
import org.lapwing.linkage.text.Likeness;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;

/** Names that others labelled; read at run time, never copied here. */
class NameBenchmarkTest {

    private static final Path NAMES = Path.of(System.getProperty("lapwing.shared", "none"), "data", "names");

    private record Case(double similarity, boolean same) {}

    @Test
    void personCasesReachF1Of85InAHundredOnTheHalfThatDidNotChooseTheThreshold() {
        Path file = NAMES.resolve("nomenklatura_name_bench_cases.csv");
        Assumptions.assumeTrue(Files.exists(file), "skipped: the labelled names are not beside the repository");
        NameReader reader = new NameReader();
        NameAlignment alignment = new NameAlignment();
        List<List<Case>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        int[] ran = {0};
        Table.read(file, Schema.none()).rows().stream()
                .filter(row -> row.text("schema").equals("Person"))
                .forEach(row -> halves.get(ran[0]++ % 2)
                        .add(new Case(
                                alignment.similarity(reader.read(row.text("name1")), reader.read(row.text("name2"))),
                                row.text("is_match").equals("true"))));
        assertThat(ran[0]).isEqualTo(548);
        double threshold = 0;
        for (double each = 0.3; each < 1; each += 0.005) {
            threshold = f1(halves.getFirst(), each) > f1(halves.getFirst(), threshold) ? each : threshold;
        }
        assertThat(f1(halves.getLast(), threshold))
                .as("F1 on the other half at threshold " + threshold)
                .isGreaterThanOrEqualTo(0.85);
    }

    private static double f1(List<Case> cases, double threshold) {
        double right = 0;
        double wrong = 0;
        for (Case each : cases) {
            boolean found = each.similarity() >= threshold;
            right += found && each.same() ? 1 : 0;
            wrong += found != each.same() ? 1 : 0;
        }
        return 2 * right / (2 * right + wrong);
    }

    @Test
    void cyrillicAndLatinSpellingsOfRealNamesComeNearOneAnother() throws IOException {
        Path file = NAMES.resolve("wikidata-russian-latin.tsv");
        Assumptions.assumeTrue(Files.exists(file), "skipped: the pairs of spellings are not beside the repository");
        Likeness likeness = new Likeness();
        int ran = 0;
        int near = 0;
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t");
            String latin = Fold.of(Latin.of(cells[0]).replace(" ", ""));
            String cyrillic = Fold.of(Latin.of(cells[1].replace(" ", "")));
            near += likeness.jaroWinkler(latin, cyrillic) >= 0.85 ? 1 : 0;
            ran++;
        }
        assertThat(ran).isEqualTo(131_713);
        assertThat(near / (double) ran).isGreaterThan(0.86);
    }
}
