// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A member's key file: cost, salt and two slots of one size, always {@value #BYTES} bytes. Opened and made by
 * {@link KeyFileOpener}.
 *
 * <p>The second slot is for the duress passphrase; until one is set it holds random bytes, which cannot be told from a
 * sealed slot. The first slot's seal covers the whole file, so the ordinary passphrase notices any change to either.
 * Immutable.
 */
public final class MemberKeyFile {

    private static final byte[] MAGIC = "lapwing/member/1".getBytes(StandardCharsets.US_ASCII);
    static final int SALT_BYTES = 32;
    private static final int PREAMBLE_BYTES = 16 + 3 * 4 + SALT_BYTES;
    static final int SLOT_BYTES = Gcm.NONCE_BYTES + MemberKeys.BYTES + Gcm.TAG_BYTES;

    /** The size of every key file. */
    public static final int BYTES = PREAMBLE_BYTES + 2 * SLOT_BYTES;

    private final Argon2Cost cost;
    private final byte[] salt;
    private final byte[] ordinary;
    private final byte[] duress;

    MemberKeyFile(Argon2Cost cost, byte[] salt, byte[] ordinary, byte[] duress) {
        this.cost = cost;
        this.salt = salt;
        this.ordinary = ordinary;
        this.duress = duress;
    }

    /**
     * Reads a key file's layout; whether it is whole, opening says.
     *
     * @throws SealException if it has another size or beginning, or states a cost outside {@link Argon2Cost}'s bounds
     */
    public static MemberKeyFile parse(byte[] bytes) {
        if (bytes.length != BYTES || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new SealException("this is not a member's key file: accepted are " + BYTES
                    + " bytes that begin with \"lapwing/member/1\"");
        }
        ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC.length);
        Argon2Cost cost = new Argon2Cost(in.getInt(), in.getInt(), in.getInt());
        return new MemberKeyFile(cost, next(in, SALT_BYTES), next(in, SLOT_BYTES), next(in, SLOT_BYTES));
    }

    private static byte[] next(ByteBuffer in, int size) {
        byte[] bytes = new byte[size];
        in.get(bytes);
        return bytes;
    }

    /** What {@link #parse} reads. */
    public byte[] bytes() {
        return new Layout().raw(preamble()).raw(ordinary).raw(duress).bytes();
    }

    /** What opening it costs. */
    public Argon2Cost cost() {
        return cost;
    }

    byte[] salt() {
        return salt;
    }

    byte[] slot(Slot slot) {
        return slot == Slot.ORDINARY ? ordinary : duress;
    }

    /** Associated data of a slot: the preamble; for the ordinary slot the duress slot too. */
    byte[] associated(Slot slot) {
        return slot == Slot.ORDINARY ? new Layout().raw(preamble()).raw(duress).bytes() : preamble();
    }

    MemberKeyFile withSlot(Slot slot, byte[] sealed) {
        return slot == Slot.ORDINARY
                ? new MemberKeyFile(cost, salt, sealed, duress)
                : new MemberKeyFile(cost, salt, ordinary, sealed);
    }

    private byte[] preamble() {
        return new Layout()
                .raw(MAGIC)
                .u32(cost.memoryKiB())
                .u32(cost.passes())
                .u32(cost.parallelism())
                .raw(salt)
                .bytes();
    }
}
