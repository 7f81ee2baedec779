// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One sheet of SLIP-0039 paper: ten bits a word, the last three words a Reed-Solomon checksum over GF(1024). */
record Slip39Sheet(
        int identifier,
        boolean extendable,
        int exponent,
        int groupIndex,
        int groupThreshold,
        int groupCount,
        int memberIndex,
        int memberThreshold,
        byte[] value) {
    private static final int RADIX_BITS = 10;
    private static final int HEAD_WORDS = 4;
    private static final int CHECKSUM_WORDS = 3;
    private static final int LEAST_WORDS = 20;
    /** A secret of 512 bits: twice what anybody writes. */
    private static final int MOST_WORDS = 59;
    /** 2,500 iterations a round times two to this: a sheet that asks for more would keep a machine busy for minutes. */
    private static final int MOST_EXPONENT = 6;

    private static final int[] GENERATOR = {
        0xE0E040, 0x1C1C080, 0x3838100, 0x7070200, 0xE0E0009, 0x1C0C2412, 0x38086C24, 0x3090FC48, 0x21B1F890, 0x3F3F120
    };
    private static final List<String> WORDS = load();
    private static final Map<String, Integer> INDEX = index();

    boolean sameSecretAs(Slip39Sheet other) {
        return identifier == other.identifier
                && extendable == other.extendable
                && exponent == other.exponent
                && groupThreshold == other.groupThreshold
                && groupCount == other.groupCount
                && value.length == other.value.length;
    }

    String words() {
        int valueWords = (value.length * 8 + RADIX_BITS - 1) / RADIX_BITS;
        int[] words = new int[HEAD_WORDS + valueWords + CHECKSUM_WORDS];
        int head = (identifier << 5) | ((extendable ? 1 : 0) << 4) | exponent;
        int shape = (groupIndex << 16)
                | ((groupThreshold - 1) << 12)
                | ((groupCount - 1) << 8)
                | (memberIndex << 4)
                | (memberThreshold - 1);
        words[0] = head >> RADIX_BITS;
        words[1] = head & 1023;
        words[2] = shape >> RADIX_BITS;
        words[3] = shape & 1023;
        BigInteger bits = new BigInteger(1, value);
        for (int i = 0; i < valueWords; i++) {
            words[HEAD_WORDS + i] =
                    bits.shiftRight(RADIX_BITS * (valueWords - 1 - i)).intValue() & 1023;
        }
        int checksum = polymod(words, extendable) ^ 1;
        for (int i = 0; i < CHECKSUM_WORDS; i++) {
            words[words.length - CHECKSUM_WORDS + i] = (checksum >> (RADIX_BITS * (CHECKSUM_WORDS - 1 - i))) & 1023;
        }
        var text = new ArrayList<String>();
        Arrays.stream(words).forEach(word -> text.add(WORDS.get(word)));
        return String.join(" ", text);
    }

    static Slip39Sheet parse(String sheet) {
        String[] typed = sheet.strip().toLowerCase(Locale.ROOT).split("\\s+");
        if (typed.length < LEAST_WORDS) {
            throw new SealException("a sheet has at least 20 words, this one has " + typed.length);
        }
        if (typed.length > MOST_WORDS) {
            throw new SealException("a sheet has at most " + MOST_WORDS + " words, this one has " + typed.length);
        }
        int[] words = new int[typed.length];
        for (int i = 0; i < typed.length; i++) {
            Integer index = INDEX.get(typed[i]);
            if (index == null) {
                throw new SealException("word " + (i + 1) + " of the sheet is not in the list");
            }
            words[i] = index;
        }
        int head = (words[0] << RADIX_BITS) | words[1];
        boolean extendable = ((head >> 4) & 1) == 1;
        if (polymod(words, extendable) != 1) {
            throw new SealException("the sheet's checksum differs: a word is mistyped or missing");
        }
        if ((head & 15) > MOST_EXPONENT) {
            throw new SealException("the sheet asks for an iteration exponent of " + (head & 15)
                    + "; accepted is at most " + MOST_EXPONENT);
        }
        int shape = (words[2] << RADIX_BITS) | words[3];
        int groupThreshold = ((shape >> 12) & 15) + 1;
        int groupCount = ((shape >> 8) & 15) + 1;
        if (groupThreshold > groupCount) {
            throw new SealException("the sheet asks for more groups than there are");
        }
        return new Slip39Sheet(
                head >> 5,
                extendable,
                head & 15,
                shape >> 16,
                groupThreshold,
                groupCount,
                (shape >> 4) & 15,
                (shape & 15) + 1,
                value(words));
    }

    private static byte[] value(int[] words) {
        int valueWords = words.length - HEAD_WORDS - CHECKSUM_WORDS;
        int padding = (RADIX_BITS * valueWords) % 16;
        BigInteger bits = BigInteger.ZERO;
        for (int i = 0; i < valueWords; i++) {
            bits = bits.shiftLeft(RADIX_BITS).or(BigInteger.valueOf(words[HEAD_WORDS + i]));
        }
        int length = (RADIX_BITS * valueWords - padding) / 8;
        if (padding > 8 || bits.bitLength() > length * 8) {
            throw new SealException("the sheet's padding is not zero or its length is not possible");
        }
        byte[] value = new byte[length];
        byte[] magnitude = bits.toByteArray();
        for (int i = 0; i < Math.min(length, magnitude.length); i++) {
            value[length - 1 - i] = magnitude[magnitude.length - 1 - i];
        }
        return value;
    }

    private static int polymod(int[] words, boolean extendable) {
        int sum = 1;
        for (byte each : (extendable ? "shamir_extendable" : "shamir").getBytes(StandardCharsets.US_ASCII)) {
            sum = step(sum, each);
        }
        for (int word : words) {
            sum = step(sum, word);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int top = sum >> 20;
        int next = ((sum & 0xFFFFF) << RADIX_BITS) ^ value;
        for (int i = 0; i < GENERATOR.length; i++) {
            if (((top >> i) & 1) == 1) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    private static List<String> load() {
        try (InputStream in = Slip39Sheet.class.getResourceAsStream("slip39-words.txt")) {
            if (in == null) {
                throw new SealException("the list of SLIP-0039 words is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new SealException("the list of SLIP-0039 words cannot be read", e);
        }
    }

    private static Map<String, Integer> index() {
        var index = new HashMap<String, Integer>();
        for (int i = 0; i < WORDS.size(); i++) {
            index.put(WORDS.get(i), i);
        }
        return Map.copyOf(index);
    }
}
