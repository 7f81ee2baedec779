// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * One recipient stanza of an age header: the file key, wrapped for one recipient.
 *
 * @param arguments at least one, the first being the type
 * @param body what the recipient's type makes of it
 */
record AgeStanza(List<String> arguments, byte[] body) {

    static final String HYBRID = "mlkem768x25519";

    /** Types that give way to a quantum computer, or to a guessed passphrase. */
    private static final Set<String> CLASSIC =
            Set.of("X25519", "scrypt", "ssh-rsa", "ssh-ed25519", "p256tag", "piv-p256");

    private static final int COLUMNS = 64;
    private static final Base64.Encoder BASE64 = Base64.getEncoder().withoutPadding();

    String type() {
        return arguments.getFirst();
    }

    boolean isHybrid() {
        return type().equals(HYBRID);
    }

    boolean isClassic() {
        return CLASSIC.contains(type());
    }

    /** Appends the stanza's lines: the body wrapped at 64 columns, its last line shorter, if need be empty. */
    void appendTo(StringBuilder text) {
        text.append("-> ").append(String.join(" ", arguments)).append('\n');
        String encoded = BASE64.encodeToString(body);
        int at = 0;
        while (encoded.length() - at >= COLUMNS) {
            text.append(encoded, at, at + COLUMNS).append('\n');
            at += COLUMNS;
        }
        text.append(encoded, at, encoded.length()).append('\n');
    }
}
