// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.gate.Group;
import org.lapwing.gate.spool.Added.Why;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SignedRoster;
import org.lapwing.seal.SizeClass;

class SpoolTest {
    private static final DayStamp DAYS =
            new DayStamp(Clock.fixed(Instant.parse("2026-11-22T21:22:23Z"), ZoneOffset.UTC));
    private static final String PLANTED = "the lapwing flew over the planted field";

    @TempDir
    Path folder;

    private final Group group = new Group(DAYS.today());
    private final List<HybridRecipient> to = List.of(group.intake.recipient());
    private final Receipt receipt = Receipt.generate(group.random);
    private Spool spool;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.open(folder, SpoolLimits.defaults(), DAYS, group.random);
    }

    private Spool limited(long uploadBytes, long roomForFiles) throws IOException {
        var limits = new SpoolLimits(uploadBytes, 3, DiskRoom.REPORT_BYTES * 2 + roomForFiles, 2);
        return Spool.open(folder, limits, DAYS, group.random);
    }

    private Submission submission(Parcel parcel, Submission.Kind kind, String words) {
        return new Submission(
                parcel.id(),
                kind,
                DAYS.today(),
                Tongue.RU,
                true,
                words,
                parcel.attachments(),
                Id.random(group.random),
                receipt);
    }

    private boolean complete(Parcel parcel, String words) throws IOException {
        Submission submission = submission(parcel, Submission.Kind.REPORT, words);
        IdentityFile identity = IdentityFile.seal(
                submission.identity().bytes(),
                new byte[0],
                SignedRoster.parse(group.chain.getFirst()).roster().custodians(),
                group.random);
        return parcel.complete(to, submission, identity);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Test
    void aReportIsThereOnceItsReportFileIs() throws IOException {
        Parcel parcel = spool.begin();
        assertThat(parcel.add(to, "field.txt", "text/plain", bytes(PLANTED))).isInstanceOf(Added.Kept.class);
        assertThat(spool.waiting(9)).isEmpty();
        assertThat(complete(parcel, "слова")).isTrue();
        List<Spool.Waiting> waiting = spool.waiting(9);
        assertThat(waiting).hasSize(1);
        assertThat(waiting.getFirst().day()).isEqualTo(DAYS.today());
        assertThat(waiting.getFirst().files())
                .extracting(Spool.WaitingFile::name)
                .containsExactly("1.age", "identity", "report.age");
    }

    @Test
    void theDeskReadsBackWhatWasSentAndTheHashAndLengthOfEachFile() throws IOException {
        Parcel parcel = spool.begin();
        parcel.add(to, "field.txt", "text/plain", bytes(PLANTED));
        complete(parcel, "слова\n\u0001");
        byte[] sealed =
                Files.readAllBytes(folder.resolve(parcel.id().toString()).resolve("report.age"));
        byte[] padded = AgeFile.openBytes(List.of(group.intake), sealed);
        assertThat(padded).hasSize(SizeClass.SMALLEST_BYTES);
        Json.Tree report = CanonicalJson.parse(SizeClass.unpaddedText(padded)).tree();
        assertThat(report.get("words").text()).isEqualTo("слова\n\u0001");
        assertThat(report.get("id").text()).isEqualTo(parcel.id().toString());
        assertThat(report.get("locator").text()).isEqualTo(HexFormat.of().formatHex(receipt.locator()));
        Json.Tree file = report.get("attachments").items().getFirst().tree();
        assertThat(file.get("length").whole()).isEqualTo(PLANTED.length());
        byte[] attachment =
                Files.readAllBytes(folder.resolve(parcel.id().toString()).resolve("1.age"));
        assertThat(AgeFile.openBytes(List.of(group.intake), attachment))
                .hasSize(SizeClass.SMALLEST_BYTES)
                .startsWith(PLANTED.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAdditionIsProvenByItsReceipt() throws IOException {
        Submission addition = submission(spool.begin(), Submission.Kind.ADDITION, "more");
        Json.Tree json = CanonicalJson.parse(addition.json()).tree();
        var unproven = new TreeMap<>(json.values());
        byte[] proof = HexFormat.of().parseHex(unproven.remove("proof").text());
        byte[] content = CanonicalJson.encode(Json.tree(unproven));
        assertThat(Receipt.proves(receipt.revealProveKey(), content, proof)).isTrue();
        unproven.put("words", Json.of("less"));
        assertThat(Receipt.proves(receipt.revealProveKey(), CanonicalJson.encode(Json.tree(unproven)), proof))
                .isFalse();
        assertThat(json.has("mailbox") || json.has("prove") || json.has("locator"))
                .isFalse();
    }

    @Test
    void theLongestWordsAndMostFilesOfTheLongestNamesFitTheReportFile() {
        String name = new String(Character.toChars(0x1F426)).repeat(120);
        var attachments = Stream.iterate(1, i -> i <= Submission.MOST_FILES, i -> i + 1)
                .map(i -> new Attachment(i + ".age", name, "a".repeat(100), 500L << 20, "f".repeat(64), 1))
                .toList();
        String words = "ж".repeat(Submission.MOST_WORD_BYTES / 2);
        Parcel parcel = spool.begin();
        Submission longest = new Submission(
                parcel.id(),
                Submission.Kind.REPORT,
                DAYS.today(),
                Tongue.RU,
                false,
                words,
                attachments,
                Id.random(group.random),
                receipt);
        assertThat(Submission.wordBytes(words)).isEqualTo(Submission.MOST_WORD_BYTES);
        assertThat(longest.json().length).isBetween(60_000, SizeClass.SMALLEST_BYTES);
    }

    @Test
    void nothingTellsMoreThanTheDay() throws IOException {
        Parcel parcel = spool.begin();
        parcel.add(to, "a", "b", bytes("c"));
        complete(parcel, "words");
        for (Path file : files()) {
            assertThat(Files.getLastModifiedTime(file).toInstant()).isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
        }
        assertThat(Files.getLastModifiedTime(folder.resolve(parcel.id().toString()))
                        .toInstant())
                .isEqualTo(Instant.parse("2026-11-22T00:00:00Z"));
    }

    @Test
    void everyReportOfWordsHasTheSameSizes() throws IOException {
        complete(spool.begin(), "a");
        complete(spool.begin(), "б".repeat(15_000));
        assertThat(spool.waiting(9).stream().map(Spool.Waiting::files).distinct())
                .hasSize(1);
    }

    @Test
    void anUploadThatBreaksOffLosesOnlyItself() throws IOException {
        Parcel parcel = spool.begin();
        parcel.add(to, "first", "text/plain", bytes("whole"));
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(new byte[200_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line broke");
            }
        });
        assertThatThrownBy(() -> parcel.add(to, "second", "text/plain", broken)).isInstanceOf(IOException.class);
        assertThat(files()).extracting(Path::getFileName).map(Path::toString).containsExactly("1.age");
        assertThat(parcel.add(to, "third", "text/plain", bytes("whole"))).isInstanceOf(Added.Kept.class);
        assertThat(parcel.attachments()).extracting(Attachment::file).containsExactly("1.age", "3.age");
    }

    @Test
    void leavesNothingOfAFileThatIsTooLarge() throws IOException {
        Parcel parcel = limited(1_000_000, 100 << 20).begin();
        assertThat(parcel.add(to, "a", "b", new ByteArrayInputStream(new byte[600_000])))
                .isInstanceOf(Added.Kept.class);
        assertThat(parcel.add(to, "a", "b", new ByteArrayInputStream(new byte[600_000])))
                .isEqualTo(new Added.Left(Why.TOO_LARGE));
        assertThat(files()).hasSize(1);
    }

    @Test
    void filesWaitWhileWordsHaveRoom() throws IOException {
        Spool small = limited(100 << 20, 3 << 20);
        Parcel parcel = small.begin();
        assertThat(parcel.add(to, "a", "b", new ByteArrayInputStream(new byte[5 << 20])))
                .isEqualTo(new Added.Left(Why.NO_ROOM));
        assertThat(parcel.add(to, "a", "b", bytes("small"))).isInstanceOf(Added.Kept.class);
        assertThat(complete(parcel, "words")).isTrue();
        assertThat(complete(small.begin(), "words")).isTrue();
        for (int i = 0; i < 200; i++) {
            if (!complete(small.begin(), "words")) {
                assertThat(small.waiting(1000)).hasSizeGreaterThan(2);
                return; // even words end somewhere, and say so
            }
        }
        throw new AssertionError("the spool has no end");
    }

    @Test
    void collectedReportsGiveTheirRoomBack() throws IOException {
        Spool small = limited(100 << 20, 3 << 20);
        for (int i = 0; i < 20; i++) {
            Parcel parcel = small.begin();
            assertThat(parcel.add(to, "a", "b", new ByteArrayInputStream(new byte[1 << 20])))
                    .isInstanceOf(Added.Kept.class);
            complete(parcel, "words");
            assertThat(small.remove(parcel.id().toString())).isTrue();
            assertThat(small.remove(parcel.id().toString())).isFalse();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void whatWasNeverSentIsGoneAfterARestart() throws IOException {
        Parcel sent = spool.begin();
        complete(sent, "words");
        Parcel given = spool.begin();
        given.add(to, "a", "b", bytes("c"));
        Parcel discarded = spool.begin();
        discarded.add(to, "a", "b", bytes("c"));
        discarded.discard();
        assertThat(discarded.add(to, "a", "b", bytes("c"))).isEqualTo(new Added.Left(Why.ENDED));
        open();
        assertThat(spool.waiting(9)).extracting(Spool.Waiting::id).containsExactly(sent.id());
        assertThat(files()).hasSize(2);
    }

    @Test
    void handsOutNoFileOutsideAReport() throws IOException {
        Parcel parcel = spool.begin();
        complete(parcel, "words");
        String id = parcel.id().toString();
        assertThat(spool.file(id, "report.age")).isPresent();
        assertThat(spool.file(id, "../" + id + "/report.age")).isEmpty();
        assertThat(spool.file("..", "identity")).isEmpty();
        assertThat(spool.file(id, "report.age.part")).isEmpty();
    }
}
