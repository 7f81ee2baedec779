// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.entry.Id;
import org.lapwing.gate.Group;
import org.lapwing.pages.Tongue;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SignedRoster;
import org.lapwing.testing.SmallDisk;

/** A disk that is full or can only be read, and a clock that jumps back: nothing acknowledged goes, nothing half stays. */
class FullSpoolTest {
    private static final Instant NOW = Instant.parse("2026-11-22T21:22:23Z");
    private static final String LOCATOR = "0".repeat(32);

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final DayStamp days = new DayStamp(clock);
    private final Group group = new Group(days.today());
    private final List<HybridRecipient> to = List.of(group.intake.recipient());

    private boolean complete(Parcel parcel) throws IOException {
        Submission submission = new Submission(
                parcel.id(),
                Submission.Kind.REPORT,
                days.today(),
                Tongue.EN,
                false,
                "words",
                parcel.attachments(),
                Id.random(group.random),
                Receipt.generate(group.random));
        IdentityFile identity = IdentityFile.seal(
                submission.identity().bytes(),
                new byte[0],
                SignedRoster.parse(group.chain.getFirst()).roster().custodians(),
                group.random);
        return parcel.complete(to, submission, identity);
    }

    private Spool open(Path at) throws IOException {
        SpoolLimits limits = new SpoolLimits(1 << 20, 3, DiskRoom.REPORT_BYTES * 100, 2);
        return Spool.open(at, limits, days, group.random);
    }

    private static List<Id> ids(Spool spool) throws IOException {
        return spool.waiting(99).stream().map(Spool.Waiting::id).toList();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acknowledgesNoReportThatTheDiskDidNotTakeAndGoesOn(boolean full) throws Exception {
        try (SmallDisk disk = SmallDisk.mounted(8)) {
            Path at = disk.folder().resolve("spool");
            Spool spool = open(at);
            Parcel first = spool.begin();
            assertThat(first.add(to, "a.txt", "text/plain", new ByteArrayInputStream(new byte[10])))
                    .isInstanceOf(Added.Kept.class);
            assertThat(complete(first)).isTrue();
            Parcel second = spool.begin();
            if (full) {
                disk.fill(0);
            } else {
                disk.readOnly();
            }
            for (int i = 0; i < 3; i++) {
                assertThatIOException().isThrownBy(() -> complete(second));
                assertThat(ids(spool)).containsExactly(first.id());
            }
            if (full) {
                assertThat(second.add(to, "b.txt", "text/plain", new ByteArrayInputStream(new byte[10])))
                        .isEqualTo(new Added.Left(Added.Why.NO_ROOM_FOR_WORDS));
                disk.makeRoom();
            } else {
                disk.writable();
            }
            assertThat(complete(second)).isTrue();

            assertThat(ids(spool)).containsExactlyInAnyOrder(first.id(), second.id());
            assertThat(ids(open(at))).containsExactlyInAnyOrder(first.id(), second.id());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "P1D", "P365D"})
    void keepsReportsAndRepliesWhenTheClockJumpsBack(Duration jump) throws IOException {
        Spool spool = open(folder.resolve("spool"));
        Replies replies = Replies.open(folder.resolve("replies"), days);
        Parcel before = spool.begin();
        complete(before);
        replies.put(LOCATOR, new byte[Replies.BYTES]);

        now.set(NOW.minus(jump));
        Parcel after = spool.begin();
        assertThat(complete(after)).isTrue();
        spool.sweep();
        replies.sweep();

        assertThat(ids(spool)).containsExactlyInAnyOrder(before.id(), after.id());
        assertThat(ids(open(folder.resolve("spool")))).containsExactlyInAnyOrder(before.id(), after.id());
        assertThat(replies.delete(LOCATOR)).isTrue();
        assertThat(spool.remove(after.id().toString())).isTrue();
    }

    @Test
    void makesNoReportOfWhatWasLeftUnfinishedWhenTheClockJumpsBack() throws IOException {
        Spool spool = open(folder);
        Parcel left = spool.begin();
        left.add(to, "a.txt", "text/plain", new ByteArrayInputStream(new byte[10]));
        now.set(NOW.minus(Duration.ofDays(365)));
        spool.sweep();
        assertThat(ids(spool)).isEmpty();
        assertThat(ids(open(folder))).isEmpty();
    }
}
