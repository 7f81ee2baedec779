// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Id;
import org.lapwing.tlog.TileDirectory;

/** The journal's order is that of its rows: a clock that jumps back changes what entries say of their time, nothing else. */
class ClockBackTest {
    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Group.TIME);
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "P1D", "P365D"})
    void appendsJudgesAndSignsAsBefore(Duration jump) {
        Group group = new Group();
        Keyring keys = group.keys("casebook");
        Id subject = group.source;
        Surroundings around =
                new Surroundings(clock, group.random, group.surroundings().signers());
        JournalFolder house = new JournalFolder(folder);
        try (Journal journal = Journal.open(house.sqlite(), around)) {
            JournalLog log = new JournalLog(new TileDirectory(house.log()), journal.leaves());
            append(group, journal, "before", Basis.NOTHING, subject);
            assertThat(log.sign(AppendingProcess.LOG_KEY, clock)).isInstanceOf(JournalLog.Signing.Signed.class);

            now.set(Group.TIME.minus(jump));
            append(group, journal, "after", new Basis(0, List.of(subject)), subject);
            assertThat(journal.append(
                            group.wren,
                            List.of(group.note("casebook", "stale", subject)),
                            new Basis(0, List.of(subject)),
                            keys))
                    .as("later is what has a later index, whatever its time")
                    .isInstanceOf(Outcome.Stale.class);
            assertThat(log.sign(AppendingProcess.LOG_KEY, clock)).isInstanceOf(JournalLog.Signing.Signed.class);

            assertThat(journal.scan("casebook", 0, keys))
                    .extracting(Group::words)
                    .containsExactly("before", "after");
            Fsck.Keys all = new Fsck.Keys(keys, around.signers(), Set.of("casebook"), true);
            assertThat(Fsck.check(
                                    journal,
                                    house,
                                    new Fsck.Knowledge(
                                            Optional.of(AppendingProcess.LOG_KEY.verifier()),
                                            Optional.of(all),
                                            Optional.empty()))
                            .findings())
                    .isEmpty();
        }
    }

    private static void append(Group group, Journal journal, String words, Basis basis, Id subject) {
        assertThat(journal.append(
                        group.wren, List.of(group.note("casebook", words, subject)), basis, group.keys("casebook")))
                .isInstanceOf(Outcome.Appended.class);
    }
}
