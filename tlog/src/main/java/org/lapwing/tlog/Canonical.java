// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Spellings of which each value has exactly one, so that no two files mean the same and no byte can change unnoticed.
 */
final class Canonical {
    private Canonical() {}

    /** Standard base64 with padding and zero spare bits; Java's decoder alone is laxer on both. */
    static Optional<byte[]> base64(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return Base64.getEncoder().encodeToString(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static Optional<Hash> hash(String text) {
        return base64(text).filter(bytes -> bytes.length == Hash.BYTES).map(Hash::owning);
    }

    /** A decimal of 0 to 2^53 - 1 without leading zeroes or sign. */
    static Optional<Long> decimal(String text) {
        if (text.isEmpty() || text.length() > 16 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long value = Long.parseLong(text);
        boolean canonical = Long.toString(value).equals(text) && TreeHead.isSize(value);
        return canonical ? Optional.of(value) : Optional.empty();
    }

    /** Strict UTF-8: an invalid sequence is nothing, where Java would put a replacement character. */
    static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    /** Whether the text has a UTF-8 form, which unpaired surrogates have not. */
    static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
