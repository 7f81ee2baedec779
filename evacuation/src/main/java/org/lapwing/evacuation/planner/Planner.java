// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.lapwing.evacuation.Plan;
import org.lapwing.evacuation.Situation;

/**
 * Plans a situation. {@link #plan} blocks; {@link #bestSoFar} and {@link #cancel} may be called by any thread meanwhile.
 */
public final class Planner {
    private static final int ROUNDS = 60;
    /** Every so many rounds it is seen whether the best ways find their escorts. */
    private static final int LOOKED_AT = 6;

    /** The search begins by taking plans that cost about this much more, and ends by taking hardly any. */
    private static final double HOT = 60;

    private static final double COLD = 1.5;

    private final Ground ground;
    private final Effort effort;
    private final AtomicReference<@Nullable Way[]> best = new AtomicReference<>();
    /** The cheapest plan that was ever whole: who searches knows escorts by their number only, so the next may cost more. */
    private final AtomicReference<@Nullable Outcome> whole = new AtomicReference<>();

    private volatile boolean cancelled;
    private volatile long iterations;

    public Planner(Situation situation, Effort effort) {
        ground = new Ground(situation);
        this.effort = effort;
        best.set(new Way[ground.households]);
    }

    /** Stops soon; {@link #plan} then returns the best plan so far. */
    public void cancel() {
        cancelled = true;
    }

    /**
     * The best plan found up to now, escorts and all: never one that costs more than what this method returned before, and
     * {@link #plan} returns none that does. (So who looks while a search by iterations runs may get a better plan than who
     * does not.)
     */
    public Plan bestSoFar() {
        return kept(Outcome.repaired(ground, best.get())).plan();
    }

    private Outcome kept(Outcome now) {
        Outcome least = whole.accumulateAndGet(now, (had, other) -> had == null || lessThan(other, had) ? other : had);
        return least == null ? now : least;
    }

    private static boolean lessThan(@Nullable Outcome one, Outcome other) {
        return one != null && one.total() < other.total();
    }

    /** How often households were taken out and put back, over all lanes, up to the last exchange. */
    public long iterations() {
        return iterations;
    }

    public Plan plan() {
        if (ground.households == 0) {
            return bestSoFar();
        }
        long start = System.nanoTime();
        List<Lane> lanes = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(effort.seed());
        for (int n = 0; n < effort.lanes(); n++) {
            lanes.add(new Lane(ground, random.split()));
        }
        try (ExecutorService cores = Executors.newFixedThreadPool(
                Math.min(effort.lanes(), Math.max(1, Runtime.getRuntime().availableProcessors())))) {
            onAll(cores, lanes, lane -> lane.begin(() -> cancelled));
            exchange(lanes, 0);
            for (int round = 1; round <= ROUNDS && !cancelled; round++) {
                double heat = HOT * Math.pow(COLD / HOT, (round - 1) / (double) (ROUNDS - 1));
                long deadline = start + effort.time().toNanos() / ROUNDS * round;
                long each = share(round);
                onAll(cores, lanes, lane -> lane.search(heat, until(lane, deadline, each)));
                exchange(lanes, round);
            }
        }
        return bestSoFar();
    }

    private long share(int round) {
        long perLane = effort.iterations() / effort.lanes();
        return perLane * round / ROUNDS - perLane * (round - 1) / ROUNDS;
    }

    private BooleanSupplier until(Lane lane, long deadline, long each) {
        if (effort.byTime()) {
            return () -> !cancelled && System.nanoTime() - deadline < 0;
        }
        long last = lane.iterations() + each;
        return () -> !cancelled && lane.iterations() < last;
    }

    /** In the second half, lanes that are behind go on from the best. */
    private void exchange(List<Lane> lanes, int round) {
        Lane leader = lanes.getFirst();
        for (Lane lane : lanes) {
            leader = lane.bestCost() < leader.bestCost() ? lane : leader;
        }
        best.set(leader.best());
        if (round % LOOKED_AT == 0 && round < ROUNDS) {
            Outcome.escortedAsItIs(ground, leader.best()).ifPresent(this::kept);
        }
        iterations = lanes.stream().mapToLong(Lane::iterations).sum();
        for (Lane lane : lanes) {
            if (round % 6 == 0 && round >= ROUNDS / 2 && lane.bestCost() > leader.bestCost()) {
                lane.adopt(leader.best());
            }
        }
    }

    private interface Work {
        void on(Lane lane);
    }

    private static void onAll(ExecutorService cores, List<Lane> lanes, Work work) {
        try {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (Lane lane : lanes) {
                tasks.add(() -> {
                    work.on(lane);
                    return true;
                });
            }
            for (Future<Boolean> each : cores.invokeAll(tasks)) {
                each.get();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lane failed", e.getCause());
        }
    }
}
