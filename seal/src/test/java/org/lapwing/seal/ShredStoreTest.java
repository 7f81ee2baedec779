// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShredStoreTest {

    private final Fixed.Counting random = new Fixed.Counting(1);

    @TempDir
    private Path folder;

    private Path file;
    private ShredStore store;

    @BeforeEach
    void makeStore() {
        file = folder.resolve("shred.sealed");
        store = ShredStore.create(file, sealing(0));
    }

    private ShredStore.Sealing sealing(int day) {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z").plusSeconds(86_400L * day), ZoneOffset.UTC);
        return new ShredStore.Sealing(Fixed.bytes(32, 4), clock, random);
    }

    private ShredStore reopened() {
        return ShredStore.open(file, sealing(0));
    }

    @Test
    void keepsWhatItMade() {
        ShredKey one = store.create();
        List<ShredKey> more = store.create(3);
        assertThat(reopened().get(one.id())).contains(one);
        assertThat(reopened().get(more.get(2).id())).contains(more.get(2));
        assertThat(reopened().size()).isEqualTo(4);
        assertThat(reopened().get(new byte[16])).isEmpty();
    }

    @Test
    void erasesForGood() {
        ShredKey one = store.create();
        ShredKey two = store.create();
        store.erase(List.of(one.id()));
        assertThat(reopened().get(one.id())).isEmpty();
        assertThat(reopened().isErased(one.id())).isTrue();
        assertThat(reopened().get(two.id())).contains(two);
        assertThat(reopened().isErased(two.id())).isFalse();
    }

    @Test
    void anErasedSourcesEntriesDoNotOpenEvenFromARestoredBackup() {
        ShredKey gone = store.create();
        ShredKey kept = store.create();
        Path backup = store.backUp(folder.resolve("backups"));
        store.erase(List.of(gone.id()));

        ShredStore restored = ShredStore.restore(file, backup, List.of(), sealing(1));

        assertThat(restored.get(gone.id())).isEmpty();
        assertThat(restored.get(kept.id())).contains(kept);
        assertThat(reopened().get(gone.id())).isEmpty();
    }

    @Test
    void replaysTheJournalsErasuresWhenTheStoreItselfIsLost() throws IOException {
        ShredKey gone = store.create();
        Path backup = store.backUp(folder.resolve("backups"));
        store.erase(List.of(gone.id()));
        Files.write(file, new byte[] {1, 2, 3});

        assertThat(ShredStore.restore(file, backup, List.of(gone.id()), sealing(1))
                        .get(gone.id()))
                .isEmpty();
        Files.delete(file);
        assertThat(ShredStore.restore(file, backup, List.of(gone.id()), sealing(1))
                        .isErased(gone.id()))
                .isTrue();
    }

    @Test
    void keepsBackupsLessThanThirtyDays() throws IOException {
        Path backups = folder.resolve("backups");
        for (int day : new int[] {0, 1, 29, 30, 31}) {
            ShredStore.open(file, sealing(day)).backUp(backups);
        }
        Files.createFile(backups.resolve("notes.txt"));
        try (Stream<Path> left = Files.list(backups)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "shred-2026-12-21.sealed",
                            "shred-2026-12-22.sealed",
                            "shred-2026-12-23.sealed",
                            "notes.txt");
        }
    }

    @Test
    void refusesAnotherSecretEveryChangedByteAndTruncation() throws IOException {
        store.create();
        byte[] bytes = Files.readAllBytes(file);
        assertThatThrownBy(() -> ShredKeys.open(bytes, Fixed.bytes(32, 5))).isInstanceOf(SealException.class);
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = Fixed.flipped(bytes, at);
            byte[] cut = Arrays.copyOf(bytes, at);
            assertThatThrownBy(() -> ShredKeys.open(changed, Fixed.bytes(32, 4)))
                    .isInstanceOf(SealException.class);
            assertThatThrownBy(() -> ShredKeys.open(cut, Fixed.bytes(32, 4))).isInstanceOf(SealException.class);
        }
    }

    /** So that the same keys give the same text under the seal: as bytes without a sign. */
    @Test
    void idsStandInTheOrderOfTheirBytes() {
        List<byte[]> ids =
                List.of(Fixed.bytes(16, 0x01), Fixed.bytes(16, 0x7f), Fixed.bytes(16, 0x80), Fixed.bytes(16, 0xfe));
        assertThat(ShredKeys.NONE.without(ids.reversed()).erasedIds()).containsExactlyElementsOf(ids);
        assertThat(ShredKeys.NONE.without(ids).isErased(ids.getFirst())).isTrue();
        assertThat(ShredKeys.NONE.without(ids).isErased(new byte[3])).isFalse();
        assertThat(ShredKeys.NONE.without(ids).get(new byte[3])).isEmpty();
    }

    @Test
    void neverOverwritesAStore() {
        assertThatThrownBy(() -> ShredStore.create(file, sealing(0)))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("never overwritten");
    }

    @Test
    void leavesNoOtherFileAndIsReadableByItsOwnerOnly() throws IOException {
        store.create();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void survivesACrashThatLeftTheFileBesideHalfWritten() throws IOException {
        ShredKey one = store.create();
        Files.write(folder.resolve("shred.sealed.new"), new byte[] {1});
        assertThat(reopened().get(one.id())).contains(one);
        ShredKey two = reopened().create();
        assertThat(reopened().get(two.id())).contains(two);
    }

    @Test
    void itsSizeCountsNoSources() throws IOException {
        long empty = Files.size(file);
        store.create();
        assertThat(Files.size(file)).isEqualTo(empty);
    }
}
