// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Names of months and seasons as people type them, in every case and the usual short forms; numbered as in EDTF. */
final class MonthNames {

    private static final Map<String, Integer> NUMBERS = numbers();
    private static final Set<String> UNKNOWN = Set.of(
            "unknown",
            "not known",
            "don't know",
            "do not know",
            "i don't know",
            "?",
            "-",
            "n/a",
            "no",
            "неизвестно",
            "не знаю",
            "не помню",
            "нет",
            "дата неизвестна");

    private MonthNames() {}

    static Optional<Integer> number(String word) {
        return Optional.ofNullable(NUMBERS.get(word));
    }

    static String english(int month) {
        return Month.of(month).getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
    }

    static boolean meansUnknown(String text) {
        return UNKNOWN.contains(text);
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> names = new HashMap<>();
        for (int m = 1; m <= 12; m++) {
            names.put(english(m), m);
            names.put(english(m).substring(0, 3), m);
        }
        names.put("sept", 9);
        List<String> softStems =
                List.of("январ", "феврал", "апрел", "июн", "июл", "сентябр", "октябр", "ноябр", "декабр");
        int[] softMonths = {1, 2, 4, 6, 7, 9, 10, 11, 12};
        for (int i = 0; i < softMonths.length; i++) {
            putAll(names, softMonths[i], softStems.get(i), "ь", "я", "е", "ю", "ем");
        }
        putAll(names, 3, "март", "", "а", "е", "у", "ом");
        putAll(names, 8, "август", "", "а", "е", "у", "ом");
        putAll(names, 5, "ма", "й", "я", "е", "ю", "ем");
        List<String> shortForms =
                List.of("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек");
        for (int m = 1; m <= 12; m++) {
            names.put(shortForms.get(m - 1), m);
        }
        names.put("февр", 2);
        names.put("сент", 9);
        names.put("нояб", 11);
        seasons(names);
        return Map.copyOf(names);
    }

    private static void seasons(Map<String, Integer> names) {
        putAll(names, 21, "", "spring", "весна", "весны", "весне", "весну", "весной", "весною");
        putAll(names, 22, "", "summer", "лето", "лета", "лете", "лету", "летом");
        putAll(names, 23, "", "autumn", "fall", "осень", "осени", "осенью");
        putAll(names, 24, "", "winter", "зима", "зимы", "зиме", "зиму", "зимой", "зимою");
    }

    private static void putAll(Map<String, Integer> names, int number, String stem, String... endings) {
        for (String ending : endings) {
            names.put(stem + ending, number);
        }
    }
}
