// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Another authenticator than ours: RFC 6238 with HMAC-SHA-1, six digits and half a minute, as telephones have it. */
final class OneTimeCode {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private OneTimeCode() {}

    static String now(String base32, Instant moment) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret(base32), "HmacSHA1"));
            byte[] hash = mac.doFinal(
                    ByteBuffer.allocate(8).putLong(moment.getEpochSecond() / 30).array());
            int at = hash[hash.length - 1] & 0x0f;
            int number = ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fff_ffff;
            return String.format(Locale.ROOT, "%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] secret(String base32) {
        String letters = base32.replaceAll("[^A-Za-z2-7]", "").toUpperCase(Locale.ROOT);
        BigInteger number = BigInteger.ZERO;
        for (char letter : letters.toCharArray()) {
            number = number.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        int bytes = letters.length() * 5 / 8;
        number = number.shiftRight(letters.length() * 5 - bytes * 8);
        byte[] secret = new byte[bytes];
        byte[] all = number.toByteArray();
        for (int i = 1; i <= Math.min(bytes, all.length); i++) {
            secret[bytes - i] = all[all.length - i];
        }
        return secret;
    }
}
