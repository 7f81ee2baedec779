// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text that can be overwritten. What a page or a sealing made of it stays in memory until it is collected: Java promises
 * no more, and THREATS says so.
 */
final class Wiped {

    private byte[] utf8 = new byte[0];

    void set(String text) {
        wipe();
        utf8 = text.getBytes(StandardCharsets.UTF_8);
    }

    String text() {
        return new String(utf8, StandardCharsets.UTF_8);
    }

    boolean isBlank() {
        return text().isBlank();
    }

    boolean isEmpty() {
        return utf8.length == 0;
    }

    void wipe() {
        Arrays.fill(utf8, (byte) 0);
        utf8 = new byte[0];
    }

    @Override
    public String toString() {
        return "Wiped";
    }
}
