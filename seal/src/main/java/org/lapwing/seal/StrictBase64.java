// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Base64 (RFC 4648 section 4) of which only the canonical form is read: one text for one byte string. */
final class StrictBase64 {

    private StrictBase64() {}

    /** The bytes of canonical base64 without padding, or null. */
    static byte @Nullable [] unpadded(String text) {
        return canonical(text, Base64.getEncoder().withoutPadding());
    }

    /** The bytes of canonical base64 with padding, or null. */
    static byte @Nullable [] padded(String text) {
        return canonical(text, Base64.getEncoder());
    }

    /** The JDK's decoder forgives spare bits and missing padding; encoding again and comparing does not. */
    private static byte @Nullable [] canonical(String text, Base64.Encoder encoder) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return encoder.encodeToString(bytes).equals(text) ? bytes : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
