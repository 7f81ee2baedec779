// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * Seals entries for the journal: header under the epoch's header key, body under a fresh data key, the data key wrapped
 * under the epoch's wrap key and the source's shred key together.
 *
 * <p>Guaranteed: a header opens only under its compartment and epoch; a body only as the entry it was sealed as, with both
 * the epoch and the shred key; every changed byte is refused. The key commitment is checked before GCM, so no body opens
 * under two keys. Not guaranteed: who wrote it (the author's signature lies inside) nor that header and wrapping belong to
 * one row (the header's id and the entry's context do that). Thread-safe where its random source is.
 */
public final class EntrySeal {

    /** Plaintext of a header: two bytes of length, the text, zeros. */
    private static final int HEADER_PLAIN = 512;

    public static final int HEADER_TEXT_BYTES = HEADER_PLAIN - 2;
    public static final int HEADER_BYTES = Gcm.NONCE_BYTES + HEADER_PLAIN + Gcm.TAG_BYTES;

    static final int SALT_BYTES = 32;
    static final int COMMITMENT_BYTES = 32;
    static final int BODY_START = SALT_BYTES + COMMITMENT_BYTES;
    static final String BODY_LABEL = "lapwing/body/v1";

    /** Epoch of the wrapping, salt, sealed data key. */
    public static final int WRAPPED_KEY_BYTES = 4 + SALT_BYTES + Gcm.KEY_BYTES + Gcm.TAG_BYTES;

    private static final byte[] NOTHING = new byte[0];

    private final SecureRandom random;

    public EntrySeal(SecureRandom random) {
        this.random = random;
    }

    public SealedEntry seal(Epoch epoch, ShredKey shred, EntryContext context, EntryText text) {
        if (!context.compartment().equals(epoch.compartment()) || context.epoch() != epoch.number()) {
            throw new SealException("an entry of " + context + " cannot be sealed under " + epoch);
        }
        byte[] dataKey = fresh(Gcm.KEY_BYTES);
        return new SealedEntry(
                wrap(dataKey, new WrappingKeys(epoch, shred), context),
                sealHeader(epoch, text.header()),
                sealBody(dataKey, context, text.body()));
    }

    /** The header's text; any epoch but the one it was sealed in refuses. */
    public static byte[] openHeader(Epoch epoch, byte[] header) {
        return new EntryOpening().header(epoch, header);
    }

    /**
     * The body's text.
     *
     * @param epoch the epoch that {@link #wrapEpoch} names; after a rotation not the one in {@code context}
     */
    public static byte[] openBody(Epoch epoch, ShredKey shred, EntryContext context, SealedEntry sealed) {
        return new EntryOpening().body(epoch, shred, context, sealed);
    }

    /** The same entry with its data key wrapped under other keys; header and body stay byte for byte. */
    public SealedEntry rewrap(WrappingKeys from, WrappingKeys to, EntryContext context, SealedEntry sealed) {
        if (!to.epoch().compartment().equals(context.compartment())) {
            throw new SealException("an entry of " + context + " stays in its compartment, not " + to.epoch());
        }
        byte[] dataKey = new EntryOpening().dataKey(sealed.wrappedKey(), from, context);
        return new SealedEntry(wrap(dataKey, to, context), sealed.header(), sealed.body());
    }

    /** The number of the epoch under which a data key is wrapped. */
    public static int wrapEpoch(byte[] wrappedKey) {
        Layout.exactly(WRAPPED_KEY_BYTES, wrappedKey, "a wrapped key");
        return ByteBuffer.wrap(wrappedKey).getInt();
    }

    public static byte[] ciphertextHash(byte[] header, byte[] body) {
        return Digests.sha256(header, body);
    }

    private byte[] sealHeader(Epoch epoch, byte[] text) {
        if (text.length > HEADER_TEXT_BYTES) {
            throw new SealException("a header holds at most " + HEADER_TEXT_BYTES + " bytes, not " + text.length);
        }
        byte[] plain =
                new Layout().u16(text.length).raw(text).padTo(HEADER_PLAIN).bytes();
        byte[] nonce =
                fresh(Gcm.NONCE_BYTES); // random: 2^32 headers an epoch keep a repeat below 2^-32 (SP 800-38D 8.3)
        byte[] sealed = Gcm.seal(epoch.headerKey(), nonce, epoch.headerContext(), plain);
        return new Layout().raw(nonce).raw(sealed).bytes();
    }

    private byte[] sealBody(byte[] dataKey, EntryContext context, byte[] text) {
        if (text.length > BodySizes.LARGEST_TEXT) {
            throw new SealException("a body holds at most " + BodySizes.LARGEST_TEXT + " bytes, not " + text.length);
        }
        int plainSize = BodySizes.classOf(text.length + BodySizes.OVERHEAD) - BODY_START - Gcm.TAG_BYTES;
        byte[] plain = new Layout().u32(text.length).raw(text).padTo(plainSize).bytes();
        byte[] salt = fresh(SALT_BYTES);
        byte[] keys = bodyKeys(dataKey, salt, context);
        return new Layout()
                .raw(salt)
                .raw(Arrays.copyOfRange(keys, Gcm.KEY_BYTES, keys.length))
                .raw(Gcm.sealOnce(Arrays.copyOf(keys, Gcm.KEY_BYTES), NOTHING, plain))
                .bytes();
    }

    /** Encryption key, then commitment. The whole context is in the derivation, so GCM needs no associated data. */
    private static byte[] bodyKeys(byte[] dataKey, byte[] salt, EntryContext context) {
        return Hkdf.derive(dataKey, salt, context.encoded(BODY_LABEL), Gcm.KEY_BYTES + COMMITMENT_BYTES);
    }

    private byte[] wrap(byte[] dataKey, WrappingKeys keys, EntryContext context) {
        byte[] salt = fresh(SALT_BYTES);
        return new Layout()
                .u32(keys.epoch().number())
                .raw(salt)
                .raw(Gcm.sealOnce(keys.wrappingKey(salt, context), NOTHING, dataKey))
                .bytes();
    }

    private byte[] fresh(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
