// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.desk.demo.WorldFiles.cell;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The four groups' lists and the answer that linkage is measured by. */
class DemoListsTest {
    private static final Map<String, Integer> ROWS =
            Map.of("harbour-line", 74, "open-register", 91, "night-desk", 58, "lirn-legal-aid", 22);

    private final WorldFiles files = new WorldFiles();
    private final List<Map<String, String>> truth = files.table("lists/truth.csv");

    @Test
    void everyRowHasOneTrueAnswer() {
        ROWS.forEach((list, rows) -> {
            assertThat(files.table("lists/" + list + ".csv")).as(list).hasSize(rows);
            assertThat(files.keys("lists/" + list + ".csv", "row"))
                    .isEqualTo(truth.stream()
                            .filter(t -> cell(t, "list").equals(list))
                            .map(t -> cell(t, "row"))
                            .collect(Collectors.toCollection(TreeSet::new)));
        });
        assertThat(truth).hasSize(245);
        assertThat(persons().keySet()).hasSize(151);
    }

    @Test
    void overlapsHaveEveryPatternButOne() {
        var patterns = persons().values().stream().map(TreeSet::new).collect(Collectors.toSet());
        assertThat(patterns).hasSize(14).doesNotContain(new TreeSet<>(Set.of("night-desk", "lirn-legal-aid")));
    }

    @Test
    void oneManStandsTwiceOnOneList() {
        var twice = persons().entrySet().stream()
                .filter(e -> e.getValue().size() > Set.copyOf(e.getValue()).size())
                .map(Map.Entry::getKey);
        assertThat(twice).containsExactly("pale-grebe");
    }

    @Test
    void twoMenHaveOneNameAndThreePairsAreBrothers() {
        var full = new TreeMap<String, String>();
        files.table("names.csv").stream()
                .filter(n -> cell(n, "said_by").equals("open-register"))
                .forEach(n -> full.putIfAbsent(
                        cell(n, "person"), cell(n, "given") + " " + cell(n, "patronymic") + " " + cell(n, "family")));
        assertThat(full.get("birch-grebe")).isEqualTo(full.get("stone-grebe"));
        for (var pair : List.of("dawn-siskin dusk-siskin", "hill-twite low-twite", "cliff-plover ridge-plover")) {
            var who = pair.split(" ");
            assertThat(patronymic(full, who[0])).as(pair).isEqualTo(patronymic(full, who[1]));
        }
    }

    @Test
    void fourteenRowsOfNightDeskAreHarbourLinesOwn() {
        var night = files.table("lists/night-desk.csv");
        var copied = night.stream()
                .filter(r -> cell(r, "origin").equals("harbour-line"))
                .map(r -> cell(r, "row"))
                .toList();
        assertThat(copied).hasSize(14);
        var who = truth.stream()
                .filter(t -> cell(t, "list").equals("night-desk") && copied.contains(cell(t, "row")))
                .map(t -> cell(t, "person"));
        assertThat(who).allSatisfy(p -> assertThat(persons().get(p)).contains("harbour-line"));
    }

    private static String patronymic(Map<String, String> full, String person) {
        return full.getOrDefault(person, person).split(" ")[1];
    }

    private Map<String, Collection<String>> persons() {
        var lists = new TreeMap<String, Collection<String>>();
        for (var row : truth) {
            lists.computeIfAbsent(cell(row, "person"), p -> new ArrayList<>()).add(cell(row, "list"));
        }
        return lists;
    }
}
