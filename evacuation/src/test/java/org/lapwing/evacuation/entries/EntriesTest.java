// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.evacuation.EvacuationException;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Replanning;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.planner.Effort;
import org.lapwing.evacuation.planner.Planner;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;

class EntriesTest {
    private static final Path ROOT = Path.of(System.getProperty("lapwing.root"));
    private static final Path GOLDEN = ROOT.resolve("evacuation/src/test/resources/golden");

    static Stream<MovingFact> examples() {
        return Written.examples().stream();
    }

    /** Writes what is missing; a golden file once written is never rewritten. */
    static void main() throws IOException {
        Files.createDirectories(GOLDEN);
        for (MovingFact each : Written.examples()) {
            if (!Files.exists(file(each))) {
                Files.write(file(each), bytes(each));
            }
        }
        Files.writeString(listing(), page());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyKindHasAGoldenFileThatReadsBack(MovingFact example) throws IOException {
        byte[] golden = Files.readAllBytes(file(example));
        var slots = new TreeMap<Integer, Json>();
        CanonicalJson.parse(golden).tree().values().forEach((slot, value) -> slots.put(Integer.parseInt(slot), value));
        MovingFact read = MovingFact.FAMILY.read(
                example.getClass().getSimpleName(), MovingFact.FAMILY.version(example), Fields.of(slots));
        assertThat(read).isEqualTo(example);
        assertThat(bytes(read)).isEqualTo(golden);
        Draft draft = example.draft(new Id(7, 7));
        assertThat(draft.compartment()).isEqualTo("moving");
        assertThat(draft.subjects()).hasSizeBetween(1, Header.MOST_SUBJECTS);
    }

    @Test
    void everyKindHasAnExampleAndTheListingIsCurrent() throws IOException {
        assertThat(MovingFact.FAMILY.kinds()).hasSameSizeAs(Written.examples());
        try (Stream<Path> files = Files.list(GOLDEN)) {
            assertThat(files.count()).isEqualTo(Written.examples().size());
        }
        assertThat(Files.readString(listing()))
                .as("run EntriesTest.main to write it")
                .isEqualTo(page());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSituationFollowsFromItsEntriesAlone(long seed) {
        Situation situation = InventedSituation.of(seed, new Size(30, 10, 45, 8, true));
        assertThat(Board.of(Written.of(situation)).situation(situation.with(List.of())))
                .isEqualTo(situation);
    }

    @Test
    void nobodyIsClearedByOneDecider() {
        Situation situation = InventedSituation.of(1, new Size(6, 6, 45, 6, false));
        List<MovingFact> facts = new ArrayList<>(Written.of(situation));
        CaseFact.HouseholdDescribed one = facts.stream()
                .filter(CaseFact.HouseholdDescribed.class::isInstance)
                .map(CaseFact.HouseholdDescribed.class::cast)
                .findFirst()
                .orElseThrow();
        facts.add(new CaseFact.VettingDecided(one.household(), true, Optional.empty(), List.of("d-1", "d-1"), "hurry"));
        assertThat(Board.of(facts)
                        .situation(situation)
                        .household(one.codeName())
                        .orElseThrow()
                        .vetting()
                        .cleared())
                .isFalse();
    }

    @Test
    void aTakenPlanIsWhatPeopleWereToldAndAHouseLostAfterwardsIsPlannedAround() {
        Situation situation = InventedSituation.of(2, new Size(24, 12, 45, 9, false));
        List<MovingFact> facts = new ArrayList<>(Written.of(situation));
        Plan plan = decided(facts, situation);
        Board before = Board.of(facts);
        facts.add(new Told(before).taking(new Id(5, 1), situation, plan));
        Board board = Board.of(facts);
        assertThat(new Told(board).plan().orElseThrow().routes()).isEqualTo(plan.routes());

        Id lost = board.houses().firstEntry().getKey();
        facts.add(new ShelterFact.HouseLost(lost, situation.date(10), "the neighbours asked"));
        Board after = Board.of(facts);
        Situation now = Replanning.after(
                after.situation(situation), new Told(after).plan().orElseThrow(), 10);
        Plan again = new Planner(now, Effort.iterations(1, 200)).plan();
        assertThat(Checker.violations(now, again)).isEmpty();
        assertThat(again.routes())
                .flatExtracting(Plan.Route::legs)
                .noneMatch(leg ->
                        leg.house().equals(board.name(lost)) && leg.nights().from() >= 10);
    }

    /** A plan in which somebody has decided about everybody without a place. */
    private static Plan decided(List<MovingFact> facts, Situation situation) {
        Plan plan = new Planner(situation, Effort.iterations(1, 200)).plan();
        for (Plan.Unplaced each : plan.open()) {
            CaseFact.HouseholdDescribed who = Board.of(facts).households().values().stream()
                    .filter(said -> said.codeName().equals(each.household()))
                    .findFirst()
                    .orElseThrow();
            facts.add(new PlanFact.UnplacedDecided(
                    who.household(),
                    "lead-1",
                    each.reasons().stream().map(Plan.Reason::rule).distinct().toList(),
                    "an aunt takes them"));
        }
        return new Planner(Board.of(facts).situation(situation), Effort.iterations(1, 200)).plan();
    }

    @Test
    void aPlanIsNotTakenInSilenceAboutSomebody() {
        Situation situation = InventedSituation.of(2, new Size(12, 6, 45, 9, false));
        Plan plan = new Plan(
                situation.firstNight(),
                List.of(),
                List.of(new Plan.Unplaced(
                        situation.households().getFirst().name(),
                        List.of(new Plan.Reason(Rule.BEDS, org.lapwing.evacuation.Phrase.NONE)),
                        Optional.<Household.Decision>empty())),
                java.util.Map.of());
        Told told = new Told(Board.of(Written.of(situation)));
        assertThatThrownBy(() -> told.taking(new Id(5, 1), situation, plan))
                .isInstanceOf(EvacuationException.class)
                .hasMessageContaining("nobody decided so");
    }

    @Test
    void twoPlansThatReplaceTheSameOneAreNotBothInForce() {
        Situation situation = InventedSituation.of(2, new Size(12, 10, 45, 9, false));
        List<MovingFact> facts = new ArrayList<>(Written.of(situation));
        Plan plan = decided(facts, situation);
        Told told = new Told(Board.of(facts));
        facts.add(told.taking(new Id(5, 1), situation, plan));
        facts.add(told.taking(new Id(5, 2), situation, plan));
        assertThatThrownBy(() -> Board.of(facts)).isInstanceOf(EvacuationException.class);
    }

    private static Path file(MovingFact example) {
        return GOLDEN.resolve(example.getClass().getSimpleName() + "-" + MovingFact.FAMILY.version(example) + ".json");
    }

    private static Path listing() {
        return ROOT.resolve("docs/formats/moving.md");
    }

    private static byte[] bytes(MovingFact fact) {
        var tree = new TreeMap<String, Json>();
        MovingFact.FAMILY.write(fact).bySlot().forEach((slot, value) -> tree.put(Integer.toString(slot), value));
        return CanonicalJson.encode(Json.tree(tree));
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Kinds of entry in `moving`

                Written by the tests of `evacuation` from the code; a slot's number is fixed for ever once an entry of its
                kind has been written. How values are encoded: [entry.md](entry.md). Households, houses and helpers go by
                ids here and by code names in [plans](plan.md); no entry holds an address. Of several descriptions of one
                household, house or helper the latest holds. Nobody counts as cleared before two have decided so. A house
                that was lost stays closed whatever is said of it later: who uses it again describes a new one. A plan
                names the plan that it replaces, so that of two taken at once only one can be in force.

                | kind | slots |
                |---|---|
                """);
        MovingFact.FAMILY
                .kinds()
                .forEach((kind, slots) -> page.append("| `")
                        .append(kind)
                        .append("` | ")
                        .append(slots.entrySet().stream()
                                .map(slot -> slot.getKey() + " " + slot.getValue())
                                .collect(Collectors.joining(", ")))
                        .append(" |\n"));
        return page.toString();
    }
}
