// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.entry.Id;

/**
 * Where members read. One volume per compartment is kept while somebody who holds it is in the room; it goes with its
 * last reader. Volumes are opened beside the requests, so that whoever enters need not wait for all of them.
 */
public final class ReadingRoom implements AutoCloseable {
    private final Stacks stacks;
    private final Map<Compartment, Reading> readings = new EnumMap<>(Compartment.class);
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    /** Opens volumes and writes snapshots: one thread a core, none of them a request's. */
    private final ExecutorService aside = Executors.newFixedThreadPool(
            Runtime.getRuntime().availableProcessors(),
            Thread.ofPlatform().name("reading-", 0).daemon().factory());

    public ReadingRoom(Stacks stacks) {
        this.stacks = stacks;
    }

    /** From now on told what is read and dropped; to be called before anybody enters. */
    public void followedBy(Follower follower) {
        followers.add(follower);
    }

    /** What this member may see now, all of it: waits for volumes that are still being opened. */
    public View enter(Unlocked member) {
        return enter(member, Duration.ofDays(1));
    }

    /** What this member may see now; of compartments that are not open so long after they were begun, the view says so. */
    public View enter(Unlocked member, Duration patience) {
        long end = stacks.end();
        Map<Compartment, Reading> wanted = readings(member);
        List<Volume> held = new ArrayList<>();
        Set<Compartment> opening = EnumSet.noneOf(Compartment.class);
        wanted.forEach((compartment, reading) -> {
            if (reading.openWithin(patience)) {
                held.add(reading.upTo(end, member.keys()));
            } else {
                opening.add(compartment);
            }
        });
        return new View(member, end - 1, held, opening);
    }

    /** The casebook first: most pages need it before the others. */
    private Map<Compartment, Reading> readings(Unlocked member) {
        List<Compartment> order = new ArrayList<>(List.of(Compartment.CASEBOOK, Compartment.INTAKE));
        Arrays.stream(Compartment.values())
                .filter(each -> !order.contains(each))
                .forEach(order::add);
        Set<Compartment> granted = granted(member);
        Map<Compartment, Reading> wanted = new LinkedHashMap<>();
        synchronized (readings) {
            order.stream()
                    .filter(granted::contains)
                    .forEach(compartment -> wanted.put(
                            compartment,
                            readings.computeIfAbsent(
                                    compartment,
                                    absent -> new Reading(
                                            stacks, absent, member.keys(), new Reading.Beside(aside, this::tell)))));
        }
        return wanted;
    }

    /** Drops every volume that nobody in {@code remaining} holds. */
    public void leave(List<Unlocked> remaining) {
        Set<Compartment> still =
                remaining.stream().flatMap(member -> granted(member).stream()).collect(Collectors.toSet());
        drop(Arrays.stream(Compartment.values())
                .filter(each -> !still.contains(each))
                .collect(Collectors.toSet()));
    }

    /** Drops all volumes: after an erasure nothing that was read before may be shown. */
    public void forgetAll() {
        drop(EnumSet.allOf(Compartment.class));
    }

    private void drop(Set<Compartment> compartments) {
        synchronized (readings) {
            for (Compartment each : compartments) {
                Reading reading = readings.remove(each);
                if (reading != null) {
                    reading.drop();
                }
            }
            followers.forEach(follower -> follower.dropped(compartments));
        }
    }

    /** A reading that was dropped meanwhile has nothing to tell any more. */
    private void tell(Reading reading, Volume volume, List<Id> came) {
        synchronized (readings) {
            if (readings.get(volume.compartment()) == reading) {
                followers.forEach(follower -> follower.readOn(volume.compartment(), volume.casebook(), came));
            }
        }
    }

    private static Set<Compartment> granted(Unlocked member) {
        return Arrays.stream(Compartment.values())
                .filter(each -> member.keys().compartments().contains(each.word()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Compartment.class)));
    }

    /** Waits a little for snapshots that are being written; what is under way then comes to nothing. */
    @Override
    public void close() {
        aside.shutdown();
        try {
            if (!aside.awaitTermination(20, TimeUnit.SECONDS)) {
                System.err.println("lapwing desk: a snapshot was not finished in time and is left out");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        forgetAll();
    }
}
