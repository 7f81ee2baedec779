// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lapwing.figures.Language;
import org.lapwing.linkage.compare.Kind;

class WordsTest {

    @Test
    void everyKindLevelAndKeyIsSaidInRussian() {
        List<String> words = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            words.add(kind.words());
            words.addAll(kind.comparison().levels());
            words.addAll(kind.comparison().keys());
        }
        assertThat(words)
                .hasSizeGreaterThan(60)
                .allSatisfy(each ->
                        assertThat(Words.in(Language.RUSSIAN, each)).as(each).matches("[^a-zA-Z]+"));
    }
}
