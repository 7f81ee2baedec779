// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private final Likeness likeness = new Likeness();

    @Test
    void countsEditsAndSwapsAsTheTableOfTheDefinitionDoes() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 20_000; round++) {
            String a = word(random, 20);
            String b = random.nextInt(3) == 0 ? word(random, 20) : slipped(a, random);
            assertThat(likeness.edits(a, b, 99)).as(a + " " + b).isEqualTo(byDefinition(a, b));
        }
    }

    @Test
    void measuresJaroWinklerAsPublished() {
        // Winkler 1990, table of examples
        assertThat(likeness.jaroWinkler("martha", "marhta")).isCloseTo(0.9611, within(1e-4));
        assertThat(likeness.jaroWinkler("dwayne", "duane")).isCloseTo(0.84, within(1e-4));
        assertThat(likeness.jaroWinkler("dixon", "dicksonx")).isCloseTo(0.8133, within(1e-4));
    }

    @Test
    void isSymmetricForShortAndLongWordsAndOtherScripts() {
        SplittableRandom random = new SplittableRandom(8);
        for (int round = 0; round < 5000; round++) {
            int most = round % 10 == 0 ? 150 : 24;
            String a = word(random, most);
            String b = word(random, most) + (round % 7 == 0 ? "김정은" : "");
            assertThat(likeness.jaroWinkler(a, b)).isEqualTo(likeness.jaroWinkler(b, a));
            assertThat(likeness.edits(a, b, 200)).isEqualTo(likeness.edits(b, a, 200));
        }
    }

    @Test
    void stopsCountingBeyondWhatIsAsked() {
        assertThat(likeness.edits("abcdef", "uvwxyz", 2)).isEqualTo(3);
        assertThat(likeness.edits("a", "abcdefgh", 2)).isEqualTo(3);
    }

    private static String word(SplittableRandom random, int most) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(1, most); i > 0; i--) {
            word.append((char) ('a' + random.nextInt(4)));
        }
        return word.toString();
    }

    private static String slipped(String word, SplittableRandom random) {
        StringBuilder slipped = new StringBuilder(word);
        int at = random.nextInt(word.length());
        if (random.nextBoolean() && at > 0) {
            char before = slipped.charAt(at - 1);
            slipped.setCharAt(at - 1, slipped.charAt(at));
            slipped.setCharAt(at, before);
        } else {
            slipped.setCharAt(at, 'z');
        }
        return slipped.toString();
    }

    /** Optimal string alignment, cell by cell. */
    private static int byDefinition(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(d[i - 1][j - 1] + same, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
