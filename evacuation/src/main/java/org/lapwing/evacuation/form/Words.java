// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation.form;

import java.util.Locale;

/** How a word of a fixed list is written in a file. */
final class Words {
    private Words() {}

    static String of(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
