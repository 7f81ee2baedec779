// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lapwing.linkage.lists.Field;

/** Each kind of column against cells that people write. */
class ComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            BIRTH_DATE | 1967-09-27 | 27.09.1967 | the same
            BIRTH_DATE | 1967-09-27 | 1867-09-27 | one digit apart, or day and month swapped
            BIRTH_DATE | 1967-02-03 | 1967-03-02 | one digit apart, or day and month swapped
            BIRTH_DATE | 12 March 2017 | март 2017 | one date lies within the other
            BIRTH_DATE | about March 2017 | 2017-03-20 | one date lies within the other
            BIRTH_DATE | 1967-09-27 | 1951-01-12 | differs
            AGE | 40 | 41 | within 5 in a hundred, or 1
            AGE | около 40 | 40 | the same
            AGE | 40 | 62 | differs
            PLACE | Darlen, Upper Morvel | Дарлен | one lies within the other, or within 2 km
            PLACE | 43.310 45.690 | 43.318; 45.692 | one lies within the other, or within 2 km
            PLACE | Toviska, Upper Morvel | Gupen, Upper Morvel | the same district, or within 50 km
            CODE | AB 12-345 | ab12345 | the same
            CODE | 1804974 | 1804947 | one character apart, or two swapped
            SET | crow; wren | wren;crow | the same
            SET | crow;wren | wren;lark;owl | something in common
            CATEGORY | М | male | the same
            CATEGORY | Ж | male | differs
            GIVEN_NAME | Юлия | Yuliya | the same
            GIVEN_NAME | Sasha | Aleksandr | initial, nickname or part
            FAMILY_NAME | Drozdova | Дроздов | the same name, spelled or romanised otherwise
            FAMILY_NAME | Drozdov | Drozov | one or two letters apart
            FAMILY_NAME | Drozdov | Sinitsyn | differs
            TEXT | pridham street | pridhamstreet | the same, spelled otherwise
            """)
    void standsAtTheLevelThatAReaderExpectsEitherWay(String kind, String a, String b, String level) {
        Comparison<Object> comparison = Field.comparison(Kind.valueOf(kind));
        Object left = comparison.read(a).orElseThrow();
        Object right = comparison.read(b).orElseThrow();
        List<String> levels = comparison.levels();
        assertThat(levels.get(comparison.level(left, right) - 1)).isEqualTo(level);
        assertThat(comparison.level(right, left)).isEqualTo(comparison.level(left, right));
        assertThat(comparison.level(left, left)).isEqualTo(levels.size());
    }
}
