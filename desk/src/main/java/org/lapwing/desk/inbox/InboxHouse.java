// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.security.SecureRandom;
import java.time.Clock;
import org.lapwing.desk.DeskSettings;
import org.lapwing.desk.doors.Bell;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Locking;
import org.lapwing.desk.reading.FileRoom;
import org.lapwing.desk.reading.LogRoom;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the inbox is made of, each once. */
@Configuration(proxyBeanMethods = false)
class InboxHouse {
    @Bean
    Gate gate(DeskSettings settings, Doors doors, Clock clock, SecureRandom random) {
        return new Gate(settings.gate(), doors, clock, random);
    }

    @Bean
    IntakeKeys intakeKeys(DeskPlace place, Clock clock, SecureRandom random) {
        return new IntakeKeys(place, clock, random);
    }

    @Bean
    Outbox outbox(DeskPlace place, SecureRandom random) {
        return new Outbox(place, random);
    }

    @Bean
    Intake intake(FileRoom files, ReadingRoom readingRoom, Pen pen, Clock clock) {
        return new Intake(files, readingRoom, pen, clock);
    }

    @Bean
    Collection collection(
            Gate gate, Intake intake, IntakeKeys keys, Outbox outbox, LogRoom logRoom, Doors doors, Bell bell) {
        return new Collection(gate, intake, new Collection.Paper(keys, outbox), logRoom, doors, bell);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    Rounds rounds(DeskSettings settings, Collection collection, Locking locking, LogRoom logRoom) {
        return new Rounds(settings.collectEvery(), collection, locking, logRoom);
    }
}
