// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * A small immutable signed fact. Its body (fields, basis, salt, signature) is sealed beside its header.
 *
 * @param salt 32 random bytes; every commitment of this entry descends from them
 * @param signature the author's Ed25519 signature over {@link #toSign}, 64 bytes
 */
public record Entry(Header header, Fields fields, Basis basis, byte[] salt, byte[] signature) {
    private static final byte[] SIGNING_LABEL = "lapwing/entry/v1".getBytes(StandardCharsets.US_ASCII);

    /** The bytes that the author signs: label || id || header hash || field root || basis. */
    public static byte[] toSign(Header header, byte[] fieldRoot, Basis basis) {
        return CanonicalJson.join(
                SIGNING_LABEL, header.id().bytes(), header.hash(), fieldRoot, CanonicalJson.encode(basis.toJson()));
    }

    public byte[] toSign() {
        return toSign(header, fieldTree().root(), basis);
    }

    public FieldTree fieldTree() {
        return new FieldTree(salt, fields);
    }

    /** The body as it is sealed: canonical JSON. */
    public byte[] encodeBody() {
        HexFormat hex = HexFormat.of();
        return CanonicalJson.encode(Json.tree(Map.of(
                "basis", basis.toJson(),
                "fields", fields.toJson(),
                "salt", Json.of(hex.formatHex(salt)),
                "signature", Json.of(hex.formatHex(signature)))));
    }

    public static Entry decode(Header header, byte[] body) {
        Json.Tree tree = CanonicalJson.parse(body).tree();
        return new Entry(
                header,
                Fields.fromJson(tree.get("fields")),
                Basis.fromJson(tree.get("basis")),
                bytes(tree.get("salt"), 32),
                bytes(tree.get("signature"), 64));
    }

    private static byte[] bytes(Json json, int length) {
        try {
            byte[] bytes = HexFormat.of().parseHex(json.text());
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw new EntryException("a salt or signature is not hex", e);
        }
        throw new EntryException("a salt or signature has the wrong length");
    }

    /** The leaf that the log keeps for this entry once its sealed bytes are known. */
    public Leaf leaf(byte[] ciphertextHash) {
        return new Leaf(
                FieldTree.slotSalt(salt, FieldTree.LEAF_SALT_LABEL),
                header.hash(),
                fieldTree().root(),
                ciphertextHash);
    }
}
