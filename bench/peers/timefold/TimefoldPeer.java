// SPDX-License-Identifier: Apache-2.0
import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.domain.solution.ProblemFactCollectionProperty;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import ai.timefold.solver.core.api.score.HardMediumSoftScore;
import ai.timefold.solver.core.api.score.stream.Constraint;
import ai.timefold.solver.core.api.score.stream.ConstraintCollectors;
import ai.timefold.solver.core.api.score.stream.ConstraintFactory;
import ai.timefold.solver.core.api.score.stream.ConstraintProvider;
import ai.timefold.solver.core.api.score.stream.Joiners;
import ai.timefold.solver.core.api.score.stream.uni.UniConstraintStream;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.solver.SolverConfig;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The same situations by Timefold's community edition, in its default configuration: households choose a first night, their
 * legs a house and an escort. Written from docs/formats/plan.md; compiled and run by the bench, never shipped.
 *
 * <p>Reads lines of words (written by the bench, see {@code Timefold}), prints the legs of the best plan.
 */
public final class TimefoldPeer {
    private TimefoldPeer() {}

    public record House(int number, int region, int mostNights, int[] beds) {}

    public record Helper(int number, boolean[] free, int gender) {}

    public record Night(int number) {}

    public record Apart(int one, int other, boolean ever) {}

    /** @param price by house, for a night; -1 where the house does not suit */
    public record Facts(
            int number, int persons, int urgency, int ready, int latest, int stay, int gender, int[] price, Set<Integer> alien) {}

    @PlanningEntity
    public static class Household {
        @PlanningId
        public String id = "";

        public Facts facts;
        public List<Integer> starts = List.of();

        @PlanningVariable(valueRangeProviderRefs = "starts")
        public Integer start;

        public Integer getStart() {
            return start;
        }

        public void setStart(Integer start) {
            this.start = start;
        }

        @ValueRangeProvider(id = "starts")
        public List<Integer> getStarts() {
            return starts;
        }
    }

    /** Stays are cut into as few legs as the longest stay allows, as evenly as whole nights go. */
    @PlanningEntity
    public static class Leg {
        @PlanningId
        public String id = "";

        public int household;
        public Facts facts;
        public int index;
        public int after;
        public int nights;
        public List<House> fitting = List.of();

        @PlanningVariable(valueRangeProviderRefs = "fitting", allowsUnassigned = true)
        public House house;

        @PlanningVariable(valueRangeProviderRefs = "helpers", allowsUnassigned = true)
        public Helper escort;

        @ValueRangeProvider(id = "fitting")
        public List<House> getFitting() {
            return fitting;
        }

        public int getHousehold() {
            return household;
        }

        public House getHouse() {
            return house;
        }

        public Helper getEscort() {
            return escort;
        }

        public void setHouse(House house) {
            this.house = house;
        }

        public void setEscort(Helper escort) {
            this.escort = escort;
        }

        public int getIndex() {
            return index;
        }
    }

    /** A leg with its nights. */
    public record Stay(Leg leg, int from, int until) {
        public int house() {
            return leg.house == null ? -1 : leg.house.number();
        }

        public int escort() {
            return leg.escort == null ? -1 : leg.escort.number();
        }

        public int household() {
            return leg.household;
        }
    }

    @PlanningSolution
    public static class Situation {
        @ProblemFactCollectionProperty
        public List<Night> nights = new ArrayList<>();

        @ProblemFactCollectionProperty
        public List<Apart> apart = new ArrayList<>();

        @ProblemFactCollectionProperty
        @ValueRangeProvider(id = "helpers")
        public List<Helper> helpers = new ArrayList<>();

        @ProblemFactCollectionProperty
        public List<House> houses = new ArrayList<>();

        @PlanningEntityCollectionProperty
        public List<Household> households = new ArrayList<>();

        @PlanningEntityCollectionProperty
        public List<Leg> legs = new ArrayList<>();

        @PlanningScore
        public HardMediumSoftScore score;
    }

    /** Weights and hours are the same for a whole run. */
    static final Map<String, Integer> WEIGHTS = new HashMap<>();

    static int[][] hours = new int[0][0];
    static int last;

    public static final class Rules implements ConstraintProvider {
        @Override
        public Constraint[] defineConstraints(ConstraintFactory f) {
            return new Constraint[] {
                f.forEachIncludingUnassigned(Leg.class)
                        .filter(leg -> leg.house == null)
                        .groupBy(leg -> leg.facts)
                        .penalize(HardMediumSoftScore.ONE_MEDIUM, who -> who.persons() * who.urgency())
                        .asConstraint("unplaced"),
                stays(f).join(Night.class, Joiners.lessThanOrEqual(Stay::from, Night::number), Joiners.greaterThan(Stay::until, Night::number))
                        .groupBy((stay, night) -> stay.leg().house, (stay, night) -> night.number(), ConstraintCollectors.sum((stay, night) -> stay.leg().facts.persons()))
                        .filter((house, night, people) -> people > house.beds()[night])
                        .penalize(HardMediumSoftScore.ONE_HARD, (house, night, people) -> people - house.beds()[night])
                        .asConstraint("beds"),
                stays(f).join(Night.class, Joiners.lessThanOrEqual(Stay::from, Night::number), Joiners.greaterThan(Stay::until, Night::number))
                        .groupBy((stay, night) -> stay.leg().house, (stay, night) -> night.number(), ConstraintCollectors.sum((stay, night) -> stay.leg().facts.persons()))
                        .penalize(HardMediumSoftScore.ONE_SOFT, (house, night, people) -> WEIGHTS.get("crowding") * Math.max(0, 4 * people - 3 * house.beds()[night]))
                        .asConstraint("crowding"),
                f.forEach(Apart.class)
                        .join(stays(f), Joiners.equal(Apart::one, Stay::household))
                        .join(stays(f), Joiners.equal((pair, one) -> pair.other(), Stay::household), Joiners.equal((pair, one) -> one.house(), Stay::house))
                        .filter((pair, one, other) -> pair.ever() || (one.from() < other.until() && other.from() < one.until()))
                        .penalize(HardMediumSoftScore.ONE_HARD)
                        .asConstraint("apart"),
                f.forEach(Leg.class)
                        .join(Leg.class, Joiners.equal(Leg::getHousehold), Joiners.equal(leg -> leg.index + 1, Leg::getIndex), Joiners.equal(Leg::getHouse))
                        .penalize(HardMediumSoftScore.ONE_HARD)
                        .asConstraint("another house"),
                f.forEachIncludingUnassigned(Leg.class)
                        .filter(leg -> (leg.house == null) != (leg.escort == null))
                        .penalize(HardMediumSoftScore.ONE_HARD)
                        .asConstraint("escorted"),
                stays(f).filter(stay -> stay.leg().escort != null && !stay.leg().escort.free()[stay.from()])
                        .penalize(HardMediumSoftScore.ONE_HARD)
                        .asConstraint("escort free"),
                f.forEachIncludingUnassigned(Leg.class)
                        .filter(leg -> leg.escort != null && leg.facts.gender() != 0 && leg.escort.gender() != leg.facts.gender())
                        .penalize(HardMediumSoftScore.ONE_HARD)
                        .asConstraint("escort gender"),
                f.forEachUniquePair(Leg.class, Joiners.equal(Leg::getHousehold), Joiners.equal(Leg::getEscort))
                        .penalize(HardMediumSoftScore.ONE_HARD)
                        .asConstraint("need to know"),
                stays(f).filter(stay -> stay.escort() >= 0)
                        .join(stays(f), Joiners.equal(Stay::escort), Joiners.equal(Stay::from), Joiners.lessThan(stay -> stay.leg().id))
                        .penalize(HardMediumSoftScore.ONE_HARD)
                        .asConstraint("one move a day"),
                stays(f).filter(stay -> stay.leg().index == 0)
                        .penalize(HardMediumSoftScore.ONE_SOFT, stay -> WEIGHTS.get("waiting") * stay.leg().facts.persons() * stay.leg().facts.urgency() * (stay.from() - stay.leg().facts.ready()))
                        .asConstraint("waiting"),
                stays(f).penalize(HardMediumSoftScore.ONE_SOFT, stay -> (stay.until() - stay.from()) * stay.leg().facts.price()[stay.house()])
                        .asConstraint("language and exposure"),
                f.forEach(Leg.class)
                        .join(Leg.class, Joiners.equal(Leg::getHousehold), Joiners.equal(leg -> leg.index + 1, Leg::getIndex))
                        .penalize(HardMediumSoftScore.ONE_SOFT, (one, next) -> WEIGHTS.get("moves") + WEIGHTS.get("travel") * hours[one.house.region()][next.house.region()])
                        .asConstraint("moves and travel"),
                f.forEachIncludingUnassigned(Leg.class)
                        .filter(leg -> leg.escort != null && leg.house != null && leg.facts.alien().contains(leg.escort.number()))
                        .penalize(HardMediumSoftScore.ONE_SOFT, leg -> WEIGHTS.get("escort-language"))
                        .asConstraint("escort language"),
            };
        }

        /** Legs that have a house; what lies beyond the last night is not planned. */
        private static UniConstraintStream<Stay> stays(ConstraintFactory f) {
            return f.forEachIncludingUnassigned(Leg.class)
                    .filter(leg -> leg.house != null)
                    .join(Household.class, Joiners.equal(Leg::getHousehold, who -> who.facts.number()))
                    .map((leg, who) -> new Stay(leg, who.start + leg.after, Math.min(last, who.start + leg.after + leg.nights)))
                    .filter(stay -> stay.from() < last);
        }
    }

    public static void main(String[] words) throws Exception {
        Situation situation = read(Path.of(words[0]));
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Situation.class)
                .withEntityClasses(Household.class, Leg.class)
                .withConstraintProviderClass(Rules.class)
                .withRandomSeed(1L)
                .withTerminationSpentLimit(Duration.ofSeconds(Long.parseLong(words[1])));
        Situation best = SolverFactory.<Situation>create(config).buildSolver().solve(situation);
        System.out.println("score " + best.score);
        Map<Integer, Integer> starts = new HashMap<>();
        best.households.forEach(each -> starts.put(each.facts.number(), each.start));
        for (Leg leg : best.legs) {
            if (leg.house != null) {
                int from = starts.get(leg.household) + leg.after;
                System.out.println("leg " + leg.household + " " + leg.house.number() + " " + from + " "
                        + Math.min(last, from + leg.nights) + " " + (leg.escort == null ? -1 : leg.escort.number()));
            }
        }
    }

    private static Situation read(Path file) throws Exception {
        Situation s = new Situation();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] w = line.split(" ");
                switch (w[0]) {
                    case "nights" -> {
                        last = Integer.parseInt(w[1]);
                        for (int n = 0; n < last; n++) {
                            s.nights.add(new Night(n));
                        }
                    }
                    case "weight" -> WEIGHTS.put(w[1], Integer.parseInt(w[2]));
                    case "hours" -> {
                        int n = Integer.parseInt(w[1]);
                        hours = new int[n][n];
                        for (int i = 0; i < n * n; i++) {
                            hours[i / n][i % n] = Integer.parseInt(w[2 + i]);
                        }
                    }
                    case "house" -> s.houses.add(new House(s.houses.size(), Integer.parseInt(w[1]), Integer.parseInt(w[2]), numbers(w[3])));
                    case "helper" -> {
                        int[] free = numbers(w[2]);
                        boolean[] days = new boolean[free.length];
                        for (int d = 0; d < free.length; d++) {
                            days[d] = free[d] == 1;
                        }
                        s.helpers.add(new Helper(s.helpers.size(), days, Integer.parseInt(w[1])));
                    }
                    case "apart" -> s.apart.add(new Apart(Integer.parseInt(w[1]), Integer.parseInt(w[2]), w[3].equals("ever")));
                    case "household" -> household(s, w);
                    default -> throw new IllegalArgumentException("a line that is not known");
                }
            }
        }
        return s;
    }

    private static int households;

    private static void household(Situation s, String[] w) {
        int number = households++;
        int[] price = numbers(w[7]);
        Set<Integer> alien = new HashSet<>();
        for (int each : w.length > 8 ? numbers(w[8]) : new int[0]) {
            alien.add(each);
        }
        int ready = Integer.parseInt(w[3]);
        int latest = Math.min(last - 1, Integer.parseInt(w[4]));
        Facts facts = new Facts(number, Integer.parseInt(w[1]), Integer.parseInt(w[2]), ready, latest, Integer.parseInt(w[5]), Integer.parseInt(w[6]), price, alien);
        List<House> fitting = new ArrayList<>();
        int most = facts.stay();
        for (House house : s.houses) {
            if (price[house.number()] >= 0) {
                fitting.add(house);
                most = Math.min(most, house.mostNights());
            }
        }
        if (fitting.isEmpty()) {
            return; // an entity without values would stay uninitialised
        }
        Household household = new Household();
        household.id = "household " + facts.number();
        household.facts = facts;
        List<Integer> starts = new ArrayList<>();
        for (int n = ready; n <= latest; n++) {
            starts.add(n);
        }
        household.starts = starts;
        s.households.add(household);
        int legs = (facts.stay() + most - 1) / most;
        for (int n = 0, after = 0; n < legs; n++) {
            Leg leg = new Leg();
            leg.id = "leg " + facts.number() + " " + n;
            leg.household = facts.number();
            leg.facts = facts;
            leg.index = n;
            leg.after = after;
            leg.nights = facts.stay() * (n + 1) / legs - after;
            after += leg.nights;
            leg.fitting = fitting;
            s.legs.add(leg);
        }
    }

    private static int[] numbers(String commas) {
        String[] each = commas.split(",");
        int[] numbers = new int[each.length];
        for (int n = 0; n < each.length; n++) {
            numbers[n] = Integer.parseInt(each[n]);
        }
        return numbers;
    }
}
