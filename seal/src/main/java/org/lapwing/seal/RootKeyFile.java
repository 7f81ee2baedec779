// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * The text of a root key file: one {@code LAPWING-ROOT-KEY-1 ...} line, empty lines, and comments that begin with
 * {@code #}. CRLF is accepted.
 */
public final class RootKeyFile {

    private RootKeyFile() {}

    /**
     * The one root key in {@code text}.
     *
     * @throws SealException naming the line that is at fault, never its content
     */
    public static RootKey read(String text) {
        return KeyLines.read(text, RootKey.PREFIX, 1, RootKey::parse).getFirst();
    }

    /** The text of a root key file, its public keys in a comment. The text is the secret. */
    public static String revealText(RootKey key) {
        return """
                # The root of a Lapwing group. Sign version 1 of the roster with it, then keep it offline.
                # public key: %s
                %s
                """.formatted(key.verifyKeys().text(), key.revealText());
    }
}
