// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.regex.Pattern;

/** The one spelling of names and ids in the formats of this room. */
final class Names {

    /** Characters of a name: a-z, 0-9 and hyphen, a letter first. Asked a few times for each entry that is opened. */
    private static final int MOST = 32;

    /** 128 random bits in base32, as docs/formats/entry.md spells ids. */
    private static final Pattern ID = Pattern.compile("[a-z2-7]{26}");

    private Names() {}

    static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z') && !(i > 0 && (c == '-' || (c >= '0' && c <= '9')))) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MOST;
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    static String name(String text, String what) {
        if (!isName(text)) {
            throw new SealException(what + " is 1 to 32 of a-z, 0-9 and hyphen, a letter first");
        }
        return text;
    }

    static String id(String text, String what) {
        if (!isId(text)) {
            throw new SealException(what + " is an id: 26 of a-z and 2-7");
        }
        return text;
    }
}
