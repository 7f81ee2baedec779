// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceiptTest {

    private final Receipt receipt = Receipt.generate(new Fixed.Counting(1));

    @ParameterizedTest
    @EnumSource
    void readsItsTenWords(WordList list) {
        List<String> words = receipt.revealWords(list);
        assertThat(words).hasSize(10);
        assertThat(Receipt.parse(String.join(" ", words))).isEqualTo(receipt);
        assertThat(Receipt.parse("\n " + String.join(",\r\n", words).toUpperCase(Locale.ROOT) + "."))
                .isEqualTo(receipt);
        assertThat(Receipt.parse(String.join(
                        " ",
                        words.stream()
                                .map(w -> w.substring(0, Math.min(4, w.length())))
                                .toList())))
                .isEqualTo(receipt);
    }

    @Test
    void readsWordsCopiedWithTheirNumbers() {
        List<String> words = receipt.revealWords(WordList.RUSSIAN);
        StringBuilder typed = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            typed.append(i + 1).append(". ").append(words.get(i)).append('\n');
        }
        assertThat(Receipt.parse(typed.toString())).isEqualTo(receipt);
    }

    @Test
    void readsItsDigitsHoweverGrouped() {
        String digits = receipt.revealDigits();
        assertThat(digits).matches("(\\d{5} ){6}\\d{4}");
        assertThat(Receipt.parse(digits)).isEqualTo(receipt);
        assertThat(Receipt.parse(digits.replace(" ", ""))).isEqualTo(receipt);
        assertThat(Receipt.parse(digits.replace(" ", "-\n"))).isEqualTo(receipt);
    }

    @Test
    void readsTheSmallestAndTheLargestReceipt() {
        for (Receipt extreme : List.of(Receipt.of(new byte[12]), Receipt.of(Fixed.bytes(12, 0xff)))) {
            assertThat(Receipt.parse(extreme.revealDigits())).isEqualTo(extreme);
            assertThat(Receipt.parse(String.join(" ", extreme.revealWords(WordList.ENGLISH))))
                    .isEqualTo(extreme);
        }
    }

    @Test
    void readsEveryReceiptOfASeededThousand() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            byte[] secret = new byte[12];
            random.nextBytes(secret);
            Receipt one = Receipt.of(secret);
            assertThat(Receipt.parse(one.revealDigits())).isEqualTo(one);
            assertThat(Receipt.parse(String.join(" ", one.revealWords(WordList.ENGLISH))))
                    .isEqualTo(one);
        }
    }

    @Test
    void namesTheUnknownWordByItsPlace() {
        List<String> words = new ArrayList<>(receipt.revealWords(WordList.ENGLISH));
        words.set(6, "qqqq");
        assertThat(Receipt.parse(String.join(" ", words)))
                .isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.UNKNOWN_WORD, 7));
    }

    @Test
    void saysHowManyWordsOrDigitsItFound() {
        List<String> nine = receipt.revealWords(WordList.ENGLISH).subList(0, 9);
        assertThat(Receipt.parse(String.join(" ", nine)))
                .isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.LENGTH, 9));
        assertThat(Receipt.parse("12345 67890")).isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.LENGTH, 10));
        assertThat(Receipt.parse("")).isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.LENGTH, 0));
        assertThat(Receipt.parse("a".repeat(4000))).isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.LENGTH, 0));
    }

    @Test
    void refusesTheLastWordsChangedByAnyOneBit() {
        List<String> words = receipt.revealWords(WordList.ENGLISH);
        for (int at = 0; at < 10; at++) {
            for (int bit = 0; bit < 11; bit++) {
                List<String> changed = new ArrayList<>(words);
                int index = WordList.ENGLISH.index(words.get(at)).orElseThrow();
                changed.set(at, WordList.ENGLISH.word(index ^ (1 << bit)));
                assertThat(Receipt.parse(String.join(" ", changed)))
                        .isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.CHECKSUM, 0));
            }
        }
    }

    @Test
    void refusesSwappedWordsAndTooLargeANumber() {
        List<String> words = new ArrayList<>(receipt.revealWords(WordList.RUSSIAN));
        Collections.swap(words, 2, 3);
        assertThat(Receipt.parse(String.join(" ", words)))
                .isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.CHECKSUM, 0));
        assertThat(Receipt.parse("9".repeat(34))).isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.CHECKSUM, 0));
    }

    @Test
    void refusesDigitsThatTakeTwoCharactersEach() {
        // U+1D7D8, a mathematical zero: once read as minus one
        assertThat(Receipt.parse("\uD835\uDFD8".repeat(17)))
                .isEqualTo(new MalformedReceipt(MalformedReceipt.Reason.LENGTH, 34));
    }

    @Test
    void derivesSeparateKeysThatSayNothingInToString() {
        byte[] locator = receipt.locator();
        assertThat(locator).hasSize(16);
        assertThat(receipt.mailbox().revealSeed())
                .isNotEqualTo(receipt.revealProveKey())
                .hasSize(32);
        assertThat(Arrays.copyOf(receipt.mailbox().revealSeed(), 16)).isNotEqualTo(locator);
        assertThat(receipt.toString()).isEqualTo("Receipt");
    }

    @Test
    void provesAnAdditionAndNoOther() {
        byte[] addition = "they moved him".getBytes(StandardCharsets.UTF_8);
        byte[] proof = receipt.prove(addition);
        assertThat(Receipt.proves(receipt.revealProveKey(), addition, proof)).isTrue();
        assertThat(Receipt.proves(receipt.revealProveKey(), Fixed.flipped(addition, 0), proof))
                .isFalse();
        assertThat(Receipt.proves(Receipt.generate(new Fixed.Counting(9)).revealProveKey(), addition, proof))
                .isFalse();
    }
}
