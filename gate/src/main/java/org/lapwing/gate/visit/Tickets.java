// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Cookies and form tokens. A cookie is 16 random bytes and a tag over them under a key that lives as long as the process,
 * so a cookie that this gate did not give out opens nothing, and giving one out needs no memory. The token in each form is
 * another tag over the same bytes: without it a POST does nothing, even if a browser sent our cookie with a foreign form.
 */
final class Tickets {

    private static final int BYTES = 16;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /** @param cookie what the browser keeps */
    record Ticket(String cookie, String token) {
        @Override
        public String toString() {
            return "Ticket";
        }
    }

    Tickets(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
        this.random = random;
    }

    Ticket issue() {
        byte[] id = new byte[BYTES];
        random.nextBytes(id);
        byte[] cookie = Arrays.copyOf(id, 2 * BYTES);
        System.arraycopy(tag("cookie", id), 0, cookie, BYTES, BYTES);
        return ticket(id, cookie);
    }

    Optional<Ticket> read(String cookie) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(cookie);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (bytes.length != 2 * BYTES) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(bytes, BYTES);
        byte[] tag = Arrays.copyOfRange(bytes, BYTES, 2 * BYTES);
        return MessageDigest.isEqual(tag, tag("cookie", id)) ? Optional.of(ticket(id, bytes)) : Optional.empty();
    }

    private Ticket ticket(byte[] id, byte[] cookie) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return new Ticket(base64.encodeToString(cookie), base64.encodeToString(tag("token", id)));
    }

    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] tag(String purpose, byte[] id) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(id), BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no HMAC-SHA256", e);
        }
    }
}
