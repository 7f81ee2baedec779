// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Opens entries one after the other, as {@link EntrySeal} opens one: with the same guarantees, and with the JDK's objects
 * for it asked for once, which takes longer than to open an entry. For one thread; holds the keys that it last used, so it
 * is let go with the rows that it opened.
 */
public final class EntryOpening {

    private static final byte[] NOTHING = new byte[0];

    private final Gcm.Opening headers = new Gcm.Opening();
    private final Gcm.Opening once = new Gcm.Opening();
    private final Hkdf.Macs macs = new Hkdf.Macs();
    private final MessageDigest sha = Digests.sha256();

    /** Whether the row at this place bears the epoch's tag. */
    public boolean bears(Epoch epoch, long seq, byte[] tag) {
        return tag.length == Epoch.TAG_BYTES
                && Arrays.equals(epoch.fullTag(macs, seq), 0, Epoch.TAG_BYTES, tag, 0, Epoch.TAG_BYTES);
    }

    /** The header's text; any epoch but the one it was sealed in refuses. */
    public byte[] header(Epoch epoch, byte[] header) {
        if (header.length == EntrySeal.HEADER_BYTES) {
            byte[] nonce = Arrays.copyOf(header, Gcm.NONCE_BYTES);
            byte[] plain = headers.open(
                    epoch.headerKey(), nonce, epoch.headerContext(), new Gcm.Stretch(header, Gcm.NONCE_BYTES));
            if (plain != null) {
                int length = Short.toUnsignedInt(ByteBuffer.wrap(plain).getShort());
                if (length <= EntrySeal.HEADER_TEXT_BYTES && Layout.onlyZeros(plain, 2 + length)) {
                    return Arrays.copyOfRange(plain, 2, 2 + length);
                }
            }
        }
        throw new SealException(
                "this header does not open under " + epoch + ".\nMaybe it is of another epoch, or altered.");
    }

    /**
     * The body's text.
     *
     * @param epoch the epoch that {@link EntrySeal#wrapEpoch} names; after a rotation not the one in {@code context}
     */
    public byte[] body(Epoch epoch, ShredKey shred, EntryContext context, SealedEntry sealed) {
        byte[] body = sealed.body();
        byte[] dataKey = dataKey(sealed.wrappedKey(), new WrappingKeys(epoch, shred), context);
        byte[] plain = BodySizes.isClass(body.length) ? plain(dataKey, context, body) : null;
        Arrays.fill(dataKey, (byte) 0);
        if (plain != null) {
            int length = ByteBuffer.wrap(plain).getInt();
            if (length >= 0 && length <= plain.length - 4 && Layout.onlyZeros(plain, 4 + length)) {
                return Arrays.copyOfRange(plain, 4, 4 + length);
            }
        }
        throw new SealException(
                "this body is not that of " + context + ".\nMaybe it was altered, or belongs to another row.");
    }

    /** Nothing where the commitment, checked first, is another key's, or a byte was changed. */
    private byte @Nullable [] plain(byte[] dataKey, EntryContext context, byte[] body) {
        byte[] salt = Arrays.copyOf(body, EntrySeal.SALT_BYTES);
        byte[] keys = macs.derive(
                dataKey, salt, context.encoded(EntrySeal.BODY_LABEL), Gcm.KEY_BYTES + EntrySeal.COMMITMENT_BYTES);
        byte[] key = Arrays.copyOf(keys, Gcm.KEY_BYTES);
        byte[] commitment = Arrays.copyOfRange(keys, Gcm.KEY_BYTES, keys.length);
        byte[] committed = Arrays.copyOfRange(body, EntrySeal.SALT_BYTES, EntrySeal.BODY_START);
        byte[] plain = MessageDigest.isEqual(committed, commitment)
                ? once.open(key, Gcm.ONLY_MESSAGE, NOTHING, new Gcm.Stretch(body, EntrySeal.BODY_START))
                : null;
        Arrays.fill(keys, (byte) 0);
        Arrays.fill(key, (byte) 0);
        return plain;
    }

    /** SHA-256(header ‖ body): what the entry's leaf commits to. */
    public byte[] ciphertextHash(byte[] header, byte[] body) {
        sha.update(header);
        return sha.digest(body);
    }

    byte[] dataKey(byte[] wrappedKey, WrappingKeys keys, EntryContext context) {
        if (wrappedKey.length == EntrySeal.WRAPPED_KEY_BYTES
                && EntrySeal.wrapEpoch(wrappedKey) == keys.epoch().number()) {
            byte[] salt = Arrays.copyOfRange(wrappedKey, 4, 4 + EntrySeal.SALT_BYTES);
            byte[] secret = keys.secret();
            byte[] wrapping = macs.derive(secret, salt, keys.info(context), Gcm.KEY_BYTES);
            byte[] dataKey = once.open(
                    wrapping, Gcm.ONLY_MESSAGE, NOTHING, new Gcm.Stretch(wrappedKey, 4 + EntrySeal.SALT_BYTES));
            Arrays.fill(secret, (byte) 0);
            Arrays.fill(wrapping, (byte) 0);
            if (dataKey != null) {
                return dataKey;
            }
        }
        throw new SealException("the key of " + context + " does not open under " + keys.epoch()
                + " and this shred key.\nMaybe it is wrapped under another epoch, or its source was erased.");
    }
}
