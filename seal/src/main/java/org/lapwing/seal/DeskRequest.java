// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/**
 * One request of the desk to the gate's second listener, as its signature covers it. The desk sends {@link #authorize} as
 * a header; the gate checks it with {@link DeskGuard}.
 *
 * @param method such as {@code GET}
 * @param path with its query, as sent
 * @param bodyHash SHA-256 of the body, of no bytes where there is none
 */
public record DeskRequest(String method, String path, byte[] bodyHash) {

    /** The name of the header. */
    public static final String HEADER = "Lapwing-Desk";

    static final int NONCE_BYTES = 16;

    public DeskRequest {
        bodyHash = Layout.exactly(32, bodyHash, "a body's SHA-256");
    }

    public static DeskRequest of(String method, String path, byte[] body) {
        return new DeskRequest(method, path, Digests.sha256(body));
    }

    /** {@code v1 SECONDS NONCE SIGNATURE}: seconds since 1970, the other two in hexadecimal. */
    public String authorize(SigningKey desk, Instant now, SecureRandom random) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        HexFormat hex = HexFormat.of();
        return "v1 " + now.getEpochSecond() + " " + hex.formatHex(nonce) + " "
                + hex.formatHex(desk.sign(signed(now.getEpochSecond(), nonce)));
    }

    byte[] signed(long seconds, byte[] nonce) {
        byte[] target = path.getBytes(StandardCharsets.UTF_8);
        return Layout.of("lapwing/desk-request/v1")
                .name(method)
                .u16(target.length)
                .raw(target)
                .raw(bodyHash)
                .u64(seconds)
                .raw(nonce)
                .bytes();
    }

    @Override
    public String toString() {
        return "DeskRequest[" + method + " " + path + "]";
    }
}
