// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FsckTest {
    /** The first byte of such a page, "Database File Format", section 1.6. */
    private static final byte TABLE_LEAF = 0x0d;

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder);
        house.notes(300);
        house.append(List.of(house.group.note("names", "one"), house.group.note("casebook", "two")));
        house.sign();
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<String> findings() {
        return house.fsck().stream().map(Finding::toString).toList();
    }

    @Test
    void findsNothingInAHealthyHouseAlsoWhereTheLogIsBehind() throws IOException {
        Blob blob = house.blobs.store(new ByteArrayInputStream(new byte[10]));
        house.notes(400);

        assertThat(house.fsckWithoutKeys()).isEmpty();
        assertThat(house.fsck(Optional.of(List.of(blob)))).isEmpty();
        Fsck.Keys some = new Fsck.Keys(house.keys, house.group.surroundings().signers(), Set.of("names"), false);
        Fsck.Report report = Fsck.check(
                house.journal, house.folder, new Fsck.Knowledge(Optional.empty(), Optional.of(some), Optional.empty()));
        assertThat(report.counts()).isEqualTo(new Fsck.Counts(702, 1, 0, 701));
        assertThat(report.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tag", "leaf", "wrapped_key", "header", "body"})
    void namesTheRowInWhichOneByteOfAColumnWasChanged(String column) throws SQLException {
        for (long index : new long[] {0, 150, 301}) {
            byte[] bytes = column(column, index);
            bytes[bytes.length - 1] ^= 1;
            house.behindItsBack("UPDATE entries SET " + column + " = x'"
                    + HexFormat.of().formatHex(bytes) + "' WHERE seq = " + index);
        }
        assertThat(house.fsck())
                .filteredOn(finding -> finding.part() == Finding.Part.ROWS)
                .extracting(Finding::where)
                .containsExactly("row 0", "row 150", "row 301");
    }

    private byte[] column(String column, long index) {
        StoredRow row = house.journal.row(index).orElseThrow();
        return switch (column) {
            case "tag" -> row.tag();
            case "leaf" -> row.leaf();
            case "wrapped_key" -> row.wrappedKey();
            case "header" -> row.header();
            default -> row.body();
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entries SET epoch = 2 WHERE seq = 150",
                "UPDATE entries SET epoch = 0 WHERE seq = 150",
                "UPDATE entries SET seq = seq + 4611686018427387904 WHERE seq = 150",
                "UPDATE entries SET seq = -1 WHERE seq = 150",
                "DELETE FROM entries WHERE seq = 150",
                "UPDATE entries SET seq = 1000 WHERE seq = 301",
                "UPDATE entries SET header = (SELECT header FROM entries WHERE seq = 151) WHERE seq = 150",
                "UPDATE entries SET body = (SELECT body FROM entries WHERE seq = 151) WHERE seq = 150",
                "UPDATE entries SET body = zeroblob(255) WHERE seq = 150",
            })
    void findsRowsAlteredMovedExchangedOrGone(String sql) throws SQLException {
        house.behindItsBack(sql);
        house.reopen();
        assertThat(findings()).anyMatch(finding -> finding.matches("row (-1|150|151|301|1000).*"));
    }

    /** SQLite hands out the rows of a page in the order that the page states, right or not. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void comesToAnEndWhereAPageOfTheDatabaseStatesItsRowsOutOfOrder() throws IOException {
        byte[] rows = house.copyOfTheRows();
        ByteBuffer file = ByteBuffer.wrap(rows);
        int pageSize = file.getShort(16) & 0xffff;
        int leafPages = 0;
        for (int page = pageSize; page < rows.length; page += pageSize) {
            int cells = file.get(page) == TABLE_LEAF ? file.getShort(page + 3) : 0;
            if (cells >= 3) {
                int last = page + 8 + 2 * (cells - 1);
                short first = file.getShort(page + 8);
                file.putShort(page + 8, file.getShort(last));
                file.putShort(last, first);
                leafPages++;
            }
        }
        assertThat(leafPages).isGreaterThan(3);
        house.rollBackTo(rows);

        assertThat(house.fsck()).anyMatch(finding -> finding.what().contains("the store is damaged"));
        assertThatThrownBy(() ->
                        house.journal.scan("casebook", 0, house.keys).stream().count())
                .isInstanceOf(JournalException.class);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aScanComesToAnEndWhereTheLastRowIsQuintillionsAway() throws SQLException {
        house.behindItsBack("UPDATE entries SET seq = seq + 4611686018427387904 WHERE seq = 301");
        house.reopen();
        assertThatThrownBy(() ->
                        house.journal.scan("casebook", 0, house.keys).stream().count())
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("are missing");
    }

    @Test
    void seesWithoutKeysThatRowsAreNotThoseOfTheLog() throws SQLException {
        house.behindItsBack("UPDATE entries SET leaf = zeroblob(32) WHERE seq = 150");
        assertThat(house.fsckWithoutKeys())
                .extracting(Finding::toString)
                .contains(
                        "log/checkpoint: the first 302 rows do not give its root: rows were altered",
                        "log/tile/entries/000: it is not what the rows give");
        assertThat(house.fsckWithoutKeys()).noneMatch(Finding::repairable);
    }

    @Test
    void seesWithoutKeysThatTheLastRowsWereCutOff() throws SQLException {
        house.behindItsBack("DELETE FROM entries WHERE seq > 298");
        house.reopen();
        assertThat(house.fsckWithoutKeys())
                .extracting(Finding::toString)
                .contains("log/checkpoint: it covers 302 rows, there are 299");
    }

    @Test
    void callsTilesRepairableWhenTheRowsHoldTheCheckpoint() throws IOException {
        Files.delete(folder.resolve("log/tile/0/000"));
        Files.write(folder.resolve("log/tile/entries/001.p/46"), new byte[46 * 34]);
        Files.write(folder.resolve("log/tile/stray"), new byte[1]);

        assertThat(house.fsckWithoutKeys())
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "log/tile/0/000: it is missing (repairable)",
                        "log/tile/entries/001.p/46: it is not what the rows give (repairable)",
                        "log/tile/stray: it is no tile");
    }

    @Test
    void refusesACheckpointThatTheLogDidNotSign() throws IOException {
        Path checkpoint = folder.resolve("log/checkpoint");
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length - 20] ^= 4;
        Files.write(checkpoint, bytes);
        assertThat(findings()).singleElement().asString().startsWith("log/checkpoint: ");
        Files.writeString(checkpoint, "hello\n");
        assertThat(house.fsckWithoutKeys()).singleElement().asString().startsWith("log/checkpoint: not a checkpoint");
    }

    @Test
    void namesBlobsMissingOrphanedUnfinishedOrForeign() throws IOException {
        Blob kept = house.blobs.store(new ByteArrayInputStream(new byte[10]));
        Blob orphan = house.blobs.store(new ByteArrayInputStream(new byte[10]));
        Blob lost = house.blobs.store(new ByteArrayInputStream(new byte[10]));
        Path blobs = folder.resolve("blobs");
        Files.delete(blobs.resolve(lost.name() + ".age"));
        Files.writeString(blobs.resolve(house.group.source + ".age.new"), "half");
        Files.writeString(blobs.resolve("readme.txt"), "x");
        Files.writeString(blobs.resolve(house.group.source + ".age"), "not age");

        assertThat(house.fsck(Optional.of(List.of(kept, lost))))
                .extracting(Finding::toString)
                .containsExactlyInAnyOrder(
                        "blobs/" + orphan.name() + ".age: no entry names it; it may be deleted (repairable)",
                        "blobs/" + lost.name() + ".age: an entry names it, and it is missing",
                        "blobs/" + house.group.source
                                + ".age.new: its writer did not finish; it may be deleted (repairable)",
                        "blobs/" + house.group.source + ".age: it is no age file",
                        "blobs/readme.txt: it is no blob");
    }
}
