// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lapwing.entry.Id;

/**
 * The one-time code that says: who sits at this browser also sees this terminal. A code takes few tries; then another one
 * is shown. Safe for use by several threads.
 */
public final class SetUpCode {
    private static final int TRIES = 5;
    /** 50 bits; with five tries for each that is shown, guessing leads nowhere. */
    private static final int LETTERS = 10;

    private final SecureRandom random;
    private final Consumer<String> terminal;
    private @Nullable String code;
    private int triesLeft;

    public SetUpCode(SecureRandom random, Consumer<String> terminal) {
        this.random = random;
        this.terminal = terminal;
    }

    /** Shows a new code on the terminal. */
    public synchronized void show() {
        code = Id.random(random).toString().substring(0, LETTERS);
        triesLeft = TRIES;
        terminal.accept("This desk has no members yet. Open it in a browser; the code for setting it up is "
                + code.substring(0, LETTERS / 2) + "-" + code.substring(LETTERS / 2));
    }

    /** Whether this is the code; it counts once. */
    public synchronized boolean accept(String typed) {
        if (code == null) {
            return false;
        }
        byte[] letters = typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        boolean same = MessageDigest.isEqual(letters, code.getBytes(StandardCharsets.US_ASCII));
        if (same) {
            code = null;
        } else if (--triesLeft == 0) {
            show();
        }
        return same;
    }
}
