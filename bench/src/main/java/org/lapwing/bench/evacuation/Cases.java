// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lapwing.evacuation.Changes;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Replanning;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.Weights;
import org.lapwing.evacuation.check.Checker;
import org.lapwing.evacuation.planner.Effort;
import org.lapwing.evacuation.planner.Planner;
import org.lapwing.evacuation.sample.InventedSituation;
import org.lapwing.evacuation.sample.Size;
import org.lapwing.evacuation.sheet.Sheet;

/** All cases by name, in the order in which they are measured. */
record Cases(Path folder) {
    private static final int TODAY = 20;
    /** The target allows 600. */
    private static final int LARGE_SECONDS = 300;

    interface Case {
        Measured measure(Measured into) throws IOException, InterruptedException;
    }

    Map<String, Case> all() {
        Map<String, Case> cases = new LinkedHashMap<>();
        for (int seed = 1; seed <= 20; seed++) {
            Situation situation = InventedSituation.of(seed, Size.USUAL);
            int number = seed;
            cases.put("usual-" + seed, into -> timed(into, situation, 60));
            cases.put("bound-" + seed, into -> bound(into, situation, number));
            cases.put("timefold-" + seed, into -> timefold(into, situation));
        }
        for (int seed = 1; seed <= 10; seed++) {
            int number = seed;
            cases.put("replanned-" + seed, into -> replanned(into, number));
        }
        for (int households : List.of(60, 120, 250, 500, 1000, 2000)) {
            cases.put("growth-" + households, into -> growth(into, households));
        }
        for (int households : List.of(6, 8, 10, 12, 16, 24, 36)) {
            cases.put("small-" + households, into -> small(into, households));
        }
        cases.put("large", into -> timed(into, InventedSituation.of(1, Size.LARGE), LARGE_SECONDS));
        return cases;
    }

    private Measured timefold(Measured into, Situation situation) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Optional<Plan> plan = new Timefold(folder).planned(situation, 60);
        into.put("seconds", seconds(start)).put("status", plan.isPresent() ? "ran" : "absent");
        if (plan.isEmpty()) {
            return into;
        }
        return into.put("peer_cost", plan.get().total())
                .put("peer_unplaced", plan.get().unplaced().size())
                .put(
                        "peer_violations",
                        Checker.violations(situation, plan.get()).size());
    }

    /** The steps are measured against a plan: the kept one of this seed, or a quick one. */
    private Measured bound(Measured into, Situation situation, int seed) throws IOException {
        double plan = Measured.kept(folder, "usual-" + seed)
                .flatMap(each -> each.number("cost"))
                .orElseGet(() -> (double) new Planner(situation, Effort.iterations(1, 2000))
                        .plan()
                        .total());
        long start = System.nanoTime();
        double bound = new DualBound(situation).climb(plan, 300);
        return into.put("bound", String.format(Locale.ROOT, "%.1f", bound)).put("bound_seconds", seconds(start));
    }

    private static Measured timed(Measured into, Situation situation, int seconds) {
        System.gc();
        Planner planner = new Planner(situation, Effort.time(1, Duration.ofSeconds(seconds)));
        long start = System.nanoTime();
        Plan plan = planner.plan();
        into.put("seconds", seconds(start)).put("tries", planner.iterations());
        Runtime runtime = Runtime.getRuntime();
        into.put("megabytes", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
        return judged(into, situation, plan);
    }

    /** What every plan of every case goes through. */
    private static Measured judged(Measured into, Situation situation, Plan plan) {
        return into.put("cost", plan.total())
                .put("escort_language", plan.cost().getOrDefault(Rule.ESCORT_LANGUAGE, 0L))
                .put("placed", plan.routes().size())
                .put("unplaced", plan.unplaced().size())
                .put(
                        "unexplained",
                        plan.unplaced().stream()
                                .filter(each -> each.reasons().isEmpty())
                                .count())
                .put("violations", Checker.violations(situation, plan).size())
                .put("sheets", Sheet.of(situation, plan, 0).size())
                .put("leaks", leaks(situation, plan));
    }

    /** Sheets that hold the code name of another household, place or helper, or the day of another leg. */
    private static long leaks(Situation situation, Plan plan) {
        Set<String> names =
                situation.households().stream().map(each -> each.name()).collect(Collectors.toSet());
        situation.houses().forEach(each -> names.add(each.name()));
        situation.helpers().forEach(each -> names.add(each.name()));
        for (int day = 0; day <= situation.nights(); day++) {
            names.add(situation.date(day).toString());
        }
        long leaks = 0;
        for (Sheet sheet : Sheet.of(situation, plan, 0)) {
            Set<String> own = Set.of(
                    sheet.helper(),
                    sheet.household().name(),
                    sheet.house().orElse(""),
                    sheet.day().toString());
            boolean another = Arrays.stream(sheet.text().split("[^\\p{L}\\p{N}-]+"))
                    .anyMatch(each -> names.contains(each) && !own.contains(each));
            leaks += another ? 1 : 0;
        }
        return leaks;
    }

    private static Measured growth(Measured into, int households) {
        Situation situation = InventedSituation.of(
                1, new Size(households, Math.max(6, households / 6), 60, Math.max(4, households / 10), false));
        Planner warm = new Planner(situation, Effort.iterations(1, 200));
        warm.plan();
        Planner planner = new Planner(situation, Effort.iterations(1, 2000));
        long start = System.nanoTime();
        Plan plan = planner.plan();
        return judged(into.put("households", households).put("seconds", seconds(start)), situation, plan);
    }

    private static Measured replanned(Measured into, int seed) {
        Situation all = InventedSituation.of(100 + seed, new Size(132, 22, 60, 14, false));
        Situation before = all.with(all.households().subList(0, 120));
        Plan told = new Planner(before, Effort.time(1, Duration.ofSeconds(10))).plan();
        String lost = all.houses().get(seed).name();
        List<House> houses = all.houses().stream()
                .map(each -> each.name().equals(lost) ? closed(each) : each)
                .toList();
        Situation now = Replanning.after(all.withHouses(houses), told, TODAY);
        long start = System.nanoTime();
        Plan plan = new Planner(now, Effort.time(1, Duration.ofSeconds(10))).plan();
        into.put("seconds", seconds(start));
        List<String> moved = new ArrayList<>(Changes.between(told, plan, TODAY).moved());
        List<String> hadTo = told.routes().stream()
                .filter(each -> each.legs().stream()
                        .anyMatch(
                                leg -> leg.house().equals(lost) && leg.nights().until() > TODAY))
                .map(Plan.Route::household)
                .toList();
        moved.removeAll(hadTo);
        List<String> could = new ArrayList<>(
                told.routes().stream().map(Plan.Route::household).toList());
        could.removeAll(hadTo);
        List<String> lostPlace = new ArrayList<>(Changes.between(told, plan, TODAY).each().stream()
                .filter(each -> each.kind() == Changes.Kind.LOST_ITS_PLACE)
                .map(Changes.Change::household)
                .toList());
        lostPlace.removeAll(hadTo);
        Plan still = new Planner(steadfast(now), Effort.time(1, Duration.ofSeconds(10))).plan();
        return judged(into, now, plan)
                .put("people_who_lost_a_place", people(now, lostPlace))
                .put("people_unplaced", people(now, unplaced(plan)))
                .put("people_unplaced_if_nobody_moves", people(now, unplaced(still)))
                .put("people_who_had_to", people(now, hadTo))
                .put("people_who_need_not", people(now, could))
                .put("people_moved_needlessly", people(now, moved));
    }

    private static List<String> unplaced(Plan plan) {
        return plan.unplaced().stream().map(Plan.Unplaced::household).toList();
    }

    /** The same, with what was told weighing more than anything else. */
    private static Situation steadfast(Situation now) {
        return new Situation(
                now.firstNight(),
                now.nights(),
                now.today(),
                now.confidence(),
                new Weights(Map.of(Rule.STABILITY, 100_000)),
                now.travel(),
                now.households(),
                now.houses(),
                now.helpers(),
                now.apart());
    }

    private static House closed(House house) {
        List<Nights> closed = new ArrayList<>(house.closed());
        closed.add(new Nights(TODAY, 10_000));
        return new House(
                house.name(),
                house.beds(),
                house.changes(),
                closed,
                house.region(),
                house.offers(),
                house.firstPlace(),
                house.mostNights(),
                house.exposure());
    }

    private static int people(Situation situation, List<String> households) {
        return households.stream()
                .mapToInt(each -> situation.household(each).orElseThrow().persons())
                .sum();
    }

    /** Our plan, then what OR-Tools proves and the plan that it proves it by, judged by our checker. */
    private Measured small(Measured into, int households) throws IOException, InterruptedException {
        Situation situation = InventedSituation.of(1, Size.small(households));
        Plan ours = new Planner(situation, Effort.time(1, Duration.ofSeconds(10))).plan();
        judged(into, situation, ours);
        return new Optimum(folder).proven(into, situation, ours);
    }

    private static String seconds(long start) {
        return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
    }
}
