// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What opens one entry after the other carries nothing over from one to the next. */
class EntryOpeningTest {
    private final SecureRandom random = new Fixed.Counting(5);
    private final EntrySeal entries = new EntrySeal(random);
    private final EntryOpening opening = new EntryOpening();

    private record Sealed(Epoch epoch, ShredKey shred, EntryContext context, SealedEntry entry, EntryText text) {}

    private List<Sealed> various() {
        List<Sealed> various = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            Epoch epoch = Epoch.of(i % 2 == 0 ? "casebook" : "names", 1 + i % 3, Fixed.bytes(32, 1 + i % 3));
            ShredKey shred = ShredKey.generate(random);
            EntryContext context =
                    new EntryContext(Fixed.bytes(16, i), "ClaimCoded", 1, epoch.compartment(), epoch.number());
            EntryText text = new EntryText(
                    ("header " + i).getBytes(UTF_8), "words ".repeat(i * 20).getBytes(UTF_8));
            various.add(new Sealed(epoch, shred, context, entries.seal(epoch, shred, context, text), text));
        }
        return various;
    }

    @Test
    void opensManyAsOneIsOpened() {
        for (Sealed each : various()) {
            SealedEntry entry = each.entry();
            assertThat(opening.header(each.epoch(), entry.header()))
                    .isEqualTo(each.text().header());
            assertThat(opening.body(each.epoch(), each.shred(), each.context(), entry))
                    .isEqualTo(each.text().body());
            assertThat(opening.ciphertextHash(entry.header(), entry.body())).isEqualTo(entry.ciphertextHash());
            assertThat(opening.bears(each.epoch(), 7, each.epoch().tag(7))).isTrue();
            assertThat(opening.bears(each.epoch(), 8, each.epoch().tag(7))).isFalse();
            assertThat(opening.bears(each.epoch(), 7, new byte[0])).isFalse();
        }
    }

    @Test
    void opensTheNextAfterOneThatWasAltered() {
        for (Sealed each : various()) {
            SealedEntry entry = each.entry();
            byte[] header = Fixed.flipped(entry.header(), 300);
            SealedEntry body = new SealedEntry(entry.wrappedKey(), entry.header(), Fixed.flipped(entry.body(), 100));
            SealedEntry key = new SealedEntry(Fixed.flipped(entry.wrappedKey(), 50), entry.header(), entry.body());
            assertThatThrownBy(() -> opening.header(each.epoch(), header)).isInstanceOf(SealException.class);
            assertThatThrownBy(() -> opening.body(each.epoch(), each.shred(), each.context(), body))
                    .isInstanceOf(SealException.class);
            assertThatThrownBy(() -> opening.body(each.epoch(), each.shred(), each.context(), key))
                    .isInstanceOf(SealException.class);
            assertThat(opening.header(each.epoch(), entry.header()))
                    .isEqualTo(each.text().header());
            assertThat(opening.body(each.epoch(), each.shred(), each.context(), entry))
                    .isEqualTo(each.text().body());
        }
    }

    /** What a holder of the keys could hide behind the text. */
    @Test
    void refusesPaddingThatIsNotZero() {
        Sealed each = various().getFirst();
        Epoch epoch = each.epoch();
        byte[] nonce = Fixed.bytes(Gcm.NONCE_BYTES, 3);
        for (int hidden : new int[] {0, 1}) {
            byte[] plain = new byte[EntrySeal.HEADER_TEXT_BYTES + 2];
            plain[plain.length - 1] = (byte) hidden;
            byte[] header = new Layout()
                    .raw(nonce)
                    .raw(Gcm.seal(epoch.headerKey(), nonce, epoch.headerContext(), plain))
                    .bytes();
            if (hidden == 0) {
                assertThat(opening.header(epoch, header)).isEmpty();
            } else {
                assertThatThrownBy(() -> opening.header(epoch, header)).isInstanceOf(SealException.class);
            }
        }
    }

    @Test
    void refusesABodyWhosePaddingIsNotZero() {
        Sealed each = various().getFirst();
        WrappingKeys wrapping = new WrappingKeys(each.epoch(), each.shred());
        byte[] body = each.entry().body();
        byte[] dataKey = opening.dataKey(each.entry().wrappedKey(), wrapping, each.context());
        byte[] keys = Hkdf.derive(
                dataKey,
                Arrays.copyOf(body, EntrySeal.SALT_BYTES),
                each.context().encoded(EntrySeal.BODY_LABEL),
                Gcm.KEY_BYTES + EntrySeal.COMMITMENT_BYTES);
        byte[] plain = new byte[body.length - EntrySeal.BODY_START - Gcm.TAG_BYTES];
        plain[plain.length - 1] = 1;
        byte[] hiding = new Layout()
                .raw(Arrays.copyOf(body, EntrySeal.BODY_START))
                .raw(Gcm.sealOnce(Arrays.copyOf(keys, Gcm.KEY_BYTES), new byte[0], plain))
                .bytes();
        SealedEntry sealed =
                new SealedEntry(each.entry().wrappedKey(), each.entry().header(), hiding);
        assertThatThrownBy(() -> opening.body(each.epoch(), each.shred(), each.context(), sealed))
                .isInstanceOf(SealException.class);
    }

    @Test
    void namesHaveAtMost32Characters() {
        assertThat(Names.isName("a" + "-9".repeat(15) + "z")).isTrue();
        for (String not : List.of("", "a".repeat(33), "9a", "-a", "A", "aB", "a\n", "a b", "é")) {
            assertThat(Names.isName(not)).as(not).isFalse();
        }
    }

    @Test
    void derivesWhatTheJdkDerives() {
        Hkdf.Macs macs = new Hkdf.Macs();
        for (int length : new int[] {1, 31, 32, 33, 64, 100}) {
            byte[] secret = Fixed.bytes(64, length);
            byte[] salt = Fixed.bytes(32, length + 1);
            byte[] info = Fixed.bytes(length, 9);
            assertThat(macs.derive(secret, salt, info, length)).isEqualTo(Hkdf.derive(secret, salt, info, length));
        }
    }
}
