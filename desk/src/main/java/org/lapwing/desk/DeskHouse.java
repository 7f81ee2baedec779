// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import org.lapwing.desk.doors.Bell;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Locking;
import org.lapwing.desk.doors.PublicLogs;
import org.lapwing.desk.doors.Resting;
import org.lapwing.desk.reading.Archive;
import org.lapwing.desk.reading.FileRoom;
import org.lapwing.desk.reading.LogRoom;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.Shredder;
import org.lapwing.desk.reading.Stacks;
import org.lapwing.journal.Blobs;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalLog;
import org.lapwing.journal.JournalPlace;
import org.lapwing.journal.Marks;
import org.lapwing.journal.Snapshots;
import org.lapwing.journal.Surroundings;
import org.lapwing.pages.Assets;
import org.lapwing.pages.DeskAssets;
import org.lapwing.pages.Messages;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.tlog.TileDirectory;
import org.springframework.boot.web.servlet.ServletListenerRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The things that the desk's packages share, each made once. */
@Configuration(proxyBeanMethods = false)
class DeskHouse {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    DeskPlace place(DeskSettings settings) throws IOException {
        Files.createDirectories(settings.data().resolve("tmp"));
        return new DeskPlace(settings.data());
    }

    @Bean
    KeyFileOpener keyFiles(DeskSettings settings, SecureRandom random) {
        return new KeyFileOpener(settings.cost(), random);
    }

    @Bean
    Doors doors(DeskSettings settings, DeskPlace place, KeyFileOpener keyFiles, Clock clock, SecureRandom random) {
        return settings.demonstration()
                ? Doors.ofDemonstration(place, keyFiles, clock, random)
                : new Doors(place, keyFiles, clock, random);
    }

    @Bean
    Locking locking() {
        return new Locking();
    }

    @Bean
    ServletListenerRegistrationBean<Locking> sessions(Locking locking) {
        return new ServletListenerRegistrationBean<>(locking);
    }

    @Bean(destroyMethod = "close")
    Resting resting(DeskSettings settings) {
        return new Resting(settings.idle());
    }

    @Bean
    ServletListenerRegistrationBean<Resting> restingSessions(Resting resting) {
        return new ServletListenerRegistrationBean<>(resting);
    }

    @Bean(destroyMethod = "close")
    Journal journal(DeskSettings settings, DeskPlace place, Doors doors, Clock clock, SecureRandom random) {
        JournalPlace where = settings.database()
                .<JournalPlace>map(JournalPlace.PostgresUrl::new)
                .orElseGet(() -> new JournalPlace.SqliteFile(place.journal()));
        return Journal.open(where, new Surroundings(clock, random, doors));
    }

    @Bean
    Blobs blobs(DeskPlace place, SecureRandom random) {
        return new Blobs(place.blobs(), random);
    }

    @Bean
    FileRoom fileRoom(Blobs blobs) {
        return new FileRoom(blobs);
    }

    @Bean
    JournalLog journalLog(DeskPlace place, Journal journal) {
        return new JournalLog(new TileDirectory(place.log()), journal.leaves());
    }

    @Bean
    LogRoom logRoom(JournalLog log, Doors doors, Clock clock) {
        return new LogRoom(log, doors, clock);
    }

    @Bean
    Snapshots snapshots(DeskPlace place, SecureRandom random) {
        return new Snapshots(place.snapshots(), random);
    }

    @Bean
    Bell bell() {
        return new Bell();
    }

    @Bean
    Marks marks(DeskPlace place, SecureRandom random) {
        return new Marks(place.marks(), random);
    }

    @Bean
    Stacks stacks(Journal journal, Snapshots snapshots, Marks marks, JournalLog log) {
        return Stacks.of(journal, snapshots, marks, log);
    }

    @Bean(destroyMethod = "close")
    ReadingRoom readingRoom(Stacks stacks, Locking locking) {
        ReadingRoom room = new ReadingRoom(stacks);
        locking.whenLocked(room::leave);
        return room;
    }

    @Bean
    Pen pen(Journal journal, SecureRandom random, DeskPlace place) {
        return new Pen(journal, random, place::groupShredKey);
    }

    @Bean
    Shredder shredder(Journal journal, Blobs blobs, Snapshots snapshots, ReadingRoom readingRoom) {
        return new Shredder(journal, blobs, snapshots, readingRoom);
    }

    @Bean
    Archive archive(Journal journal) {
        return new Archive(journal);
    }

    @Bean
    PublicLogs publicLogs(Doors doors, DeskPlace place) {
        return new PublicLogs(doors, place);
    }

    @Bean
    Messages messages() {
        return Messages.load(DeskMain.class, "messages");
    }

    @Bean
    Assets assets() {
        return DeskAssets.load();
    }
}
