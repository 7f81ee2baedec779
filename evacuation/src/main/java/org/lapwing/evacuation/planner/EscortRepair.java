// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The search counts escorts by day, which makes an assignment likely, not certain. Whoever is left over tries other first
 * nights, then other nights together with those who move on the same days; only then is the household taken out.
 */
final class EscortRepair {
    private static final int TRIES = 150;
    private static final int MOST_OTHERS = 4;

    private final Ground ground;
    private final Occupancy occupancy;
    private final Insertion insertion;
    private final Random random = new Random(1);
    private final List<Integer> unescorted = new ArrayList<>();

    EscortRepair(Ground ground, Occupancy occupancy) {
        this.ground = ground;
        this.occupancy = occupancy;
        insertion = new Insertion(ground);
    }

    /** Those who had a way and lost it because no escorts could be found for it. */
    List<Integer> unescorted() {
        return unescorted;
    }

    /** Changes the occupancy until everybody in it is escorted. */
    Escorts.Assignment repaired() {
        Escorts.Assignment assigned = Escorts.assign(ground, occupancy.ways);
        while (!assigned.without().isEmpty()) {
            int household = assigned.without().getFirst();
            Escorts.Assignment better = otherStart(household, assigned.without().size());
            for (int n = 0; n < TRIES && better == null; n++) {
                better = together(household, assigned.without().size());
            }
            if (better == null) {
                occupancy.remove(household);
                unescorted.add(household);
                better = Escorts.assign(ground, occupancy.ways);
            }
            assigned = better;
        }
        return assigned;
    }

    private Escorts.@Nullable Assignment otherStart(int household, int open) {
        Way was = Objects.requireNonNull(occupancy.remove(household));
        for (int start : ground.travellers[household].starts) {
            Way way = insertion.cheapest(occupancy, ground.travellers[household], new Demand(-1, -1, Set.of(), start));
            if (way != null) {
                occupancy.place(household, way);
                Escorts.Assignment tried = Escorts.assign(ground, occupancy.ways);
                if (tried.without().size() < open) {
                    return tried;
                }
                occupancy.remove(household);
            }
        }
        occupancy.place(household, was);
        return null;
    }

    private Escorts.@Nullable Assignment together(int household, int open) {
        List<Integer> out = sameDays(household);
        List<Way> were = new ArrayList<>();
        out.forEach(each -> were.add(Objects.requireNonNull(occupancy.remove(each))));
        List<Integer> order = new ArrayList<>(out);
        Collections.shuffle(order, random);
        boolean all = true;
        for (int each : order) {
            Traveller who = ground.travellers[each];
            int start = who.starts[random.nextInt(who.starts.length)];
            Way way = insertion.cheapest(occupancy, who, new Demand(-1, -1, Set.of(), start));
            if (way == null) {
                all = false;
                break;
            }
            occupancy.place(each, way);
        }
        Escorts.Assignment tried = all ? Escorts.assign(ground, occupancy.ways) : null;
        if (tried != null && tried.without().size() < open) {
            return tried;
        }
        out.forEach(occupancy::remove);
        for (int n = 0; n < out.size(); n++) {
            occupancy.place(out.get(n), were.get(n));
        }
        return null;
    }

    /** The household and a few of those who move on a day on which it does. */
    private List<Integer> sameDays(int household) {
        Way way = Objects.requireNonNull(occupancy.ways[household]);
        List<Integer> near = new ArrayList<>();
        for (int i = 0; i < ground.households; i++) {
            Way other = occupancy.ways[i];
            if (i != household && other != null && ground.travellers[i].boundary == null && sharesADay(way, other)) {
                near.add(i);
            }
        }
        Collections.shuffle(near, random);
        List<Integer> chosen = new ArrayList<>(near.subList(0, Math.min(near.size(), 1 + random.nextInt(MOST_OTHERS))));
        chosen.addFirst(household);
        return chosen;
    }

    private static boolean sharesADay(Way one, Way other) {
        for (int day : one.from()) {
            for (int theirs : other.from()) {
                if (day == theirs) {
                    return true;
                }
            }
        }
        return false;
    }
}
