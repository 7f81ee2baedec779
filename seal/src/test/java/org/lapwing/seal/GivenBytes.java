// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.security.SecureRandom;
import java.util.Arrays;

/** A generator that hands out exactly the given bytes, once: to repeat a published vector. */
final class GivenBytes extends SecureRandom {

    private final byte[] given;
    private int at;

    GivenBytes(byte[] given) {
        this.given = given;
    }

    @Override
    public void nextBytes(byte[] bytes) {
        byte[] next = Arrays.copyOfRange(given, at, at + bytes.length);
        System.arraycopy(next, 0, bytes, 0, next.length);
        at += next.length;
        if (at > given.length) {
            throw new IllegalStateException("more randomness was taken than given");
        }
    }
}
