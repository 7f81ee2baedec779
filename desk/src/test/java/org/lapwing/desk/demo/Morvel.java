// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.lapwing.desk.doors.DemoDoor;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Founding;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.Stacks;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalPlace;
import org.lapwing.journal.Surroundings;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.KeyFileOpener;

/** The invented world, for tests that need a desk with something in it. */
public final class Morvel {
    private Morvel() {}

    /** Writes it into a desk that was just founded, among whose members are quiet-lark, fair-owl and swift-dunlin. */
    public static void write(Founding founding, DeskPlace place) {
        SecureRandom random = new SecureRandom();
        Clock then = Clock.fixed(Instant.parse("2019-06-28T09:00:00Z"), ZoneOffset.UTC);
        Doors doors = new Doors(place, new KeyFileOpener(new Argon2Cost(8 * 1024, 1, 1), random), then, random);
        try (Journal journal =
                Journal.open(new JournalPlace.SqliteFile(place.journal()), new Surroundings(then, random, doors))) {
            DemoCast cast = new DemoCast(DemoDoor.enterAll(founding, doors));
            new DemoWorld(
                            new ReadingRoom(Stacks.ofRows(journal)),
                            new Pen(journal, random, place::groupShredKey),
                            cast,
                            random)
                    .write();
        }
    }
}
