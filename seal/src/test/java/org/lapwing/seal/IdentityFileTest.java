// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityFileTest {

    private final Group group = new Group();
    private final byte[] recordId = Fixed.bytes(16, 6);
    private final byte[] text = "Teal Marrow, radio channel 7".getBytes(StandardCharsets.UTF_8);
    private final IdentityFile file = seal(text);

    private IdentityFile seal(byte[] content) {
        return IdentityFile.seal(recordId, content, group.first().custodians(), group.random);
    }

    @Test
    void anyTwoCustodiansOpenIt() {
        for (int[] two : new int[][] {{0, 1}, {0, 2}, {1, 2}, {2, 1}}) {
            assertThat(IdentityFileOpener.open(IdentityFile.parse(file.bytes()), group, two))
                    .isEqualTo(text);
        }
    }

    @Test
    void oneCustodianAloneDoesNot() {
        assertThatThrownBy(() -> IdentityFileOpener.open(file, group, 1))
                .isInstanceOf(SealException.class)
                .hasMessage("needs 2 shares, was given 1");
        assertThatThrownBy(() -> IdentityFileOpener.open(file, group, 1, 1)).hasMessageContaining("given twice");
    }

    @Test
    void hasOneSizeWhateverItHolds() {
        assertThat(file.bytes()).hasSize(IdentityFile.BYTES);
        assertThat(seal(new byte[0]).bytes()).hasSize(IdentityFile.BYTES);
        IdentityFile full = seal(Fixed.bytes(IdentityFile.TEXT_BYTES, 1));
        assertThat(full.bytes()).hasSize(IdentityFile.BYTES);
        assertThat(IdentityFileOpener.open(full, group, 0, 2)).hasSize(4094);
        assertThat(IdentityFileOpener.open(seal(new byte[0]), group, 0, 2)).isEmpty();
        assertThatThrownBy(() -> seal(new byte[4095])).hasMessage("name and contact take at most 4094 bytes, not 4095");
    }

    @Test
    void refusesEveryChangedByteBeforeTheBodyAndEveryChangeOfTheBody() {
        byte[] bytes = file.bytes();
        for (int at = 0; at < bytes.length; at += at < 200 ? 1 : 7) {
            byte[] changed = Fixed.flipped(bytes, at);
            assertThatThrownBy(() -> IdentityFileOpener.open(IdentityFile.parse(changed), group, 0, 1))
                    .as("byte %d", at)
                    .isInstanceOf(SealException.class);
        }
    }

    @Test
    void refusesTruncations() {
        byte[] bytes = file.bytes();
        for (int length : new int[] {0, 1, 16, 33, 4000, bytes.length - 1, bytes.length + 1}) {
            assertThatThrownBy(() -> IdentityFile.parse(Arrays.copyOf(bytes, length)))
                    .isInstanceOf(SealException.class);
        }
    }

    @Test
    void refusesAnotherRecordsShare() {
        IdentityFile other =
                IdentityFile.seal(Fixed.bytes(16, 7), text, group.first().custodians(), group.random);
        Share foreign = other.openShare(Group.custodianId(1), group.custodianKeys.get(1));
        Share own = file.openShare(Group.custodianId(0), group.custodianKeys.get(0));
        assertThatThrownBy(() -> file.openBody(List.of(own, foreign))).hasMessageContaining("its commitment differs");
    }

    @Test
    void opensAShareToItsCustodianOnly() {
        assertThatThrownBy(() -> file.openShare(Group.custodianId(0), group.custodianKeys.get(1)))
                .isInstanceOf(SealException.class);
        assertThatThrownBy(() -> file.openShare(Group.custodianId(9), group.custodianKeys.get(1)))
                .hasMessage("this identity file has no share for this custodian");
    }

    @Test
    void refusesTwoCustodians() {
        assertThatThrownBy(() -> IdentityFile.seal(
                        recordId, text, group.first().custodians().subList(0, 2), group.random))
                .hasMessage("an identity is sealed to 3 custodians; the roster has 2");
    }
}
