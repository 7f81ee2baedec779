// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.lapwing.desk.doors.DemoDoor;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Doors;
import org.lapwing.desk.doors.Founding;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.desk.doors.Founding.NewMember;
import org.lapwing.desk.inbox.IntakeKeys;
import org.lapwing.desk.reading.LogRoom;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.Stacks;
import org.lapwing.entry.Id;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalLog;
import org.lapwing.journal.JournalPlace;
import org.lapwing.journal.Surroundings;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.WordList;
import org.lapwing.tlog.TileDirectory;

/**
 * Makes a demonstration in an empty folder: root and custodians as if on machines of their own, members, the roster, and
 * the invented world. Its keys lie readable in {@code demo-keys}, because nothing here needs protecting.
 */
public final class DemoMaker {
    /** Cheap to open: nobody should wait a second for an invented secret. */
    private static final Argon2Cost COST = new Argon2Cost(8 * 1024, 1, 1);

    /** Of the large world. */
    private static final long SEED = 20261122;

    private final Path home;
    private final int more;
    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.systemUTC();

    private DemoMaker(Path home, int more) {
        this.home = home;
        this.more = more;
    }

    /**
     * {@code --data DIR}: makes DIR/desk and DIR/demo-keys. {@code --accounts N}: so many invented accounts beside the
     * demonstration's own, about ten entries each, for measuring.
     */
    public static void main(String[] words) throws IOException {
        boolean large = words.length == 4 && words[2].equals("--accounts") && words[3].matches("[1-9]\\d{0,5}");
        if ((words.length != 2 && !large) || !words[0].equals("--data")) {
            System.err.println("usage: --data DIR [--accounts 1 to 999999]");
            System.exit(2);
        }
        new DemoMaker(Path.of(words[1]).toAbsolutePath().normalize(), large ? Integer.parseInt(words[3]) : 0).make();
    }

    private void make() throws IOException {
        Path keys = home.resolve("demo-keys");
        Files.createDirectories(keys);
        RootKey root = RootKey.generate(random);
        Files.writeString(keys.resolve("root.key"), root.revealText() + "\n");
        List<Roster.Custodian> custodians = new ArrayList<>();
        List<NewMember> members = new ArrayList<>();
        for (String[] row : members()) {
            Set<Duty> duties = duties(row[1]);
            if (duties.contains(Duty.CUSTODIAN)) {
                // A custodian's private key never enters the desk: they are no member of it.
                HybridIdentity identity = HybridIdentity.generate(random);
                Files.writeString(keys.resolve(row[0] + ".custodian.key"), identity.revealSecretKey() + "\n");
                custodians.add(new Roster.Custodian(Id.random(random).toString(), row[0], identity.recipient()));
            } else {
                members.add(new NewMember(row[0], duties));
            }
        }
        Founding founding = new Founding(
                new Founding.Plan(
                        LocalDate.now(clock),
                        root.verifyKeys(),
                        custodians,
                        members,
                        "every day from 9 to 21 · ежедневно с 9 до 21",
                        WordList.ENGLISH),
                new KeyFileOpener(COST, random),
                clock,
                random);
        DeskPlace place = new DeskPlace(home.resolve("desk"));
        founding.complete(RosterSignature.byRoot(root, founding.roster().digest()), place)
                .ifPresent(reason -> {
                    throw new IllegalStateException(reason);
                });
        world(founding, place);
        intakeKey(founding, place);
        Files.write(keys.resolve("members.txt"), lines(founding.firstSecrets()), UTF_8);
        Files.write(keys.resolve("recovery-paper.txt"), founding.recoveryPaper(), UTF_8);
        System.err.println("The demonstration's keys lie in " + keys + "; its members and their words:");
        founding.firstSecrets().forEach(each -> System.err.printf("  %-14s %s%n", each.handle(), each.passphrase()));
        System.err.println("The six digits of the moment stand beside each name on the desk's first page.");
    }

    /** The invented world is written on one invented day, 28 June 2019. */
    private void world(Founding founding, DeskPlace place) {
        Clock then = Clock.fixed(Instant.parse("2019-06-28T09:00:00Z"), ZoneOffset.UTC);
        Doors doors = new Doors(place, new KeyFileOpener(COST, random), then, random);
        try (Journal journal = Journal.open(
                        new JournalPlace.SqliteFile(place.journal()), new Surroundings(then, random, doors));
                ReadingRoom readingRoom = new ReadingRoom(Stacks.ofRows(journal))) {
            DemoCast cast = new DemoCast(DemoDoor.enterAll(founding, doors));
            new DemoWorld(readingRoom, new Pen(journal, random, place::groupShredKey), cast, random).write();
            if (more > 0) {
                new LargeWorld(journal, cast, place.groupShredKey(), LargeWorld.cast(more, SEED)).write();
                JournalLog log = new JournalLog(new TileDirectory(place.log()), journal.leaves());
                new LogRoom(log, doors, then).sign(cast.member("quiet-lark"));
            }
        }
    }

    /** Of today, not of the invented day: the gate seals to it as soon as it starts. */
    private void intakeKey(Founding founding, DeskPlace place) {
        Doors doors = new Doors(place, new KeyFileOpener(COST, random), clock, random);
        DemoDoor.enterAll(founding, doors).values().stream()
                .filter(each -> each.member().has(Duty.INTAKE))
                .findFirst()
                .ifPresent(new IntakeKeys(place, clock, random)::renew);
    }

    private static List<String> lines(List<FirstSecrets> secrets) {
        return secrets.stream()
                .map(each -> each.handle() + "\t" + each.passphrase() + "\t" + each.oneTimeSecret())
                .toList();
    }

    private static List<String[]> members() throws IOException {
        try (var in = DemoMaker.class.getResourceAsStream("members.csv")) {
            if (in == null) {
                throw new IOException("the demonstration's members are missing from this build");
            }
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .toList();
        }
    }

    private static Set<Duty> duties(String words) {
        Set<Duty> duties = EnumSet.noneOf(Duty.class);
        for (Duty duty : Duty.values()) {
            if (List.of(words.split(" ")).contains(duty.word())) {
                duties.add(duty);
            }
        }
        return duties;
    }
}
