// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * The secret by which somebody who reported comes back: 96 random bits and 14 bits of checksum, shown as ten words or as
 * 34 digits.
 *
 * <p>Everything that a receipt opens is derived from it by HKDF under separate labels, so nothing need be looked up: the
 * {@link #locator()} by which replies are filed, the {@link #mailbox()} that opens them, and the {@link #prove} key for
 * additions. Well-formed and ever given out are not told apart: any well-formed receipt has a locator. Immutable; never
 * shows itself in {@link #toString()}.
 */
public final class Receipt implements ParsedReceipt {

    public static final int SECRET_BYTES = 12;
    public static final int WORDS = 10;
    public static final int DIGITS = 34;

    private static final String LABEL = "lapwing/receipt/v1";
    private static final int CHECKSUM_BITS = 14;
    private static final int BITS = 8 * SECRET_BYTES + CHECKSUM_BITS;
    /** Ten long words with numbers, commas and line breaks between stay far below this. */
    private static final int LONGEST_TYPED = 1000;

    private final byte[] secret;

    private Receipt(byte[] secret) {
        this.secret = secret;
    }

    public static Receipt generate(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Receipt(secret);
    }

    public static Receipt of(byte[] secret) {
        return new Receipt(Layout.exactly(SECRET_BYTES, secret, "a receipt's secret"));
    }

    /**
     * Reads ten words of either list or 34 digits, in any case, with any spaces, commas, hyphens, line breaks or, between
     * words, numbering.
     */
    public static ParsedReceipt parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return new MalformedReceipt(MalformedReceipt.Reason.LENGTH, 0);
        }
        List<String> parts = Arrays.stream(WordList.plain(typed).split("[^\\p{L}\\p{Nd}]+"))
                .filter(part -> !part.isEmpty())
                .toList();
        boolean words = parts.stream().anyMatch(part -> Character.isLetter(part.codePointAt(0)));
        return words ? ofWords(parts) : ofDigits(String.join("", parts));
    }

    private static ParsedReceipt ofWords(List<String> parts) {
        List<String> words = parts.stream()
                .filter(part -> !part.chars().allMatch(Character::isDigit))
                .toList();
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < words.size(); i++) {
            OptionalInt index = WordList.indexInAny(words.get(i));
            if (index.isEmpty()) {
                return new MalformedReceipt(MalformedReceipt.Reason.UNKNOWN_WORD, i + 1);
            }
            bits = bits.shiftLeft(11).or(BigInteger.valueOf(index.getAsInt()));
        }
        return words.size() == WORDS
                ? checked(bits)
                : new MalformedReceipt(MalformedReceipt.Reason.LENGTH, words.size());
    }

    private static ParsedReceipt ofDigits(String digits) {
        boolean oneCharEach = digits.chars().allMatch(Character::isDigit); // those beyond the BMP are on no keyboard
        if (digits.length() != DIGITS || !oneCharEach) {
            return new MalformedReceipt(MalformedReceipt.Reason.LENGTH, digits.length());
        }
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < DIGITS; i++) {
            bits = bits.multiply(BigInteger.TEN).add(BigInteger.valueOf(Character.digit(digits.charAt(i), 10)));
        }
        return bits.bitLength() > BITS ? new MalformedReceipt(MalformedReceipt.Reason.CHECKSUM, 0) : checked(bits);
    }

    private static ParsedReceipt checked(BigInteger bits) {
        byte[] secret = new byte[SECRET_BYTES];
        byte[] number = bits.shiftRight(CHECKSUM_BITS).toByteArray(); // may be short, or lead with a zero
        int length = Math.min(number.length, SECRET_BYTES);
        System.arraycopy(number, number.length - length, secret, SECRET_BYTES - length, length);
        int given = bits.intValue() & ((1 << CHECKSUM_BITS) - 1);
        return given == checksum(secret)
                ? new Receipt(secret)
                : new MalformedReceipt(MalformedReceipt.Reason.CHECKSUM, 0);
    }

    private static int checksum(byte[] secret) {
        byte[] hash = Digests.sha256(LABEL.getBytes(StandardCharsets.US_ASCII), secret);
        return ((hash[0] & 0xff) << 8 | (hash[1] & 0xff)) >>> 2;
    }

    private BigInteger bits() {
        return new BigInteger(1, secret).shiftLeft(CHECKSUM_BITS).or(BigInteger.valueOf(checksum(secret)));
    }

    /** Ten words. Whoever reads them comes back as the reporter. */
    public List<String> revealWords(WordList list) {
        List<String> words = new ArrayList<>();
        for (int i = WORDS - 1; i >= 0; i--) {
            words.add(list.word(bits().shiftRight(11 * i).intValue() & (WordList.SIZE - 1)));
        }
        return List.copyOf(words);
    }

    /** 34 digits in groups of five, the last of four. The same danger. */
    public String revealDigits() {
        return String.format("%034d", bits()).replaceAll("(\\d{5})(?=\\d)", "$1 ");
    }

    /** 16 bytes under which replies wait. Says nothing of the other two. */
    public byte[] locator() {
        return derived("/locator", 16);
    }

    /** The key pair of replies: its recipient goes into the report file. */
    public HybridIdentity mailbox() {
        return HybridIdentity.fromSeed(derived("/mailbox", 32));
    }

    /** The 32-byte key of {@link #prove}; goes, sealed, into the report file, for whoever checks additions. */
    public byte[] revealProveKey() {
        return derived("/prove", 32);
    }

    /** HMAC-SHA256 over an addition, 32 bytes: says that it was made by a holder of this receipt. */
    public byte[] prove(byte[] addition) {
        return Digests.hmacSha256(revealProveKey(), addition);
    }

    /** Whether {@code proof} is {@link #prove} of the receipt with this prove key. */
    public static boolean proves(byte[] proveKey, byte[] addition, byte[] proof) {
        return MessageDigest.isEqual(Digests.hmacSha256(proveKey, addition), proof);
    }

    private byte[] derived(String purpose, int length) {
        return Hkdf.derive(secret, (LABEL + purpose).getBytes(StandardCharsets.US_ASCII), length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Receipt that && MessageDigest.isEqual(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(locator());
    }

    @Override
    public String toString() {
        return "Receipt";
    }
}
