// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntrySealTest {

    private final SecureRandom random = new Fixed.Counting(3);
    private final Epoch epoch = Epoch.of("casebook", 4, Fixed.bytes(32, 1));
    private final ShredKey shred = ShredKey.of(Fixed.bytes(16, 2), Fixed.bytes(32, 3));
    private final EntryContext context = new EntryContext(Fixed.bytes(16, 4), "ClaimCoded", 1, "casebook", 4);
    private final EntryText text = new EntryText(utf8("the header"), utf8("the body"));
    private final EntrySeal entries = new EntrySeal(random);
    private final SealedEntry sealed = entries.seal(epoch, shred, context, text);

    @Test
    void opensWhatItSealed() {
        assertThat(EntrySeal.openHeader(epoch, sealed.header())).isEqualTo(text.header());
        assertThat(EntrySeal.openBody(epoch, shred, context, sealed)).isEqualTo(text.body());
    }

    @Test
    void showsFixedSizesOnly() {
        assertThat(sealed.header()).hasSize(540);
        assertThat(sealed.wrappedKey()).hasSize(84);
        assertThat(sealed.body()).hasSize(256);
        SealedEntry empty = entries.seal(epoch, shred, context, new EntryText(new byte[0], new byte[0]));
        assertThat(empty.header()).hasSize(540);
        assertThat(empty.body()).hasSize(256);
    }

    @Test
    void refusesEveryChangedByteAndEveryTruncation() {
        for (int at = 0; at < sealed.header().length; at++) {
            byte[] changed = Fixed.flipped(sealed.header(), at);
            byte[] cut = Arrays.copyOf(sealed.header(), at);
            assertThatThrownBy(() -> EntrySeal.openHeader(epoch, changed)).isInstanceOf(SealException.class);
            assertThatThrownBy(() -> EntrySeal.openHeader(epoch, cut)).isInstanceOf(SealException.class);
        }
        for (int at = 0; at < sealed.body().length; at++) {
            refuses(new SealedEntry(sealed.wrappedKey(), sealed.header(), Fixed.flipped(sealed.body(), at)));
            refuses(new SealedEntry(sealed.wrappedKey(), sealed.header(), Arrays.copyOf(sealed.body(), at)));
        }
        for (int at = 0; at < sealed.wrappedKey().length; at++) {
            refuses(new SealedEntry(Fixed.flipped(sealed.wrappedKey(), at), sealed.header(), sealed.body()));
            refuses(new SealedEntry(Arrays.copyOf(sealed.wrappedKey(), at), sealed.header(), sealed.body()));
        }
        refuses(new SealedEntry(sealed.wrappedKey(), sealed.header(), Arrays.copyOf(sealed.body(), 288)));
    }

    private void refuses(SealedEntry changed) {
        assertThatThrownBy(() -> EntrySeal.openBody(epoch, shred, context, changed))
                .isInstanceOf(SealException.class);
    }

    @Test
    void opensUnderNoOtherKeys() {
        Epoch otherSecret = Epoch.of("casebook", 4, Fixed.bytes(32, 9));
        Epoch otherNumber = Epoch.of("casebook", 5, Fixed.bytes(32, 1));
        Epoch otherName = Epoch.of("names", 4, Fixed.bytes(32, 1));
        for (Epoch other : List.of(otherSecret, otherNumber, otherName)) {
            assertThatThrownBy(() -> EntrySeal.openHeader(other, sealed.header()))
                    .isInstanceOf(SealException.class);
            assertThatThrownBy(() -> EntrySeal.openBody(other, shred, context, sealed))
                    .isInstanceOf(SealException.class);
        }
        ShredKey otherShred = ShredKey.of(shred.id(), Fixed.bytes(32, 8));
        ShredKey renamed = ShredKey.of(Fixed.bytes(16, 8), Fixed.bytes(32, 3));
        for (ShredKey other : List.of(otherShred, renamed)) {
            assertThatThrownBy(() -> EntrySeal.openBody(epoch, other, context, sealed))
                    .isInstanceOf(SealException.class)
                    .hasMessageContaining("Maybe it is wrapped under another epoch, or its source was erased");
        }
    }

    @Test
    void opensAsNoOtherEntry() {
        List<EntryContext> others = List.of(
                new EntryContext(Fixed.bytes(16, 5), "ClaimCoded", 1, "casebook", 4),
                new EntryContext(Fixed.bytes(16, 4), "ClaimCodes", 1, "casebook", 4),
                new EntryContext(Fixed.bytes(16, 4), "ClaimCoded", 2, "casebook", 4),
                new EntryContext(Fixed.bytes(16, 4), "ClaimCoded", 1, "names", 4),
                new EntryContext(Fixed.bytes(16, 4), "ClaimCoded", 1, "casebook", 3));
        for (EntryContext other : others) {
            assertThatThrownBy(() -> EntrySeal.openBody(epoch, shred, other, sealed))
                    .isInstanceOf(SealException.class);
        }
    }

    /** The body itself is bound, not only the wrapping: another row's body under this row's key does not open. */
    @Test
    void refusesABodySealedUnderTheSameKeyForAnotherEntry() {
        EntryContext other = new EntryContext(Fixed.bytes(16, 5), "ClaimCoded", 1, "casebook", 4);
        SealedEntry second = entries.seal(epoch, shred, other, text);
        refuses(new SealedEntry(sealed.wrappedKey(), sealed.header(), second.body()));
    }

    @Test
    void rotationChangesTheWrappingAndNothingElse() {
        Epoch next = epoch.next(random);
        SealedEntry rotated =
                entries.rewrap(new WrappingKeys(epoch, shred), new WrappingKeys(next, shred), context, sealed);
        assertThat(rotated.header()).isEqualTo(sealed.header());
        assertThat(rotated.body()).isEqualTo(sealed.body());
        assertThat(rotated.ciphertextHash()).isEqualTo(sealed.ciphertextHash());
        assertThat(EntrySeal.wrapEpoch(rotated.wrappedKey())).isEqualTo(5);
        assertThat(EntrySeal.openBody(next, shred, context, rotated)).isEqualTo(text.body());
        assertThatThrownBy(() -> EntrySeal.openBody(epoch, shred, context, rotated))
                .isInstanceOf(SealException.class);
    }

    @Test
    void refusesToSealUnderAnotherEpochThanTheContextSays() {
        assertThatThrownBy(() -> entries.seal(epoch.next(random), shred, context, text))
                .isInstanceOf(SealException.class)
                .hasMessageContaining("casebook 4");
    }

    @Test
    void refusesAHeaderOf511Bytes() {
        assertThatThrownBy(() -> entries.seal(epoch, shred, context, new EntryText(new byte[511], new byte[0])))
                .hasMessage("a header holds at most 510 bytes, not 511");
        SealedEntry full = entries.seal(epoch, shred, context, new EntryText(Fixed.bytes(510, 0), new byte[0]));
        assertThat(EntrySeal.openHeader(epoch, full.header())).isEqualTo(new byte[510]);
    }

    @Test
    void bodiesComeInClassesAtMostAnEighthApart() {
        int smaller = BodySizes.SMALLEST;
        for (int bytes = BodySizes.SMALLEST + 1; bytes <= 100_000; bytes++) {
            int size = BodySizes.classOf(bytes);
            assertThat(size).isBetween(bytes, bytes + bytes / 8);
            assertThat(BodySizes.isClass(size)).isTrue();
            if (size != smaller) {
                assertThat(smaller).isEqualTo(bytes - 1);
                smaller = size;
            }
        }
        assertThat(BodySizes.classOf(BodySizes.LARGEST)).isEqualTo(BodySizes.LARGEST);
    }

    @Test
    void opensBodiesAtTheEdgesOfTheirClasses() {
        for (int size : new int[] {171, 172, 173, 204, 205, 10_000, 65_536}) {
            byte[] body = new byte[size];
            Arrays.fill(body, (byte) 7);
            SealedEntry one = entries.seal(epoch, shred, context, new EntryText(new byte[0], body));
            assertThat(EntrySeal.openBody(epoch, shred, context, one)).isEqualTo(body);
        }
    }

    @Test
    void tagsAreFoundByHoldersOnly() {
        assertThat(epoch.tag(7)).hasSize(8).isEqualTo(epoch.tag(7)).isNotEqualTo(epoch.tag(8));
        assertThat(epoch.next(random).tag(7)).isNotEqualTo(epoch.tag(7));
    }

    @Test
    void anEpochsKeysDifferByPurposeNameAndNumber() {
        Epoch other = Epoch.of("casebook", 5, Fixed.bytes(32, 1));
        assertThat(epoch.revealSnapshotKey())
                .isNotEqualTo(epoch.identity().revealSeed())
                .isNotEqualTo(epoch.wrapKey())
                .isNotEqualTo(epoch.headerKey())
                .isNotEqualTo(other.revealSnapshotKey())
                .isNotEqualTo(epoch.revealSecret());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
