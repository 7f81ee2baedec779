// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.journal.Author;
import org.lapwing.journal.Blobs;
import org.lapwing.journal.Journal;
import org.lapwing.journal.JournalFolder;
import org.lapwing.journal.JournalLog;
import org.lapwing.journal.Keyring;
import org.lapwing.journal.Surroundings;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.AgeKeyFile;
import org.lapwing.seal.Duty;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.MemberKeys;
import org.lapwing.seal.RootKeyFile;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterDraft;
import org.lapwing.seal.ShredKey;
import org.lapwing.seal.ShredStore;
import org.lapwing.seal.SigningKey;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.TileDirectory;

/** {@code lapwing fsck} as its users meet it. */
class FsckTest {
    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeAJournal() throws IOException {
        Author author = new Author(Id.random(random), SigningKey.generate(random));
        JournalFolder house = new JournalFolder(folder.resolve("desk"));
        LogKey logKey = new LogKey("log.morvel.example", LogKey.freshSecret(random));
        Files.writeString(folder.resolve("log.key"), logKey.verifier().text());
        ShredKey shred = ShredKey.generate(random);
        Surroundings surroundings = new Surroundings(
                Clock.systemUTC(), random, _ -> Optional.of(author.key().verifyKey()));
        try (Journal journal = Journal.open(house.sqlite(), surroundings)) {
            Draft draft = new Draft(
                    "NoteTaken", 1, "casebook", List.of(), Id.of(shred.id()), Fields.of(Map.of(0, Json.of("a note"))));
            Keyring keys = keys(Epoch.generate("casebook", 1, random), shred);
            journal.append(author, List.of(draft, draft, draft), Basis.NOTHING, keys);
            new JournalLog(new TileDirectory(house.log()), journal.leaves()).sign(logKey, Clock.systemUTC());
        }
    }

    private static Keyring keys(Epoch epoch, ShredKey shred) {
        return new Keyring() {
            @Override
            public Optional<Epoch> newest(String compartment) {
                return Optional.of(epoch);
            }

            @Override
            public List<Epoch> epochs(String compartment) {
                return List.of(epoch);
            }

            @Override
            public Optional<ShredKey> shredKey(Id id) {
                return Optional.of(shred);
            }
        };
    }

    private int fsck(String... arguments) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "fsck";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Lapwing.commandLine(terminal, new SecureRandom()).execute(all);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void saysThatNothingIsWrong() {
        assertThat(fsck("--log-key", path("log.key"), path("desk"))).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("3 rows checked, nothing is wrong\n");
    }

    @Test
    void namesWhatIsWrongWithExitCodeOne() throws IOException {
        Path tile = folder.resolve("desk/log/tile/0/000.p/3");
        byte[] bytes = Files.readAllBytes(tile);
        bytes[5] ^= 1;
        Files.write(tile, bytes);

        assertThat(fsck(path("desk"))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("log/tile/0/000.p/3: it is not what the rows give (repairable)\n3 rows checked, 1 found\n");
    }

    @Test
    void refusesAFolderWithoutAJournalAndChangesNothingInIt() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        assertThat(fsck(path("empty"))).isEqualTo(2);
        assertThat(err.toString()).contains("there is no journal.db in it");
        assertThat(folder.resolve("empty")).isEmptyDirectory();
    }

    @Test
    void refusesAJournalThatIsOpenOrNoneAtAll() throws IOException {
        Surroundings surroundings = new Surroundings(Clock.systemUTC(), new SecureRandom(), _ -> Optional.empty());
        try (Journal _ = Journal.open(new JournalFolder(folder.resolve("desk")).sqlite(), surroundings)) {
            assertThat(fsck(path("desk"))).isEqualTo(2);
            assertThat(err.toString()).contains("open already");
        }
        Files.writeString(folder.resolve("desk/journal.db"), "not a database, however long it may be ".repeat(100));
        assertThat(fsck(path("desk"))).isEqualTo(2);
        assertThat(err.toString()).contains("cannot be opened");
    }

    @Test
    void refusesALogKeyThatIsNone() throws IOException {
        Files.writeString(folder.resolve("log.key"), "hello\n");
        assertThat(fsck("--log-key", path("log.key"), path("desk"))).isEqualTo(2);
    }

    /** What a desk's folder holds beside its rows: here with the same random keys as the rows. */
    private void foundTheDesk() throws IOException {
        Path desk = folder.resolve("desk");
        byte[] shredSecret = new byte[ShredStore.SECRET_BYTES];
        ShredStore store = ShredStore.create(
                desk.resolve("shred.keys"), new ShredStore.Sealing(shredSecret, Clock.systemUTC(), random));
        ShredKey shred = store.create();
        MemberKeys keys = MemberKeys.generate(random);
        Id member = Id.random(random);
        Epoch epoch = Epoch.generate("casebook", 1, random);
        LogKey logKey = new LogKey("log.morvel.example", LogKey.freshSecret(random));
        Path root = folder.resolve("root.key");
        assertThat(run("keygen", "--root", "-o", root.toString())).isZero();
        Files.writeString(
                desk.resolve("root.pin"),
                RootKeyFile.read(Files.readString(root)).verifyKeys().text());
        Roster roster = RosterDraft.first(LocalDate.parse("2026-11-22"))
                .member(Roster.Member.of(member.toString(), "quiet-lark", Set.of(Duty.INTAKE), keys))
                .logKeys(logKey.verifier().text().lines().toList())
                .roster();
        Path text = Files.writeString(folder.resolve("roster.txt"), roster.text());
        out.reset();
        assertThat(run("roster", "sign", "-i", root.toString(), text.toString()))
                .isZero();
        Files.createDirectories(desk.resolve("roster"));
        Files.writeString(desk.resolve("roster/00001"), roster.text() + out.toString(StandardCharsets.US_ASCII));
        HybridIdentity paper = HybridIdentity.generate(random);
        Files.writeString(folder.resolve("recovery.key"), AgeKeyFile.revealText(paper));
        HexFormat hex = HexFormat.of();
        Files.write(
                desk.resolve("recovery.age"),
                AgeFile.sealBytes(
                        List.of(paper.recipient()),
                        ("casebook 1 " + hex.formatHex(epoch.revealSecret()) + "\nshred 1 " + hex.formatHex(shredSecret)
                                        + "\nlog 1 " + "00".repeat(32) + "\n")
                                .getBytes(StandardCharsets.US_ASCII),
                        random));
        Files.delete(desk.resolve("journal.db"));
        Files.move(desk.resolve("log"), folder.resolve("log of the other rows"));
        JournalFolder house = new JournalFolder(desk);
        new Blobs(house.blobs(), random).store(new ByteArrayInputStream(new byte[10]));
        Author author = new Author(member, keys.signing());
        Author stranger = new Author(Id.random(random), SigningKey.generate(random));
        Surroundings surroundings = new Surroundings(
                Clock.systemUTC(),
                random,
                id -> Optional.of((id.equals(member) ? author : stranger).key().verifyKey()));
        try (Journal journal = Journal.open(house.sqlite(), surroundings)) {
            Draft draft = new Draft(
                    "NoteTaken", 1, "casebook", List.of(), Id.of(shred.id()), Fields.of(Map.of(0, Json.of("a note"))));
            journal.append(author, List.of(draft, draft), Basis.NOTHING, keys(epoch, shred));
            journal.append(stranger, List.of(draft), Basis.NOTHING, keys(epoch, shred));
            new JournalLog(new TileDirectory(house.log()), journal.leaves()).sign(logKey, Clock.systemUTC());
        }
    }

    private int run(String... arguments) {
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true));
        return Lapwing.commandLine(terminal, random).execute(arguments);
    }

    @Test
    void opensEverythingWithThePapersKeyAndNamesWhatNobodyOfTheRosterSigned() throws IOException {
        foundTheDesk();
        out.reset();
        assertThat(fsck("-i", path("recovery.key"), path("desk")))
                .as(err::toString)
                .isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("row 2: ", "no entry names it", "3 rows checked (2 opened, 0 of forgotten sources), 2 found")
                .doesNotContain("row 0", "row 1");
    }

    @Test
    void refusesAPapersKeyThatIsAnothersAndAFolderThatIsNoDesk() throws IOException {
        foundTheDesk();
        Files.writeString(folder.resolve("other.key"), AgeKeyFile.revealText(HybridIdentity.generate(random)));
        assertThat(fsck("-i", path("other.key"), path("desk"))).isEqualTo(2);
        Files.delete(folder.resolve("desk/recovery.age"));
        assertThat(fsck("-i", path("recovery.key"), path("desk"))).isEqualTo(2);
        assertThat(err.toString()).contains("recovery.age: there is no such file");
    }
}
