// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lapwing.evacuation.Apart;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.House;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Nights;
import org.lapwing.evacuation.Phrase;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Rule;
import org.lapwing.evacuation.Situation;
import org.lapwing.evacuation.check.Checker;

/**
 * Timefold's community edition as a process of its own, with jars that {@code tools/bench} fetched. Its model is
 * {@code bench/peers/timefold}. Whoever it leaves without a whole way counts as unplaced; what it costs our checker says.
 */
record Timefold(Path folder) {

    /** Empty where it could not be fetched or did not end well. */
    Optional<Plan> planned(Situation situation, int seconds) throws IOException, InterruptedException {
        Path home = Path.of("target", "others", "timefold").toAbsolutePath();
        if (!Files.isDirectory(home.resolve("classes"))) {
            return Optional.empty();
        }
        Path asked = folder.resolve("timefold-situation.txt");
        Path answer = folder.resolve("timefold-answer.txt");
        Files.write(asked, lines(situation));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        home.resolve("classes") + File.pathSeparator + home.resolve("lib") + File.separator + "*",
                        "TimefoldPeer",
                        asked.toString(),
                        Integer.toString(seconds))
                .redirectError(folder.resolve("timefold-words.txt").toFile())
                .redirectOutput(answer.toFile())
                .start();
        if (!process.waitFor(seconds * 4L + 120, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return Optional.empty();
        }
        return process.exitValue() == 0 ? Optional.of(plan(situation, Files.readAllLines(answer))) : Optional.empty();
    }

    private static List<String> lines(Situation situation) {
        List<String> lines = new ArrayList<>();
        lines.add("nights " + situation.nights());
        for (Rule rule : List.of(Rule.WAITING, Rule.MOVES, Rule.TRAVEL, Rule.CROWDING, Rule.ESCORT_LANGUAGE)) {
            lines.add("weight " + rule.key() + " " + situation.weights().of(rule));
        }
        List<String> regions =
                situation.houses().stream().map(House::region).distinct().toList();
        lines.add("hours " + regions.size() + " "
                + regions.stream()
                        .flatMap(one -> regions.stream().map(other -> Integer.toString(situation.hours(one, other))))
                        .collect(Collectors.joining(" ")));
        for (House house : situation.houses()) {
            lines.add("house " + regions.indexOf(house.region()) + " " + house.mostNights() + " "
                    + commas(IntStream.range(0, situation.nights())
                            .map(night -> house.closedOn(night) ? 0 : house.bedsOn(night))));
        }
        for (Helper helper : situation.helpers()) {
            lines.add("helper " + gender(helper.gender()) + " "
                    + commas(IntStream.range(0, situation.nights()).map(day -> helper.freeOn(day) ? 1 : 0)));
        }
        Map<String, Integer> numbers = situation.householdNumbers();
        for (Apart each : situation.apart()) {
            lines.add("apart " + numbers.get(each.one()) + " " + numbers.get(each.other()) + " "
                    + each.kind().name().toLowerCase(Locale.ROOT));
        }
        situation.households().forEach(each -> lines.add(household(situation, each)));
        return lines;
    }

    private static String household(Situation situation, Household household) {
        Household.Timing timing = household.timing();
        Set<String> spoken = household.needs().languages();
        int stay = Math.min(timing.stay().sufficing(situation.confidence()), situation.nights() - timing.ready());
        return "household " + household.persons() + " " + timing.urgency() + " " + timing.ready() + " "
                + timing.latest() + " " + stay + " " + gender(household.needs().escortGender()) + " "
                + commas(situation.houses().stream().mapToInt(house -> price(situation, household, house))) + " "
                + commas(IntStream.range(0, situation.helpers().size())
                        .filter(e -> Collections.disjoint(
                                spoken, situation.helpers().get(e).languages())));
    }

    private static int price(Situation situation, Household household, House house) {
        Household.People people = household.people();
        House.Offers offers = house.offers();
        boolean suits = (offers.admits() != House.Admits.WOMEN || people.men() + people.others() == 0)
                && (offers.admits() != House.Admits.MEN || people.women() + people.others() == 0)
                && (people.minors() == 0 || offers.children())
                && (!household.needs().stepFree() || offers.stepFree())
                && offers.medical().containsAll(household.needs().medical())
                && !household.needs().forbiddenRegions().contains(house.region());
        if (!suits) {
            return -1;
        }
        boolean shared = !Collections.disjoint(household.needs().languages(), offers.languages());
        return (shared ? 0 : situation.weights().of(Rule.LANGUAGE))
                + situation.weights().of(Rule.EXPOSURE)
                        * house.exposure()
                        * household.timing().risk();
    }

    private static int gender(Optional<String> gender) {
        return gender.map(each -> each.equals("woman") ? 1 : 2).orElse(0);
    }

    private static String commas(IntStream numbers) {
        return numbers.mapToObj(Integer::toString).collect(Collectors.joining(","));
    }

    private static Plan plan(Situation situation, List<String> answer) {
        Map<Integer, List<Plan.Leg>> legs = new TreeMap<>();
        for (String line : answer) {
            String[] words = line.split(" ");
            if (words[0].equals("leg")) {
                int escort = Integer.parseInt(words[5]);
                Plan.Leg leg = new Plan.Leg(
                        situation.houses().get(Integer.parseInt(words[2])).name(),
                        new Nights(Integer.parseInt(words[3]), Integer.parseInt(words[4])),
                        escort < 0
                                ? Optional.empty()
                                : Optional.of(situation.helpers().get(escort).name()));
                if (leg.nights().count() > 0) {
                    legs.computeIfAbsent(Integer.parseInt(words[1]), _ -> new ArrayList<>())
                            .add(leg);
                }
            }
        }
        List<Plan.Route> routes = new ArrayList<>();
        Set<String> placed = new HashSet<>();
        legs.forEach((number, each) -> {
            Household household = situation.households().get(number);
            each.sort(Comparator.comparingInt(leg -> leg.nights().from()));
            if (whole(situation, household, each)) {
                routes.add(new Plan.Route(household.name(), each, Optional.empty()));
                placed.add(household.name());
            }
        });
        List<Plan.Unplaced> unplaced = situation.households().stream()
                .filter(each -> !placed.contains(each.name()))
                .map(each -> new Plan.Unplaced(
                        each.name(), List.of(new Plan.Reason(Rule.UNPLACED, Phrase.NONE)), Optional.empty()))
                .toList();
        Plan bare = new Plan(situation.firstNight(), routes, unplaced, new LinkedHashMap<>());
        return new Plan(situation.firstNight(), routes, unplaced, Checker.cost(situation, bare));
    }

    private static boolean whole(Situation situation, Household household, List<Plan.Leg> legs) {
        for (int n = 1; n < legs.size(); n++) {
            if (legs.get(n).nights().from() != legs.get(n - 1).nights().until()) {
                return false;
            }
        }
        int start = legs.getFirst().nights().from();
        return start <= household.timing().latest()
                && legs.getLast().nights().until() == Math.min(situation.nights(), situation.goesOn(household, start));
    }
}
