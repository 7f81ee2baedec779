// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** A roster and the signatures under it, not yet trusted: {@link RosterChain} says whether they suffice. */
public record SignedRoster(Roster roster, List<RosterSignature> signatures) {

    public SignedRoster {
        signatures = List.copyOf(signatures);
    }

    /**
     * Reads the strict text: every line as {@link #bytes()} would write it.
     *
     * @throws SealException naming the line and what would be accepted
     */
    public static SignedRoster parse(byte[] bytes) {
        return RosterText.read(bytes);
    }

    /** UTF-8. */
    public byte[] bytes() {
        StringBuilder text = new StringBuilder(roster.text());
        signatures.forEach(signature -> text.append(signature.line()).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
