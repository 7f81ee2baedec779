// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * An entry as the journal's row holds it.
 *
 * @param wrappedKey {@link EntrySeal#WRAPPED_KEY_BYTES} bytes; the only part that rotation changes
 * @param header {@link EntrySeal#HEADER_BYTES} bytes
 * @param body one of {@link BodySizes}
 */
public record SealedEntry(byte[] wrappedKey, byte[] header, byte[] body) {

    /** SHA-256(header ‖ body): what the entry's leaf commits to. The wrapped key is left out so that rotation keeps it. */
    public byte[] ciphertextHash() {
        return EntrySeal.ciphertextHash(header, body);
    }

    @Override
    public String toString() {
        return "SealedEntry[" + body.length + " bytes of body]";
    }
}
