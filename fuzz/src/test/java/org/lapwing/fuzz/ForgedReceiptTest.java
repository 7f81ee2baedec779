// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.WordList;

/**
 * A receipt is no signed thing: its 14 check bits find mistakes, and any well-formed one leads to a quiet page. How many
 * mistakes they let through is counted here.
 */
class ForgedReceiptTest {
    private int tried;
    private int taken;

    @Test
    void findsAllButOneOfSixteenThousandMistakenWordsAndDigits() {
        Random random = new Random(5);
        for (int i = 0; i < 4; i++) {
            byte[] secret = new byte[Receipt.SECRET_BYTES];
            random.nextBytes(secret);
            Receipt receipt = Receipt.of(secret);
            for (WordList list : WordList.values()) {
                mistakenWords(receipt, list);
            }
            mistakenDigits(receipt);
        }
        System.out.printf("forged RECEIPT: %,d of %,d changed receipts refused%n", tried - taken, tried);
        assertThat(tried).isGreaterThan(160_000);
        // expected: 163,000 / 16,384 = 10; more than 25 would be beyond chance
        assertThat(taken).isLessThan(25);
    }

    private void mistakenWords(Receipt receipt, WordList list) {
        List<String> words = receipt.revealWords(list);
        for (int at = 0; at < Receipt.WORDS; at++) {
            for (int other = 0; other < WordList.SIZE; other++) {
                if (!list.word(other).equals(words.get(at))) {
                    var changed = new ArrayList<>(words);
                    changed.set(at, list.word(other));
                    count(receipt, String.join(" ", changed));
                }
            }
        }
    }

    private void mistakenDigits(Receipt receipt) {
        String digits = receipt.revealDigits().replace(" ", "");
        for (int at = 0; at < Receipt.DIGITS; at++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(at)) {
                    count(receipt, digits.substring(0, at) + other + digits.substring(at + 1));
                }
            }
        }
    }

    private void count(Receipt receipt, String typed) {
        tried++;
        if (Receipt.parse(typed) instanceof Receipt other) {
            assertThat(other).isNotEqualTo(receipt);
            taken++;
        }
    }
}
