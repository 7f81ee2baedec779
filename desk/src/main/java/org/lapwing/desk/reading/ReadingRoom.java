// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.CasebookFold;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.entry.Id;
import org.lapwing.journal.Journal;
import org.lapwing.journal.Keyring;
import org.lapwing.journal.Read;
import org.pcollections.HashTreePMap;

/**
 * Where members read. One volume per compartment is kept while somebody who holds it is in the room; it goes with its
 * last reader. Entering brings the volumes up to the journal's end.
 */
public final class ReadingRoom {
    private final Journal journal;
    private final Map<Compartment, Volume> volumes = new EnumMap<>(Compartment.class);
    private final List<Follower> followers = new CopyOnWriteArrayList<>();

    public ReadingRoom(Journal journal) {
        this.journal = journal;
    }

    /** From now on told what is read and dropped; to be called before anybody enters. */
    public void followedBy(Follower follower) {
        followers.add(follower);
    }

    /** What this member may see now. */
    public View enter(Unlocked member) {
        long end = journal.size();
        List<Volume> held = new ArrayList<>();
        synchronized (volumes) {
            for (Compartment compartment : granted(member)) {
                Volume volume = volumes.getOrDefault(
                        compartment,
                        new Volume(compartment, 0, Casebook.holding(Set.of(compartment)), HashTreePMap.empty()));
                if (volume.position() < end) {
                    volume = readOn(volume, end, member.keys());
                    volumes.put(compartment, volume);
                }
                held.add(volume);
            }
        }
        return new View(member, end - 1, held);
    }

    /** Drops every volume that nobody in {@code remaining} holds. */
    public void leave(List<Unlocked> remaining) {
        EnumSet<Compartment> still = EnumSet.noneOf(Compartment.class);
        remaining.forEach(member -> still.addAll(granted(member)));
        synchronized (volumes) {
            drop(EnumSet.complementOf(still));
        }
    }

    /** Drops all volumes: after an erasure nothing that was read before may be shown. */
    public void forgetAll() {
        synchronized (volumes) {
            drop(EnumSet.allOf(Compartment.class));
        }
    }

    private void drop(Set<Compartment> compartments) {
        volumes.keySet().removeAll(compartments);
        followers.forEach(follower -> follower.dropped(compartments));
    }

    private Volume readOn(Volume volume, long end, Keyring keys) {
        Casebook casebook = volume.casebook();
        var shredKeys = volume.shredKeys();
        List<Id> came = new ArrayList<>();
        List<Id> erased = new ArrayList<>();
        try (var scan = journal.scan(volume.compartment().word(), volume.position(), keys)) {
            for (Read read : scan) {
                switch (read) {
                    case Read.Live live -> {
                        if (Casebook.FAMILY.has(live.header().kind())) {
                            casebook = CasebookFold.apply(casebook, live.entry(), live.index());
                            shredKeys = shredKeys.plus(
                                    live.header().id(), live.header().shredKey());
                            came.add(live.header().id());
                        }
                    }
                    case Read.Erased gone -> erased.add(gone.header().id());
                }
            }
        }
        if (!erased.isEmpty()) {
            casebook = CasebookFold.erase(casebook, erased);
            drop(Set.of(volume.compartment()));
        }
        Casebook now = casebook;
        followers.forEach(follower -> follower.readOn(volume.compartment(), now, came));
        return new Volume(volume.compartment(), end, casebook, shredKeys);
    }

    private static Set<Compartment> granted(Unlocked member) {
        return java.util.Arrays.stream(Compartment.values())
                .filter(each ->
                        member.keys().compartments().contains(each.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
