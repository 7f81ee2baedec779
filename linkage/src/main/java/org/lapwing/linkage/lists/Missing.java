// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.lists;

import java.util.Locale;
import java.util.Set;

/** Cells that say "not known" in words. */
final class Missing {

    private static final Set<String> WORDS = Set.of(
            "",
            "na",
            "n/a",
            "nan",
            "null",
            "none",
            "-",
            "--",
            "?",
            "unknown",
            "not known",
            "неизвестно",
            "неизвестен",
            "неизвестна",
            "нет данных",
            "н/д",
            "не указано");

    private Missing() {}

    static boolean is(String cell) {
        return cell.length() <= 14 && WORDS.contains(cell.toLowerCase(Locale.ROOT));
    }
}
