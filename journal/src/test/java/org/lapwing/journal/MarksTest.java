// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.seal.EntrySeal;
import org.lapwing.seal.EntryText;
import org.lapwing.seal.Epoch;
import org.lapwing.seal.SealedEntry;
import org.lapwing.seal.ShredKey;

class MarksTest {
    private static final Epoch EPOCH = Group.epoch("casebook", 1);
    private static final int ROWS = 300;

    @TempDir
    Path folder;

    private House house;
    private Marks marks;
    private final List<String> ignored = new ArrayList<>();

    @BeforeEach
    void open() {
        house = new House(folder);
        marks = new Marks(house.folder.marks(), house.group.random);
        house.notes(ROWS);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Scan scan(Mark from, Mark trusted) {
        return house.journal.scan("casebook", from, trusted, house.keys);
    }

    private Mark read(Mark from, Mark trusted) {
        Scan scan = scan(from, trusted);
        scan.forEach(read -> assertThat(read.index()).isLessThan(scan.until()));
        return scan.mark();
    }

    private Mark verified() {
        return read(Mark.NOTHING, Mark.NOTHING);
    }

    private Mark saved() throws IOException {
        Mark mark = verified();
        house.log.bringUp();
        marks.save(EPOCH, mark, house.log);
        return mark;
    }

    private Mark newest() {
        return marks.newest("casebook", house.keys, house.log, ignored::add);
    }

    /** What another entry of the same author would be, signed by nobody, sealed and re-leafed by one who has the keys. */
    private void forge(long index) throws SQLException {
        Read.Live live = house.journal.scan("casebook", index, house.keys).stream()
                .map(Read.Live.class::cast)
                .findFirst()
                .orElseThrow();
        Entry real = live.entry();
        Entry forged = new Entry(real.header(), real.fields(), real.basis(), new byte[32], real.signature());
        Header header = forged.header();
        ShredKey shred = house.keys.shredKey(header.shredKey()).orElseThrow();
        SealedEntry sealed = new EntrySeal(house.group.random)
                .seal(EPOCH, shred, Opener.context(header, EPOCH), new EntryText(header.encode(), forged.encodeBody()));
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE entries SET leaf = ?, wrapped_key = ?, header = ?, body = ? WHERE seq = ?")) {
            update.setBytes(1, forged.leaf(sealed.ciphertextHash()).hash());
            update.setBytes(2, sealed.wrappedKey());
            update.setBytes(3, sealed.header());
            update.setBytes(4, sealed.body());
            update.setLong(5, index);
            assertThat(update.executeUpdate()).isOne();
        }
    }

    @Test
    void readTheSameAndEndAtTheSameMarkWithAndWithoutTrust() throws IOException {
        Mark mark = saved();
        assertThat(newest()).isEqualTo(mark);
        house.notes(7);

        List<String> verified = house.journal.scan("casebook", 0, house.keys).stream()
                .map(Group::words)
                .toList();
        Scan trusting = scan(Mark.NOTHING, newest());
        assertThat(trusting.stream().map(Group::words).toList())
                .isEqualTo(verified)
                .hasSize(ROWS + 7);
        assertThat(trusting.mark()).isEqualTo(verified());
        assertThat(read(mark, Mark.NOTHING)).isEqualTo(verified());
        assertThat(ignored).isEmpty();
    }

    @Test
    void spareTheSignaturesBelowThemAndNoneBeyond() {
        Mark mark = verified();
        house.notes(1);
        house.group.roster.clear();

        Scan trusting = scan(Mark.NOTHING, mark);
        List<Read> read = new ArrayList<>();
        assertThatExceptionOfType(FaultyRow.class)
                .isThrownBy(() -> trusting.forEach(read::add))
                .satisfies(refused -> assertThat(refused.fault().index()).isEqualTo(ROWS));
        assertThat(read).hasSizeGreaterThanOrEqualTo(256);
    }

    @Test
    void findAForgedEntryThatWasGivenItsLeaf() throws SQLException {
        Mark mark = verified();
        forge(5);

        assertThatExceptionOfType(BrokenMark.class).isThrownBy(() -> read(Mark.NOTHING, mark));
        assertThatExceptionOfType(FaultyRow.class).isThrownBy(this::verified).withMessageContaining("signature");
    }

    @Test
    void findAForgedEntryUnderTheLeafThatWasThere() throws SQLException {
        Mark mark = verified();
        house.behindItsBack("CREATE TABLE before AS SELECT * FROM entries WHERE seq = 5");
        forge(5);
        house.behindItsBack("UPDATE entries SET leaf = (SELECT leaf FROM before) WHERE seq = 5");

        assertThatExceptionOfType(BrokenMark.class).isThrownBy(() -> read(Mark.NOTHING, mark));
    }

    @Test
    void leaveAForgedEntryBeyondThemToItsSignature() throws SQLException {
        Mark mark = verified();
        house.notes(2);
        forge(ROWS + 1);
        house.sign();

        assertThatExceptionOfType(FaultyRow.class)
                .isThrownBy(() -> read(Mark.NOTHING, mark))
                .satisfies(refused -> assertThat(refused.fault().index()).isEqualTo(ROWS + 1));
    }

    @Test
    void findEveryColumnThatWasAltered() throws SQLException {
        Mark mark = verified();
        for (String change : List.of(
                "leaf = zeroblob(32)",
                "header = zeroblob(540)",
                "body = zeroblob(length(body))",
                "wrapped_key = zeroblob(84)",
                "tag = zeroblob(8)",
                "epoch = 2")) {
            house.behindItsBack("CREATE TABLE before AS SELECT * FROM entries WHERE seq = 7");
            house.behindItsBack("UPDATE entries SET " + change + " WHERE seq = 7");
            assertThatExceptionOfType(JournalException.class)
                    .as(change)
                    .isThrownBy(() -> read(Mark.NOTHING, mark))
                    .isInstanceOfAny(BrokenMark.class, FaultyRow.class);
            house.behindItsBack("DELETE FROM entries WHERE seq = 7");
            house.behindItsBack("INSERT INTO entries SELECT * FROM before");
            house.behindItsBack("DROP TABLE before");
            assertThat(read(Mark.NOTHING, mark)).isEqualTo(mark);
        }
    }

    @Test
    void areNotTrustedOverRowsThatWereRolledBack() throws IOException {
        byte[] before = house.copyOfTheRows();
        house.notes(4);
        Mark mark = saved();
        house.rollBackTo(before);

        assertThat(newest()).isEqualTo(Mark.NOTHING);
        assertThat(ignored).singleElement().asString().contains("other rows");
        assertThatExceptionOfType(BrokenMark.class).isThrownBy(() -> scan(Mark.NOTHING, mark));
    }

    @Test
    void countOnlyUnderTheNewestEpoch() throws IOException {
        saved();
        Keyring later = house.group.keys(Map.of("casebook", List.of(EPOCH, Group.epoch("casebook", 2))));

        assertThat(marks.newest("casebook", later, house.log, ignored::add)).isEqualTo(Mark.NOTHING);
    }

    @Test
    void outliveAnErasureAndRememberWhatWasNeverVerified() throws IOException, SQLException {
        Mark mark = saved();
        Id source = house.group.source;
        ShredKey key = house.group.shredKeys.get(source);
        forge(3);
        house.group.shredKeys.remove(source);
        Mark erased = verified();
        assertThat(erased.unsigned()).hasSize(ROWS);
        house.group.shredKeys.put(source, key);

        assertThatExceptionOfType(FaultyRow.class)
                .isThrownBy(() -> read(Mark.NOTHING, erased))
                .withMessageContaining("signature");
        assertThatExceptionOfType(BrokenMark.class).isThrownBy(() -> read(Mark.NOTHING, mark));
    }

    @Test
    void areNotMadeOfAPartOrOfFaultyRows() throws SQLException {
        Scan unread = scan(Mark.NOTHING, Mark.NOTHING);
        assertThatExceptionOfType(JournalException.class).isThrownBy(unread::mark);
        Scan part = house.journal.scan("casebook", ROWS - 1, house.keys);
        part.forEach(read -> {});
        assertThatExceptionOfType(JournalException.class).isThrownBy(part::mark);
        forge(ROWS - 1);
        Scan faulty = house.journal.scan("casebook", 0, house.keys, fault -> {});
        faulty.forEach(read -> {});
        assertThatExceptionOfType(JournalException.class).isThrownBy(faulty::mark);
    }

    @Test
    void holdAfterAnErasure() throws IOException {
        Mark mark = saved();
        house.group.shredKeys.clear();
        house.snapshots.deleteAllThen(() -> {});

        assertThat(newest()).isEqualTo(mark);
        assertThat(read(Mark.NOTHING, mark)).isEqualTo(mark);
    }
}
