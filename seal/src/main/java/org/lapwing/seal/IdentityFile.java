// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Name and contact of somebody who reported, sealed so that two of three custodians open it together and nobody alone.
 *
 * <p>Always {@value #BYTES} bytes, and made even when nothing was given, so that a file says nothing. The body's key is
 * split by {@link Shares}; each share is sealed to one custodian with the record's id. Everything before the body is bound
 * into its key. Whoever seals it must be trusted to forget the key. Immutable.
 */
public final class IdentityFile {

    public static final int THRESHOLD = 2;
    public static final int CUSTODIANS = 3;
    public static final int RECORD_ID_BYTES = 16;

    private static final int PLAIN_BYTES = 4096;
    /** What a name and contact may take: 4,096 less two bytes of length. */
    public static final int TEXT_BYTES = PLAIN_BYTES - 2;

    private static final String MAGIC = "lapwing/identity";
    private static final int VERSION = 1;
    private static final int CUSTODIAN_ID_BYTES = 26;
    private static final int SHARE_BYTES = CUSTODIAN_ID_BYTES + 32 + Box.OVERHEAD_BYTES + Gcm.KEY_BYTES;
    private static final int SHARES_START = MAGIC.length() + 1 + RECORD_ID_BYTES;
    private static final int BODY_START = SHARES_START + CUSTODIANS * SHARE_BYTES;
    private static final int SALT_BYTES = 32;
    private static final int COMMITMENT_BYTES = 32;

    /** The size of every identity file. */
    public static final int BYTES = BODY_START + SALT_BYTES + COMMITMENT_BYTES + PLAIN_BYTES + Gcm.TAG_BYTES;

    private static final byte[] SHARE_INFO = "lapwing/identity/share/v1".getBytes(StandardCharsets.US_ASCII);

    private final byte[] bytes;

    private IdentityFile(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One share as it lies in the file. */
    public record SealedShare(int index, String custodian, byte[] commitment, byte[] box) {}

    /**
     * Seals {@code text}, at most {@link #TEXT_BYTES} bytes and possibly none, to the three custodians of the roster.
     *
     * @throws SealException if there are not three of them, or the text is too long
     */
    public static IdentityFile seal(
            byte[] recordId, byte[] text, List<Roster.Custodian> custodians, SecureRandom random) {
        if (custodians.size() != CUSTODIANS) {
            throw new SealException(
                    "an identity is sealed to " + CUSTODIANS + " custodians; the roster has " + custodians.size());
        }
        if (text.length > TEXT_BYTES) {
            throw new SealException("name and contact take at most " + TEXT_BYTES + " bytes, not " + text.length);
        }
        byte[] key = fresh(Gcm.KEY_BYTES, random);
        Layout file = Layout.of(MAGIC).u8(VERSION).raw(Layout.exactly(RECORD_ID_BYTES, recordId, "a record's id"));
        for (Share share : Shares.split(key, THRESHOLD, CUSTODIANS, random)) {
            Roster.Custodian custodian = custodians.get(share.index() - 1);
            byte[] context = shareContext(recordId, share.index(), custodian.id());
            file.raw(ascii(custodian.id()))
                    .raw(share.commitment())
                    .raw(Box.seal(custodian.recipient(), SHARE_INFO, context, share.value(), random));
        }
        byte[] salt = fresh(SALT_BYTES, random);
        byte[] keys = bodyKeys(key, salt, file.bytes());
        byte[] plain =
                new Layout().u16(text.length).raw(text).padTo(PLAIN_BYTES).bytes();
        file.raw(salt)
                .raw(Arrays.copyOfRange(keys, Gcm.KEY_BYTES, keys.length))
                .raw(Gcm.sealOnce(Arrays.copyOf(keys, Gcm.KEY_BYTES), new byte[0], plain));
        return new IdentityFile(file.bytes());
    }

    /**
     * Reads the layout; whether it is whole, opening says.
     *
     * @throws SealException if it has another size or beginning
     */
    public static IdentityFile parse(byte[] bytes) {
        byte[] start = Layout.of(MAGIC).u8(VERSION).bytes();
        if (bytes.length != BYTES || !Arrays.equals(bytes, 0, start.length, start, 0, start.length)) {
            throw new SealException("this is not an identity file: accepted are " + BYTES
                    + " bytes that begin with \"lapwing/identity\" and version 1");
        }
        return new IdentityFile(bytes.clone());
    }

    /** What {@link #parse} reads. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public byte[] recordId() {
        return Arrays.copyOfRange(bytes, MAGIC.length() + 1, SHARES_START);
    }

    /** The three shares, in the order of the custodians. */
    public List<SealedShare> shares() {
        ByteBuffer in = ByteBuffer.wrap(bytes).position(SHARES_START);
        List<SealedShare> shares = new ArrayList<>();
        for (int index = 1; index <= CUSTODIANS; index++) {
            String custodian = new String(next(in, CUSTODIAN_ID_BYTES), StandardCharsets.US_ASCII);
            shares.add(new SealedShare(index, custodian, next(in, 32), next(in, Box.OVERHEAD_BYTES + Gcm.KEY_BYTES)));
        }
        return shares;
    }

    /**
     * A custodian's own share; done on the custodian's machine, for one signed request.
     *
     * @throws SealException if no share is this custodian's, or theirs does not open or is not the one committed to
     */
    public Share openShare(String custodian, HybridIdentity identity) {
        SealedShare sealed = shares().stream()
                .filter(share -> share.custodian().equals(custodian))
                .findFirst()
                .orElseThrow(() -> new SealException("this identity file has no share for this custodian"));
        byte[] context = shareContext(recordId(), sealed.index(), custodian);
        Share share = new Share(sealed.index(), Box.open(identity, SHARE_INFO, context, sealed.box()));
        if (!share.matches(sealed.commitment())) {
            throw new SealException("this share is not the one that the identity file commits to");
        }
        return share;
    }

    /** Name and contact, from two shares. Package-private until the custodians' command exists. */
    byte[] openBody(List<Share> two) {
        byte[] key = Shares.combine(
                two, THRESHOLD, shares().stream().map(SealedShare::commitment).toList());
        byte[] salt = Arrays.copyOfRange(bytes, BODY_START, BODY_START + SALT_BYTES);
        byte[] keys = bodyKeys(key, salt, Arrays.copyOf(bytes, BODY_START));
        int sealedStart = BODY_START + SALT_BYTES + COMMITMENT_BYTES;
        byte[] committed = Arrays.copyOfRange(bytes, BODY_START + SALT_BYTES, sealedStart);
        if (MessageDigest.isEqual(committed, Arrays.copyOfRange(keys, Gcm.KEY_BYTES, keys.length))) {
            byte[] sealed = Arrays.copyOfRange(bytes, sealedStart, bytes.length);
            byte[] plain = Gcm.openOnce(Arrays.copyOf(keys, Gcm.KEY_BYTES), new byte[0], sealed);
            if (plain != null) {
                int length = Short.toUnsignedInt(ByteBuffer.wrap(plain).getShort());
                if (length <= TEXT_BYTES && Layout.onlyZeros(plain, 2 + length)) {
                    return Arrays.copyOfRange(plain, 2, 2 + length);
                }
            }
        }
        throw new SealException("this identity file does not open with these shares.\nMaybe it was altered.");
    }

    private static byte[] bodyKeys(byte[] key, byte[] salt, byte[] before) {
        byte[] info = Layout.of("lapwing/identity/body/v1")
                .raw(Digests.sha256(before))
                .bytes();
        return Hkdf.derive(key, salt, info, Gcm.KEY_BYTES + COMMITMENT_BYTES);
    }

    private static byte[] shareContext(byte[] recordId, int index, String custodian) {
        return new Layout().raw(recordId).u8(index).raw(ascii(custodian)).bytes();
    }

    private static byte[] next(ByteBuffer in, int size) {
        byte[] part = new byte[size];
        in.get(part);
        return part;
    }

    private static byte[] fresh(int size, SecureRandom random) {
        byte[] part = new byte[size];
        random.nextBytes(part);
        return part;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "IdentityFile";
    }
}
