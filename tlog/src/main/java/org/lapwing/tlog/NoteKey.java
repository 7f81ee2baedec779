// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/** A public key with the name it signs under: a verifier key (vkey) of signed-note. Compared by value. */
public final class NoteKey {
    /** The signature types this room verifies. */
    public enum Type {
        /** Ed25519 over the note text: signed-note v1.0.0. */
        ED25519(1, 32),
        /** A timestamped ML-DSA-44 cosignature: tlog-cosignature v1.1.0. */
        ML_DSA_44_COSIGNATURE(6, 1312);

        private final byte code;
        private final int publicKeyBytes;

        Type(int code, int publicKeyBytes) {
            this.code = (byte) code;
            this.publicKeyBytes = publicKeyBytes;
        }
    }

    private final String name;
    private final Type type;
    private final byte[] publicKey;

    private NoteKey(String name, Type type, byte[] publicKey) {
        this.name = name;
        this.type = type;
        this.publicKey = publicKey;
    }

    static Reading<NoteKey> of(String name, Type type, byte[] publicKey) {
        if (!Note.isKeyName(name)) {
            return new Reading.Refused<>(
                    "a key name has 1 to 255 bytes and neither spaces, plus nor control characters");
        }
        if (publicKey.length != type.publicKeyBytes) {
            return new Reading.Refused<>(
                    "a public key of type " + type + " has " + type.publicKeyBytes + " bytes, not " + publicKey.length);
        }
        if (type == Type.ED25519 && !Ed25519.validatePublicKeyFull(publicKey, 0)) {
            return new Reading.Refused<>("these 32 bytes are no Ed25519 public key");
        }
        return new Reading.Read<>(new NoteKey(name, type, publicKey.clone()));
    }

    /** Reads {@code name+id+base64}. */
    public static Reading<NoteKey> parse(String vkey) {
        String[] parts = vkey.split("\\+", 3);
        Optional<byte[]> material = parts.length == 3 ? Canonical.base64(parts[2]) : Optional.empty();
        if (material.isEmpty() || material.get().length == 0) {
            return new Reading.Refused<>("a verifier key is name+id+key, the key in canonical base64");
        }
        byte[] bytes = material.get();
        for (Type type : Type.values()) {
            if (type.code == bytes[0]) {
                return withId(of(parts[0], type, Arrays.copyOfRange(bytes, 1, bytes.length)), parts[1]);
            }
        }
        return new Reading.Refused<>("a verifier key has type 1 (Ed25519) or 6 (ML-DSA-44), not " + (bytes[0] & 0xff));
    }

    private static Reading<NoteKey> withId(Reading<NoteKey> reading, String id) {
        return reading instanceof Reading.Read<NoteKey>(var key) && !key.hexId().equals(id)
                ? new Reading.Refused<>("the key's id must be " + key.hexId() + ", in lower case")
                : reading;
    }

    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    public byte[] publicKey() {
        return publicKey.clone();
    }

    /** SHA-256(name || newline || type || public key), its first four bytes. */
    public int id() {
        MessageDigest digest = Sha256.digest();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update(type.code);
        return ByteBuffer.wrap(digest.digest(publicKey)).getInt();
    }

    private String hexId() {
        return HexFormat.of().toHexDigits(id());
    }

    /** The key as {@code name+id+base64}. */
    public String text() {
        byte[] material = ByteBuffer.allocate(1 + publicKey.length)
                .put(type.code)
                .put(publicKey)
                .array();
        return name + "+" + hexId() + "+" + Base64.getEncoder().encodeToString(material);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteKey key && text().equals(key.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
