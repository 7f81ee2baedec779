// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Commits to each of the 32 slots of an entry under its own salt, so that one can be shown and the others stay dark.
 *
 * <pre>
 * slot salt  = HMAC-SHA256(entry salt, slot number as one byte)
 * field leaf = SHA-256(0x00 || slot || slot salt || present || canonical value, or nothing)
 * node       = SHA-256(0x01 || left || right)
 * </pre>
 *
 * The tree is perfect (32 leaves, 5 levels). Absent slots are leaves too: nobody sees how many fields there are. A salt
 * is as long as the hash, so a dark field cannot be guessed however few values it might have.
 */
public final class FieldTree {
    private static final int LEVELS = 5;
    /** One past the last slot: the label under which the entry salt yields the salt of the log leaf. */
    static final int LEAF_SALT_LABEL = Fields.SLOTS;

    private final byte[] salt;
    private final Fields fields;
    private final byte[][] nodes = new byte[2 * Fields.SLOTS][];

    public FieldTree(byte[] entrySalt, Fields fields) {
        if (entrySalt.length != 32) {
            throw new EntryException("an entry salt has 32 bytes, not " + entrySalt.length);
        }
        this.salt = entrySalt.clone();
        this.fields = fields;
        // one key schedule for all slots: rebuilding a casebook makes a tree for each of its entries
        Mac mac = mac(salt);
        MessageDigest sha = sha256();
        for (int slot = 0; slot < Fields.SLOTS; slot++) {
            byte[] slotSalt = mac.doFinal(new byte[] {(byte) slot});
            nodes[Fields.SLOTS + slot] = fieldLeaf(sha, slot, slotSalt, fields.at(slot));
        }
        for (int i = Fields.SLOTS - 1; i > 0; i--) {
            nodes[i] = node(sha, nodes[2 * i], nodes[2 * i + 1]);
        }
    }

    public byte[] root() {
        return nodes[1].clone();
    }

    /** What shows one slot, its value or its absence, and nothing of the others. */
    public FieldProof prove(int slot) {
        if (slot < 0 || slot >= Fields.SLOTS) {
            throw new EntryException("slot " + slot + " is not between 0 and 31");
        }
        List<byte[]> path = new ArrayList<>(LEVELS);
        for (int i = Fields.SLOTS + slot; i > 1; i >>= 1) {
            path.add(nodes[i ^ 1].clone());
        }
        return new FieldProof(slot, slotSalt(salt, slot), fields.at(slot), path);
    }

    /**
     * @param slotSalt 32 bytes; it opens this slot alone
     * @param path the five sibling hashes, lowest first
     */
    public record FieldProof(int slot, byte[] slotSalt, Optional<Json> value, List<byte[]> path) {
        /** The root that this proof leads to; equal to the entry's field root when the proof is honest. */
        public byte[] root() {
            if (slot < 0 || slot >= Fields.SLOTS || slotSalt.length != 32 || path.size() != LEVELS) {
                throw new EntryException("a field proof has a slot of 0 to 31, a salt of 32 bytes and 5 hashes");
            }
            MessageDigest sha = sha256();
            byte[] hash = fieldLeaf(sha, slot, slotSalt, value);
            int at = Fields.SLOTS + slot;
            for (byte[] sibling : path) {
                if (sibling.length != 32) {
                    throw new EntryException("a hash in a field proof has not 32 bytes");
                }
                hash = (at & 1) == 0 ? node(sha, hash, sibling) : node(sha, sibling, hash);
                at >>= 1;
            }
            return hash;
        }
    }

    static byte[] slotSalt(byte[] entrySalt, int label) {
        return mac(entrySalt).doFinal(new byte[] {(byte) label});
    }

    private static Mac mac(byte[] entrySalt) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(entrySalt, "HmacSHA256"));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }

    private static byte[] fieldLeaf(MessageDigest sha, int slot, byte[] slotSalt, Optional<Json> value) {
        sha.update((byte) 0);
        sha.update((byte) slot);
        sha.update(slotSalt);
        sha.update((byte) (value.isPresent() ? 1 : 0));
        value.ifPresent(present -> sha.update(CanonicalJson.encode(present)));
        return sha.digest();
    }

    private static byte[] node(MessageDigest sha, byte[] left, byte[] right) {
        sha.update((byte) 1);
        sha.update(left);
        sha.update(right);
        return sha.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
