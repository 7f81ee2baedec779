// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.List;

/**
 * The text of an age key file: lines with one {@code AGE-SECRET-KEY-PQ-1...} each, empty lines, and comments that begin
 * with {@code #}. What {@code age -i} reads, we read and write, hybrid keys only. CRLF is accepted.
 */
public final class AgeKeyFile {

    /** Most keys in one file. */
    public static final int MAX_KEYS = 1000;

    private AgeKeyFile() {}

    /**
     * The identities in {@code text}, at least one.
     *
     * @throws SealException naming the line that is at fault, never its content
     */
    public static List<HybridIdentity> read(String text) {
        return KeyLines.read(text, HybridIdentity.PREFIX + "1", MAX_KEYS, HybridIdentity::parse);
    }

    /** The text of a key file with this one key, its recipient in a comment. The text is the secret. */
    public static String revealText(HybridIdentity identity) {
        return "# public key: %s\n%s\n".formatted(identity.recipient(), identity.revealSecretKey());
    }
}
