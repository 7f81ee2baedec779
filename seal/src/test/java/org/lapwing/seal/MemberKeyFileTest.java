// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class MemberKeyFileTest {

    private static final Argon2Cost SMALL = new Argon2Cost(8 * 1024, 1, 1);

    private final SecureRandom random = new Fixed.Counting(5);
    private final KeyFileOpener opener = new KeyFileOpener(SMALL, random);
    private final MemberKeys keys = MemberKeys.generate(random);
    private final Passphrase passphrase = Passphrase.generate(WordList.ENGLISH, random);
    private final MemberKeyFile file = opener.create(keys, passphrase);

    @Test
    void opensWithItsPassphraseAfterAJourneyThroughBytes() {
        MemberKeyFile read = MemberKeyFile.parse(file.bytes());
        assertThat(opener.open(read, passphrase)).isInstanceOfSatisfying(KeyFileOpening.Opened.class, opened -> {
            assertThat(opened.slot()).isEqualTo(Slot.ORDINARY);
            assertThat(opened.keys().encoded()).isEqualTo(keys.encoded());
        });
    }

    @Test
    void opensHoweverTheSevenWordsAreTyped() {
        String typed = " " + passphrase.revealWords().toUpperCase(Locale.ROOT).replace(" ", ",\n");
        assertThat(opener.open(file, Passphrase.typed(typed))).isInstanceOf(KeyFileOpening.Opened.class);
        String cutShort = passphrase.revealWords().replaceAll("(\\p{L}{4})\\p{L}*", "$1");
        assertThat(opener.open(file, Passphrase.typed(cutShort))).isInstanceOf(KeyFileOpening.Opened.class);
    }

    @Test
    void refusesAnotherPassphraseAsAValue() {
        Passphrase other = Passphrase.generate(WordList.ENGLISH, random);
        assertThat(opener.open(file, other)).isEqualTo(new KeyFileOpening.WrongPassphrase());
    }

    @Test
    void theDuressPassphraseOpensTheOtherSlotAndTheSizeStays() {
        Passphrase duress = Passphrase.generate(WordList.RUSSIAN, random);
        MemberKeys duressKeys = MemberKeys.generate(random);
        assertThat(opener.open(file, duress)).isEqualTo(new KeyFileOpening.WrongPassphrase());

        MemberKeyFile both = opener.setDuress(file, passphrase, duress, duressKeys);

        assertThat(both.bytes()).hasSameSizeAs(file.bytes()).hasSize(MemberKeyFile.BYTES);
        assertThat(opener.open(both, duress)).isInstanceOfSatisfying(KeyFileOpening.Opened.class, opened -> {
            assertThat(opened.slot()).isEqualTo(Slot.DURESS);
            assertThat(opened.keys().encoded()).isEqualTo(duressKeys.encoded());
        });
        assertThat(opener.open(both, passphrase)).isInstanceOfSatisfying(KeyFileOpening.Opened.class, opened -> {
            assertThat(opened.slot()).isEqualTo(Slot.ORDINARY);
            assertThat(opened.keys().encoded()).isEqualTo(keys.encoded());
        });
    }

    @Test
    void setsNoDuressPassphraseWithoutTheOrdinaryOne() {
        Passphrase other = Passphrase.generate(WordList.ENGLISH, random);
        assertThatThrownBy(() -> opener.setDuress(file, other, passphrase, keys))
                .hasMessage("this passphrase does not open the ordinary slot; nothing was changed");
        assertThatThrownBy(() -> opener.setDuress(file, passphrase, passphrase, keys))
                .hasMessage("the duress passphrase must differ from the ordinary one");
    }

    @Test
    void theOrdinaryPassphraseNoticesEveryChangedByteOfBothSlots() {
        byte[] bytes = file.bytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = Fixed.flipped(bytes, at);
            assertThat(opens(changed)).as("byte %d", at).isFalse();
        }
    }

    @Test
    void refusesEveryTruncationAndAnAppendedByte() {
        byte[] bytes = file.bytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> MemberKeyFile.parse(cut)).isInstanceOf(SealException.class);
        }
        assertThatThrownBy(() -> MemberKeyFile.parse(Arrays.copyOf(bytes, bytes.length + 1)))
                .isInstanceOf(SealException.class);
    }

    @Test
    void refusesAStatedCostBeforeTakingTheMemory() {
        for (int memoryKiB : new int[] {0, -1, 8 * 1024 - 1, 1024 * 1024 + 1, Integer.MAX_VALUE}) {
            byte[] bytes = file.bytes();
            ByteBuffer.wrap(bytes).putInt(16, memoryKiB);
            assertThatThrownBy(() -> MemberKeyFile.parse(bytes))
                    .isInstanceOf(SealException.class)
                    .hasMessageContaining("8 MiB to 1 GiB");
        }
    }

    @Test
    void statesItsDefaultCost() {
        assertThat(Argon2Cost.DEFAULT).isEqualTo(new Argon2Cost(262_144, 3, 1));
    }

    /** Correctness only: that derivations do not overlap is the lock's. */
    @Test
    void derivesForManyThreadsAndEachGetsItsAnswer() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(4);
        for (int i = 0; i < 4; i++) {
            Thread.startVirtualThread(() -> {
                if (opener.open(file, passphrase) instanceof KeyFileOpening.Opened) {
                    opened.incrementAndGet();
                }
                done.countDown();
            });
        }
        done.await();
        assertThat(opened).hasValue(4);
    }

    private boolean opens(byte[] bytes) {
        try {
            return opener.open(MemberKeyFile.parse(bytes), passphrase) instanceof KeyFileOpening.Opened;
        } catch (SealException refused) {
            return false;
        }
    }
}
