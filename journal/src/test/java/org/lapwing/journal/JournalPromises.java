// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.seal.SigningKey;

/** What a journal promises, whatever database it lies in. */
abstract class JournalPromises {
    private static final Id HERON = Id.parse("aaaqeayeaudaocajbifqydiob4");
    private static final Id AVOCET = Id.parse("caireeyuculbogazdinryhi6d4");

    final Group group = new Group();
    final Keyring both = group.keys("casebook", "names");
    Journal journal;

    /** A place that holds nothing yet. */
    abstract JournalPlace place();

    /** A connection that goes past the journal. */
    abstract Connection behindItsBack() throws SQLException;

    @BeforeEach
    void open() {
        journal = Journal.open(place(), group.surroundings());
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private void reopen() {
        journal.close();
        journal = Journal.open(place(), group.surroundings());
    }

    private Outcome append(Basis basis, Draft... drafts) {
        return journal.append(group.wren, List.of(drafts), basis, both);
    }

    private static List<String> words(Scan scan) {
        return scan.stream().map(Group::words).toList();
    }

    @Test
    void keepsWhatWasAppendedAcrossOpenings() {
        Outcome outcome = append(Basis.NOTHING, group.note("casebook", "one"), group.note("names", "two"));
        append(Basis.NOTHING, group.note("casebook", "three"));
        reopen();

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Appended.class, appended -> {
            assertThat(appended.first()).isZero();
            assertThat(appended.entries()).hasSize(2);
        });
        assertThat(journal.size()).isEqualTo(3);
        assertThat(words(journal.scan("casebook", 0, both))).containsExactly("one", "three");
        assertThat(words(journal.scan("casebook", 1, both))).containsExactly("three");
        Read first = journal.scan("casebook", 0, both).iterator().next();
        Header header = first.header();
        assertThat(header.author()).isEqualTo(group.wren.member());
        assertThat(header.time()).isEqualTo(Group.TIME);
        assertThat(((Read.Live) first).opening().hash())
                .isEqualTo(journal.row(0).orElseThrow().leaf())
                .isEqualTo(journal.leaves().leaf(0));
    }

    @Test
    void refusesAStaleAppendAndWritesNothing() {
        append(Basis.NOTHING, group.note("casebook", "drawn", HERON));
        append(Basis.NOTHING, group.note("casebook", "meanwhile", AVOCET, HERON));

        Outcome stale = append(
                new Basis(0, List.of(HERON)), group.note("names", "first"), group.note("casebook", "second", HERON));

        assertThat(stale)
                .isInstanceOfSatisfying(
                        Outcome.Stale.class,
                        found -> assertThat(found.later())
                                .singleElement()
                                .satisfies(
                                        header -> assertThat(header.subjects()).contains(HERON, AVOCET)));
        assertThat(journal.size()).isEqualTo(2);
        assertThat(append(new Basis(1, List.of(HERON)), group.note("casebook", "after reading", HERON)))
                .isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void judgesStalenessOnlyInTheCompartmentsOfTheDrafts() {
        append(Basis.NOTHING, group.note("casebook", "drawn", HERON));
        append(Basis.NOTHING, group.note("names", "elsewhere", HERON));

        assertThat(append(new Basis(0, List.of(HERON)), group.note("casebook", "fresh", HERON)))
                .isInstanceOf(Outcome.Appended.class);
        assertThat(append(new Basis(0, List.of(HERON)), group.note("casebook", "x"), group.note("names", "y")))
                .isInstanceOf(Outcome.Stale.class);
    }

    @Test
    void letsExactlyOneOfManyWritersWithTheSameBasisThrough() throws Exception {
        append(Basis.NOTHING, group.note("casebook", "drawn", HERON));
        List<Outcome> outcomes =
                inThreads(16, i -> append(new Basis(0, List.of(HERON)), group.note("casebook", "mine " + i, HERON)));

        assertThat(outcomes).filteredOn(Outcome.Appended.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(15);
        assertThat(journal.size()).isEqualTo(2);
    }

    @Test
    void appendsOfEightThreadsAreAllThereAndDense() throws Exception {
        List<Outcome> outcomes = inThreads(8, thread -> {
            for (int i = 0; i < 25; i++) {
                append(Basis.NOTHING, group.note("casebook", thread + "/" + i), group.note("names", "x"));
            }
            return append(Basis.NOTHING, group.note("casebook", thread + "/last"));
        });

        assertThat(outcomes).allMatch(Outcome.Appended.class::isInstance);
        assertThat(journal.size()).isEqualTo(8 * 51);
        List<Long> indices =
                journal.scan("casebook", 0, both).stream().map(Read::index).toList();
        assertThat(indices).hasSize(8 * 26).isSorted().doesNotHaveDuplicates();
        assertThat(journal.leaves().range(0, 256)).hasSize(256);
        // drafts of one append stand side by side
        assertThat(words(journal.scan("names", 0, both))).hasSize(200);
    }

    private static List<Outcome> inThreads(int count, IndexedAppend append) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<Callable<Outcome>> tasks = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int number = i;
                tasks.add(() -> append.at(number));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : threads.invokeAll(tasks)) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private interface IndexedAppend {
        Outcome at(int number);
    }

    @Test
    void seesNothingWithoutTheKeyOfTheCompartmentOrWithAnother() {
        append(Basis.NOTHING, group.note("names", "one"));
        Keyring wrong = group.keys(
                Map.of("names", List.of(Group.epoch("names", 2)), "casebook", List.of(Group.epoch("casebook", 1))));

        assertThat(journal.scan("names", 0, group.keys("casebook"))).isEmpty();
        assertThat(journal.scan("names", 0, wrong)).isEmpty();
        assertThat(journal.scan("names", 0, both)).hasSize(1);
    }

    @Test
    void readsAllEpochsAndWritesUnderTheNewest() {
        append(Basis.NOTHING, group.note("names", "old"));
        Keyring rotated = group.keys(Map.of("names", List.of(Group.epoch("names", 1), Group.epoch("names", 2))));
        journal.append(group.siskin, List.of(group.note("names", "new")), Basis.NOTHING, rotated);

        assertThat(words(journal.scan("names", 0, rotated))).containsExactly("old", "new");
        assertThat(words(journal.scan("names", 0, both))).containsExactly("old");
        assertThat(journal.row(1).orElseThrow().epoch()).isEqualTo(2);
    }

    @Test
    void handsOutOnlyTheHeaderOnceTheShredKeyIsGone() {
        Id other = group.shredKey(7);
        append(Basis.NOTHING, group.note("casebook", "stays"));
        append(
                Basis.NOTHING,
                new Draft("NoteTaken", 1, "casebook", List.of(HERON), other, Fields.of(Map.of(0, Json.of("goes")))));
        group.shredKeys.remove(other);

        List<Read> reads = journal.scan("casebook", 0, both).stream().toList();
        assertThat(reads).hasSize(2);
        assertThat(reads.get(1))
                .isInstanceOfSatisfying(
                        Read.Erased.class,
                        erased -> assertThat(erased.header().subjects()).containsExactly(HERON));
        assertThat(append(Basis.NOTHING, new Draft("NoteTaken", 1, "casebook", List.of(), other, Fields.NONE)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void refusesWhatNoReaderCouldOpenOrBelieve() {
        Author forged = new Author(group.wren.member(), SigningKey.generate(group.random));
        Author unknown = new Author(HERON, SigningKey.generate(group.random));
        List<Draft> good = List.of(group.note("casebook", "x"));
        List<Draft> long_ = List.of(group.note("casebook", "y"), group.note("casebook", "x".repeat(1 << 20)));

        assertRefused(journal.append(forged, good, Basis.NOTHING, both), "signing key");
        assertRefused(journal.append(unknown, good, Basis.NOTHING, both), "signing key");
        assertRefused(journal.append(group.wren, List.of(), Basis.NOTHING, both), "1 to 1024 drafts");
        assertRefused(journal.append(group.wren, long_, Basis.NOTHING, both), "blob");
        assertRefused(append(Basis.NOTHING, group.note("moving", "x")), "no key for compartment moving");
        assertRefused(append(new Basis(5, List.of(HERON)), group.note("casebook", "x")), "journal ends at -1");
        assertThat(journal.size()).isZero();
    }

    private static void assertRefused(Outcome outcome, String reason) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }

    @Test
    void namesAnEntryWhoseAuthorOrSignatureIsNotTheRosters() {
        append(Basis.NOTHING, group.note("casebook", "zero"));
        append(Basis.NOTHING, group.note("casebook", "one"));
        journal.append(group.siskin, List.of(group.note("casebook", "two")), Basis.NOTHING, both);
        group.roster.put(group.wren.member(), SigningKey.generate(group.random).verifyKey());
        List<Fault> faults = new ArrayList<>();

        assertThat(words(journal.scan("casebook", 0, both, faults::add))).containsExactly("two");
        assertThat(faults)
                .containsExactly(
                        new Fault(0, "its signature is not its author's"),
                        new Fault(1, "its signature is not its author's"));
        assertThatExceptionOfType(FaultyRow.class)
                .isThrownBy(() -> words(journal.scan("casebook", 1, both)))
                .satisfies(thrown -> assertThat(thrown.fault().index()).isEqualTo(1));

        group.roster.remove(group.siskin.member());
        assertThatExceptionOfType(FaultyRow.class)
                .isThrownBy(() -> words(journal.scan("casebook", 2, both)))
                .withMessageContaining("row 2: its author is not in the roster");
    }

    @Test
    void namesARowInWhichOneBitWasChanged() throws SQLException {
        for (String column : List.of("leaf", "wrapped_key", "header", "body")) {
            append(Basis.NOTHING, group.note("casebook", column));
        }
        for (String column : List.of("leaf", "wrapped_key", "header", "body")) {
            long index = List.of("leaf", "wrapped_key", "header", "body").indexOf(column);
            flip(column, index);
        }
        List<Fault> faults = new ArrayList<>();

        assertThat(journal.scan("casebook", 0, both, faults::add)).isEmpty();
        assertThat(faults).extracting(Fault::index).containsExactly(0L, 1L, 2L, 3L);
    }

    private void flip(String column, long index) throws SQLException {
        try (Connection connection = behindItsBack()) {
            byte[] bytes;
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT " + column + " FROM entries WHERE seq = " + index)) {
                var result = select.executeQuery();
                result.next();
                bytes = result.getBytes(1);
            }
            bytes[bytes.length / 2] ^= 1;
            try (PreparedStatement update =
                    connection.prepareStatement("UPDATE entries SET " + column + " = ? WHERE seq = " + index)) {
                update.setBytes(1, bytes);
                update.executeUpdate();
            }
        }
    }

    @Test
    void opensOnlyOnce() {
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(place(), group.surroundings()))
                .withMessageContaining("open already");
        reopen();
        assertThat(append(Basis.NOTHING, group.note("casebook", "still works"))).isInstanceOf(Outcome.Appended.class);
    }

    @Test
    void refusesAJournalOfANewerFormat() throws SQLException {
        journal.close();
        try (Connection connection = behindItsBack();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE about SET format = 2");
        }
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> Journal.open(place(), group.surroundings()))
                .withMessageContaining("format 2");
        try (Connection connection = behindItsBack();
                var statement = connection.createStatement()) {
            statement.executeUpdate("UPDATE about SET format = 1");
        }
        journal = Journal.open(place(), group.surroundings());
    }

    @Test
    void appendsNothingOnceClosed() {
        journal.close();
        assertThatExceptionOfType(JournalException.class)
                .isThrownBy(() -> append(Basis.NOTHING, group.note("casebook", "late")))
                .withMessageContaining("closed");
    }

    @Test
    void keepsWordsOutOfItsRows() {
        append(Basis.NOTHING, group.note("casebook", "a planted word: quincewort"));
        StoredRow row = journal.row(0).orElseThrow();
        assertThat(Arrays.asList(row.header(), row.body(), row.leaf(), row.wrappedKey()))
                .noneMatch(bytes ->
                        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).contains("quincewort"));
    }
}
