// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.journal.JournalLog.Signing.RefusedToSign;
import org.lapwing.journal.JournalLog.Signing.Signed;
import org.lapwing.tlog.Checkpoint;
import org.lapwing.tlog.Frontier;
import org.lapwing.tlog.LogKey;
import org.lapwing.tlog.TlogException;

class JournalLogTest {
    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void open() {
        house = new House(folder);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void signsWhatTheRowsAreAcrossOpenings() {
        house.notes(300);
        assertThat(house.sign()).isInstanceOf(Signed.class);
        house.notes(5);
        assertThat(house.sign()).isInstanceOf(Signed.class);
        house.reopen();
        house.notes(300);

        assertThat(house.sign()).isInstanceOfSatisfying(Signed.class, signed -> {
            assertThat(signed.checkpoint().size()).isEqualTo(605);
            assertThat(signed.checkpoint().root())
                    .isEqualTo(Frontier.of(house.journal.leaves()).root());
        });
        assertThat(Checkpoint.verify(house.tiles.checkpoint().orElseThrow(), house.logKey.verifier())
                        .verified())
                .isTrue();
    }

    @Test
    void refusesToSignWhenARowOfTheLastCheckpointWasAltered() throws SQLException {
        house.notes(300);
        house.sign();
        byte[] before = house.tiles.checkpoint().orElseThrow();
        house.behindItsBack("UPDATE entries SET leaf = zeroblob(32) WHERE seq = 17");
        house.reopen();
        house.notes(1);

        assertThat(house.sign())
                .isInstanceOfSatisfying(
                        RefusedToSign.class,
                        refused -> assertThat(refused.reason())
                                .contains("rows are not those of the last checkpoint, over 300 rows"));
        assertThat(house.tiles.checkpoint().orElseThrow()).isEqualTo(before);
    }

    @Test
    void refusesToSignWhenRowsWereCutOff() throws SQLException {
        house.notes(10);
        house.sign();
        house.behindItsBack("DELETE FROM entries WHERE seq >= 8");
        house.reopen();

        assertThat(house.sign()).isInstanceOf(RefusedToSign.class);
    }

    @Test
    void refusesToSignWhenARowIsMissingWithin() throws SQLException {
        house.notes(10);
        house.behindItsBack("DELETE FROM entries WHERE seq = 3");
        house.reopen();

        assertThat(house.sign()).isInstanceOf(RefusedToSign.class);
    }

    @Test
    void refusesToContinueTheCheckpointOfAnotherLog() {
        house.notes(1);
        house.sign();
        LogKey other = new LogKey("log.morvel.example/other", new byte[32]);

        assertThat(house.log.sign(other, House.CLOCK)).isInstanceOf(RefusedToSign.class);
    }

    @Test
    void mendsTilesFromRowsAndOnlyFromTheRowsOfTheCheckpoint() throws IOException, SQLException {
        house.notes(300);
        house.sign();
        Path tile = folder.resolve("log/tile/0/000");
        byte[] whole = Files.readAllBytes(tile);
        Files.write(tile, new byte[whole.length]);

        assertThat(house.log.repair(house.logKey.verifier())).hasSize(1);
        assertThat(Files.readAllBytes(tile)).isEqualTo(whole);
        assertThat(house.fsck()).isEmpty();

        house.behindItsBack("UPDATE entries SET leaf = zeroblob(32) WHERE seq = 17");
        assertThatExceptionOfType(TlogException.class)
                .isThrownBy(() -> house.log.repair(house.logKey.verifier()))
                .withMessageContaining("leaves were altered");
        assertThat(Files.readAllBytes(tile)).isEqualTo(whole);
    }

    @Test
    void knowsTheRootAtEachEarlierSize() {
        house.notes(300);
        house.log.bringUp();
        house.notes(300);

        for (long size : new long[] {0, 1, 255, 256, 257, 300, 600}) {
            assertThat(house.log.rootAt(size))
                    .contains(Frontier.of(new FirstLeaves(house.journal.leaves(), size))
                            .root());
        }
        assertThat(house.log.rootAt(601)).isEmpty();
    }

    @Test
    void namesALostCheckpointAndSignsAnewWhereTheTilesVouchForTheRows() throws IOException {
        house.notes(300);
        house.sign();
        Files.delete(folder.resolve("log/checkpoint"));

        assertThat(house.fsck())
                .singleElement()
                .asString()
                .startsWith("log/checkpoint: it is missing")
                .endsWith("(repairable)");
        house.notes(5);
        assertThat(house.sign()).isInstanceOf(Signed.class);
        assertThat(house.fsck()).isEmpty();
    }

    @Test
    void signsNothingWhenTheCheckpointIsLostAndTheRowsAreNotThoseOfTheTiles() throws IOException, SQLException {
        house.notes(300);
        house.sign();
        Files.delete(folder.resolve("log/checkpoint"));
        house.behindItsBack("UPDATE entries SET leaf = zeroblob(32) WHERE seq = 299");
        house.reopen();
        assertThat(house.sign()).isInstanceOf(RefusedToSign.class);

        house.behindItsBack("DELETE FROM entries WHERE seq >= 290");
        house.reopen();
        assertThat(house.sign())
                .isInstanceOfSatisfying(
                        RefusedToSign.class,
                        refused -> assertThat(refused.reason()).contains("the checkpoint is lost"));
        assertThat(house.tiles.checkpoint()).isEmpty();
    }

    @Test
    void signsNothingOverRowsThatAreOlderThanTheCheckpoint() throws IOException {
        house.notes(300);
        house.sign();
        byte[] early = house.copyOfTheRows();
        house.notes(10);
        house.sign();
        byte[] checkpoint = house.tiles.checkpoint().orElseThrow();
        house.rollBackTo(early);

        for (int i = 0; i < 3; i++) {
            assertThat(house.sign())
                    .isInstanceOfSatisfying(
                            RefusedToSign.class,
                            refused -> assertThat(refused.reason()).contains("last checkpoint, over 310 rows"));
            assertThat(house.fsck()).extracting(Finding::where).contains("log/checkpoint");
            house.notes(10); // also when there are as many again, and more: they are others
        }
        assertThat(house.tiles.checkpoint()).hasValue(checkpoint);
    }

    @Test
    void rebuildsEveryTileThatIsMissing() throws IOException {
        house.notes(600);
        house.sign();
        for (String path : house.tiles.paths()) {
            Files.delete(folder.resolve("log").resolve(path));
            assertThat(house.fsckWithoutKeys())
                    .extracting(Finding::toString)
                    .containsExactly("log/" + path + ": it is missing (repairable)");
            house.reopen();
            assertThat(house.sign()).as(path).isInstanceOf(Signed.class);
            assertThat(house.fsckWithoutKeys()).isEmpty();
        }
    }

    @Test
    void mendsATileThatWasCutShortByACrash() throws IOException {
        house.notes(300);
        house.sign();
        house.notes(100);
        house.log.bringUp();
        Files.write(folder.resolve("log/tile/0/001.p/144"), new byte[0]);

        assertThat(house.sign()).isInstanceOf(Signed.class);
        assertThat(house.fsckWithoutKeys()).isEmpty();
    }
}
