// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Takes bytes from outside. */
@FunctionalInterface
public interface Parser {
    /** Returns, whether it took the bytes or refused them as its room documents; throws anything else that went wrong. */
    void take(byte[] input) throws Exception;

    /** What came of reading; empty where it was refused with the one exception that the room documents. */
    static <T> Optional<T> read(Class<? extends Exception> refusal, Callable<T> reading) throws Exception {
        try {
            return Optional.of(reading.call());
        } catch (Exception e) {
            if (refusal.isInstance(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** What a round trip must keep. */
    static void same(Object expected, Object found, String what) {
        if (!expected.equals(found)) {
            throw new AssertionError(what + " changed on its way through bytes");
        }
    }

    static void same(byte[] expected, byte[] found, String what) {
        if (!Arrays.equals(expected, found)) {
            throw new AssertionError(what + " changed on its way through bytes");
        }
    }
}
