// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.Helper;
import org.lapwing.evacuation.Household;
import org.lapwing.evacuation.Rule;

/**
 * The second stage: an escort for each move. One move a day, and of one household's way each escort knows one move at most,
 * so this is a matching with side conditions: ejection chains first, then exchanges for a shared language.
 */
final class Escorts {
    private static final int STEPS_A_MOVE = 60;

    /** @param escort number of the helper, or -1 */
    private static final class Move {
        final int household;
        final int day;
        final int asked;
        final boolean fixed;
        /** Who they were told would come, or -1. */
        final int told;

        int escort = -1;
        final int[] tried;

        Move(int household, int day, int asked, boolean fixed, int told, int helpers) {
            this.told = told;
            tried = new int[helpers];
            this.household = household;
            this.day = day;
            this.asked = asked;
            this.fixed = fixed;
        }
    }

    private final Ground ground;
    private final List<Helper> helpers;
    private final List<Move> moves = new ArrayList<>();
    /** By helper and day. */
    private final @Nullable Move[][] busy;

    private final List<List<Move>> byHousehold = new ArrayList<>();

    private Escorts(Ground ground) {
        this.ground = ground;
        helpers = ground.situation.helpers();
        busy = new Move[helpers.size()][ground.nights + 1];
        for (int i = 0; i < ground.households; i++) {
            byHousehold.add(new ArrayList<>());
        }
    }

    /**
     * @param byWay escorts by household and leg, a departure's last; -1 where none is needed
     * @param without households of which a move found no escort
     */
    record Assignment(int[][] byWay, List<Integer> without, long cost) {}

    static Assignment assign(Ground ground, @Nullable Way[] ways) {
        Escorts escorts = new Escorts(ground);
        for (int i = 0; i < ways.length; i++) {
            Way way = ways[i];
            if (way != null) {
                escorts.enter(i, way);
            }
        }
        return escorts.solve(ways);
    }

    private void enter(int i, Way way) {
        Traveller who = ground.travellers[i];
        for (int n = 0; n < way.legs(); n++) {
            int day = way.from()[n];
            Optional<Integer> pinned = pinnedEscort(i, day);
            boolean past = day < ground.situation.today();
            Move move = new Move(i, day, who.escortGender, pinned.isPresent() || past, told(i, day), helpers.size());
            move.escort = pinned.orElse(-1);
            moves.add(move);
            byHousehold.get(i).add(move);
            if (pinned.isPresent()) {
                busy[pinned.get()][day] = move;
            }
        }
        if (who.accompanied && departs(who, way)) {
            Move move = new Move(i, way.until(), who.escortGender, false, -1, helpers.size());
            moves.add(move);
            byHousehold.get(i).add(move);
        }
    }

    static boolean departs(Traveller who, Way way) {
        int n = Arrays.binarySearch(who.starts, way.start());
        return n >= 0 && who.departs[n];
    }

    private Optional<Integer> pinnedEscort(int i, int day) {
        return escortOn(ground.household(i).pins(), day);
    }

    private int told(int i, int day) {
        return escortOn(ground.household(i).earlier(), day).orElse(-1);
    }

    private Optional<Integer> escortOn(List<Household.Pin> legs, int day) {
        for (Household.Pin pin : legs) {
            if (pin.nights().from() == day && pin.escort().isPresent()) {
                for (int e = 0; e < helpers.size(); e++) {
                    if (helpers.get(e).name().equals(pin.escort().get())) {
                        return Optional.of(e);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Assignment solve(@Nullable Way[] ways) {
        chains();
        Set<Integer> without = new TreeSet<>();
        for (Move move : moves) {
            if (!move.fixed && move.escort < 0) {
                without.add(move.household);
            }
        }
        for (int pass = 0, better = 1; pass < 5 && better > 0; pass++) {
            better = exchange();
        }
        long cost = 0;
        int[][] byWay = new int[ways.length][];
        for (int i = 0; i < ways.length; i++) {
            byWay[i] = byHousehold.get(i).stream().mapToInt(each -> each.escort).toArray();
        }
        for (Move move : moves) {
            cost += move.escort < 0 ? 0 : cost(move, move.escort);
        }
        return new Assignment(byWay, List.copyOf(without), cost);
    }

    /**
     * Ejection chains: a move takes the escort who disturbs fewest others and was disturbed least before; whoever is
     * pushed out is next. What was tried often becomes dear, so that the chain does not run in a circle.
     */
    private void chains() {
        Deque<Move> open = new ArrayDeque<>();
        moves.stream().filter(each -> !each.fixed).forEach(open::add);
        long steps = STEPS_A_MOVE * (long) moves.size() + 1000;
        while (!open.isEmpty() && steps-- > 0) {
            Move move = open.pop();
            int chosen = -1;
            long least = Long.MAX_VALUE;
            for (int e = 0; e < helpers.size(); e++) {
                if (canGo(move, e) && !inTheWayOfFixed(move, e)) {
                    long price = 1000L * conflicts(move, e)
                            + 200L * move.tried[e]
                            + 2L * cost(move, e)
                            + (move.told == e ? 0 : 150);
                    if (price < least) {
                        least = price;
                        chosen = e;
                    }
                }
            }
            if (chosen >= 0) {
                move.tried[chosen]++;
                pushOut(move, chosen, open);
                give(move, chosen);
            }
        }
    }

    private int conflicts(Move move, int e) {
        return (busy[e][move.day] == null ? 0 : 1) + (knows(move, e) ? 1 : 0);
    }

    private boolean inTheWayOfFixed(Move move, int e) {
        Move other = busy[e][move.day];
        return (other != null && other.fixed)
                || byHousehold.get(move.household).stream()
                        .anyMatch(own -> own != move && own.fixed && own.escort == e);
    }

    private void pushOut(Move move, int e, Deque<Move> open) {
        Move other = busy[e][move.day];
        if (other != null) {
            take(other);
            open.push(other);
        }
        for (Move own : byHousehold.get(move.household)) {
            if (own != move && own.escort == e) {
                take(own);
                open.push(own);
            }
        }
    }

    /** For moves without a shared language: a free escort who has one, or two moves of a day that change escorts. */
    private int exchange() {
        int better = 0;
        for (Move move : moves) {
            for (int e = 0; !move.fixed && move.escort >= 0 && cost(move, move.escort) > 0 && e < helpers.size(); e++) {
                int had = move.escort;
                if (e == had || had == move.told || cost(move, e) > 0 || !canGo(move, e)) {
                    continue;
                }
                Move other = busy[e][move.day];
                if (other != null
                        && (other.fixed
                                || other.told == e
                                || cost(other, had) > cost(other, e)
                                || !canGo(other, had))) {
                    continue;
                }
                take(move);
                if (other != null) {
                    take(other);
                }
                if (!knows(move, e) && (other == null || !knows(other, had))) {
                    give(move, e);
                    if (other != null) {
                        give(other, had);
                    }
                    better++;
                } else {
                    give(move, had);
                    if (other != null) {
                        give(other, e);
                    }
                }
            }
        }
        return better;
    }

    private void give(Move move, int escort) {
        move.escort = escort;
        busy[escort][move.day] = move;
    }

    private void take(Move move) {
        busy[move.escort][move.day] = null;
        move.escort = -1;
    }

    private boolean canGo(Move move, int e) {
        Helper helper = helpers.get(e);
        return helper.duties().contains(Helper.ESCORT)
                && helper.freeOn(move.day)
                && (move.asked == Ground.ANY
                        || helper.gender().map(Ground::genderNumber).orElse(-1) == move.asked);
    }

    private boolean knows(Move move, int e) {
        return byHousehold.get(move.household).stream().anyMatch(own -> own != move && own.escort == e);
    }

    private int cost(Move move, int e) {
        boolean shared = helpers.get(e).languages().stream()
                .anyMatch(ground.household(move.household).needs().languages()::contains);
        return shared ? 0 : ground.situation.weights().of(Rule.ESCORT_LANGUAGE);
    }
}
