// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lapwing.linkage.LinkageException;
import org.lapwing.linkage.compare.Comparison;
import org.lapwing.linkage.compare.Kind;

class RecognitionTest {

    private static RecordList list(String name, List<String> header, List<List<String>> rows) {
        RecordList.Builder list = new RecordList.Builder(name, name + ".csv", header);
        for (int i = 0; i < rows.size(); i++) {
            list.row(i + 2, rows.get(i));
        }
        return list.build();
    }

    private final RecordList births = list(
            "amber",
            List.of("id", "full name", "birth date"),
            List.of(List.of("1", "Karimo Velusa", "1977-02-03"), List.of("2", "Tonibe Darlen", "about 1960")));
    private final RecordList ages = list(
            "birch",
            List.of("№", "имя", "фамилия", "возраст", "дата задержания", "пометки"),
            List.of(
                    List.of("7", "Каримо", "Велуса", "40", "05.03.2017", "x"),
                    List.of("8", "Тонибе", "Дарлен", "неизвестно", "06.03.2017", "x")));

    @Test
    void recognisesColumnsInBothLanguagesAndJoinsWhatBelongsTogether() {
        Layout layout = Recognition.of(List.of(births, ages));
        assertThat(layout.idColumns()).containsExactly("id", "№");
        assertThat(layout.fields())
                .extracting(FieldPlan::kind)
                .containsExactly(Kind.PERSON_NAME, Kind.BIRTH_DATE, Kind.EVENT_DATE);
        assertThat(layout.fields().getFirst().columns()).containsExactly("full name", "имя", "фамилия");
        assertThat(layout.ignored()).extracting(Layout.Ignored::column).contains("пометки", "возраст");
    }

    @Test
    void readsAnAgeOnADateAsAnIntervalOfBirth() {
        RecordList two = list(
                "birch",
                List.of("id", "full name", "age", "date"),
                List.of(
                        List.of("7", "Karimo Velusa", "40", "05.03.2017"),
                        List.of("8", "Tonibe Darlen", "12", "2017")));
        Records records = Records.of(List.of(births, two), Recognition.of(List.of(births, two)));
        Field birth = records.fields().stream()
                .filter(field -> field.plan().kind() == Kind.BIRTH_DATE)
                .findFirst()
                .orElseThrow();
        Comparison<Object> comparison = Field.comparison(Kind.BIRTH_DATE);
        Object told = birth.value(birth.code(0));
        assertThat(comparison.level(told, birth.value(birth.code(2)))).isEqualTo(4);
        assertThat(comparison.level(told, birth.value(birth.code(3)))).isEqualTo(1);
    }

    @Test
    void refusesAnIdThatStandsTwiceAndAnEmptyOne() {
        RecordList twice = list("cedar", List.of("id", "name"), List.of(List.of("1", "a"), List.of("1", "b")));
        Layout layout = Recognition.of(List.of(twice));
        assertThatThrownBy(() -> Records.of(List.of(twice), layout))
                .isInstanceOf(LinkageException.class)
                .hasMessageContaining("cedar.csv, line 3, column \"id\"");
    }
}
