// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by RFC 6238 (HMAC-SHA1, 30 seconds, six digits): what every authenticator app reads.
 *
 * <p>A code counts once: the caller keeps the step that {@link #accept} returns and passes it the next time. One step back
 * and one ahead are accepted, for clocks that differ. How often may be tried is the caller's to limit. Immutable.
 */
public final class Totp {

    public static final int SECRET_BYTES = 20;
    /** To be passed while no code has been used yet. */
    public static final long NEVER = Long.MIN_VALUE;

    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final byte[] secret;

    private Totp(byte[] secret) {
        this.secret = secret;
    }

    public static Totp generate(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Totp(secret);
    }

    public static Totp of(byte[] secret) {
        return new Totp(Layout.exactly(SECRET_BYTES, secret, "a one-time code's secret"));
    }

    /** The step of {@code typed} if it is a code for now that was not used yet, else empty. */
    public OptionalLong accept(String typed, Instant now, long lastUsedStep) {
        byte[] code = typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
        long current = step(now);
        OptionalLong accepted = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            boolean same = MessageDigest.isEqual(code(step, DIGITS).getBytes(StandardCharsets.US_ASCII), code);
            if (same && step > lastUsedStep) {
                accepted = OptionalLong.of(step);
            }
        }
        return accepted;
    }

    /** The code of an instant, six digits. Whoever reads it passes for the member for a minute. */
    public String revealCode(Instant now) {
        return code(step(now), DIGITS);
    }

    /** What an authenticator app reads from a QR code or takes typed. */
    public String revealUri(String label) {
        String escaped =
                java.net.URLEncoder.encode(label, StandardCharsets.UTF_8).replace("+", "%20");
        return "otpauth://totp/" + escaped + "?secret=" + revealBase32();
    }

    /** The secret in base32, 32 characters. */
    public String revealBase32() {
        StringBuilder text = new StringBuilder();
        ByteBuffer in = ByteBuffer.wrap(secret);
        while (in.remaining() >= 5) { // 40 bits are eight characters; 20 bytes leave no rest
            long bits = (in.getInt() & 0xffffffffL) << 8 | (in.get() & 0xff);
            for (int shift = 35; shift >= 0; shift -= 5) {
                text.append(BASE32.charAt((int) (bits >>> shift) & 31));
            }
        }
        return text.toString();
    }

    /** Reads what {@link #revealBase32} writes; spaces and case do not matter. */
    public static Totp parse(String base32) {
        String letters = base32.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!letters.matches("[A-Z2-7]{32}")) {
            throw new SealException("a one-time secret has 32 characters of A-Z and 2-7");
        }
        ByteBuffer out = ByteBuffer.allocate(letters.length() * 5 / 8);
        for (int at = 0; at < letters.length(); at += 8) {
            long bits = 0;
            for (char letter : letters.substring(at, at + 8).toCharArray()) {
                bits = bits << 5 | BASE32.indexOf(letter);
            }
            out.putInt((int) (bits >>> 8)).put((byte) bits);
        }
        return of(out.array());
    }

    public byte[] revealSecret() {
        return secret.clone();
    }

    private static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    }

    /** RFC 4226 section 5.3, dynamic truncation. */
    String code(long step, int digits) {
        byte[] hash = hmacSha1(ByteBuffer.allocate(8).putLong(step).array());
        int offset = hash[hash.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(hash).getInt(offset) & 0x7fffffff;
        int modulus = (int) Math.pow(10, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    /** What may be kept of a code that was used: nobody without the secret learns from it whose it was, or when. */
    public byte[] usedMark(long step) {
        byte[] label = "lapwing/used-code/v1".getBytes(StandardCharsets.US_ASCII);
        return hmac(
                "HmacSHA256",
                ByteBuffer.allocate(label.length + 8).put(label).putLong(step).array());
    }

    private byte[] hmacSha1(byte[] message) {
        return hmac("HmacSHA1", message);
    }

    private byte[] hmac(String algorithm, byte[] message) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret, algorithm));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new AssertionError("every JDK has " + algorithm, missing);
        }
    }

    @Override
    public String toString() {
        return "Totp";
    }
}
