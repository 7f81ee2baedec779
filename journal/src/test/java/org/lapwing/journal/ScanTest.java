// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.Draft;

/** What is read ahead on all cores comes as if it were read one by one. */
class ScanTest {
    private static final int ROWS = 1500;

    @TempDir
    Path folder;

    private House house;

    @BeforeEach
    void write() {
        house = new House(folder);
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            drafts.add(house.group.note(i % 3 == 1 ? "names" : "casebook", "words " + i));
        }
        for (int at = 0; at < ROWS; at += 500) {
            house.append(drafts.subList(at, at + 500));
        }
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Scan scan() {
        return house.journal.scan("casebook", 0, house.keys);
    }

    private static List<Long> indices(long until) {
        return LongStream.range(0, until).filter(i -> i % 3 != 1).boxed().toList();
    }

    @Test
    void entriesComeInTheirOrderWhoeverOpenedThem() {
        List<Long> indices = new ArrayList<>();
        for (Read read : scan()) {
            indices.add(read.index());
            assertThat(Group.words(read)).isEqualTo("words " + read.index());
        }
        assertThat(indices).isEqualTo(indices(ROWS));
        assertThat(scan().each(Read::index)).containsExactlyElementsOf(indices(ROWS));
        assertThat(house.journal.scan("names", 700, house.keys).each(Read::index))
                .containsExactlyElementsOf(LongStream.range(700, ROWS)
                        .filter(i -> i % 3 == 1)
                        .boxed()
                        .toList());
    }

    @Test
    void aFlippedByteInTheMiddleOfAPieceIsNamedAfterAllBeforeItAndNothingBehind() throws SQLException {
        house.behindItsBack("UPDATE entries SET body = zeroblob(length(body)) WHERE seq = 702");
        for (boolean made : new boolean[] {false, true}) {
            List<Long> indices = new ArrayList<>();
            Scan scan = scan();
            assertThatExceptionOfType(FaultyRow.class)
                    .isThrownBy(() -> {
                        if (made) {
                            scan.each(Read::index).forEach(indices::add);
                        } else {
                            scan.forEach(read -> indices.add(read.index()));
                        }
                    })
                    .satisfies(refused -> assertThat(refused.fault())
                            .isEqualTo(new Fault(
                                    702, "its body does not open, though its header does and its shred key is there")));
            assertThat(indices).isEqualTo(indices(702));
            assertThatExceptionOfType(JournalException.class).isThrownBy(scan::mark);
        }
    }

    @Test
    void aLeafThatIsAnothersIsNamed() throws SQLException {
        house.behindItsBack("UPDATE entries SET leaf = (SELECT leaf FROM entries WHERE seq = 0) WHERE seq = 903");
        List<Fault> faults = new ArrayList<>();
        assertThat(house.journal.scan("casebook", 0, house.keys, faults::add).each(Read::index))
                .hasSize(indices(ROWS).size() - 1);
        assertThat(faults).containsExactly(new Fault(903, "its leaf is not that of its content"));
    }

    @Test
    void rowsThatAreMissingAreNamedAfterThoseBefore() throws SQLException {
        house.behindItsBack("DELETE FROM entries WHERE seq >= 512 AND seq < 1024");
        List<Long> indices = new ArrayList<>();
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> scan().each(Read::index).forEach(indices::add))
                .withMessageContaining("rows 512 to")
                .withMessageContaining("are missing");
        assertThat(indices).isEqualTo(indices(512));
    }

    @Test
    void whatIsThrownInTheMakingComesAtTheEntrysPlace() {
        List<Long> indices = new ArrayList<>();
        Iterable<Long> each = scan().each(read -> {
            if (read.index() == 801) {
                throw new IllegalStateException("not this one");
            }
            return read.index();
        });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> each.forEach(indices::add))
                .withMessage("not this one");
        assertThat(indices).isEqualTo(indices(801));
    }

    @Test
    void whatIsThrownInMakingTheLastEntryLeavesNoMark() {
        Scan whole = house.journal.scan("casebook", Mark.NOTHING, Mark.NOTHING, house.keys);
        Iterable<Long> each = whole.each(read -> {
            if (read.index() == ROWS - 1) {
                throw new IllegalStateException("not the last one");
            }
            return read.index();
        });
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> each.forEach(index -> {}));
        assertThatExceptionOfType(JournalException.class).isThrownBy(whole::mark);
    }

    @Test
    void anInterruptedScanLeavesNobodyWorking() {
        AtomicInteger working = new AtomicInteger();
        AtomicInteger worked = new AtomicInteger();
        Scan scan = scan();
        Iterator<Long> entries = scan.<Long>each(read -> {
                    working.incrementAndGet();
                    worked.incrementAndGet();
                    long index = read.index();
                    working.decrementAndGet();
                    return index;
                })
                .iterator();
        assertThat(entries.next()).isZero();
        scan.close();

        assertThat(working).hasValue(0);
        int atTheEnd = worked.get();
        assertThat(ForkJoinPool.commonPool().awaitQuiescence(10, TimeUnit.SECONDS))
                .isTrue();
        assertThat(worked).hasValue(atTheEnd);
        assertThat(entries.hasNext()).isFalse();
        assertThatExceptionOfType(JournalException.class).isThrownBy(scan::mark);
        assertThatExceptionOfType(JournalException.class).isThrownBy(scan::iterator);
    }

    @Test
    void aThreadThatIsInterruptedReadsOnAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThat(scan().each(Read::index)).containsExactlyElementsOf(indices(ROWS));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void readsNothingMoreOnceTheJournalIsClosed() {
        Iterator<Read> entries = scan().iterator();
        assertThat(entries.next().index()).isZero();
        house.journal.close();
        assertThatExceptionOfType(JournalException.class).isThrownBy(() -> entries.forEachRemaining(read -> {}));
    }
}
