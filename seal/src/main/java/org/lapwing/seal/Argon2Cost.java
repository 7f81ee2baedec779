// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * What one guess at a passphrase costs: Argon2id (RFC 9106) over this much memory, this often, in this many lanes. Stated
 * in the key file.
 *
 * @param memoryKiB 8,192 (8 MiB) to 1,048,576 (1 GiB)
 * @param passes 1 to 16
 * @param parallelism 1 to 4
 */
public record Argon2Cost(int memoryKiB, int passes, int parallelism) {

    /** 256 MiB, three passes, one lane: about 0.9 s on the machines we measured. */
    public static final Argon2Cost DEFAULT = new Argon2Cost(256 * 1024, 3, 1);

    public Argon2Cost {
        if (!accepts(memoryKiB, passes, parallelism)) {
            throw new SealException(
                    "Argon2id is accepted with 8 MiB to 1 GiB, 1 to 16 passes and 1 to 4 lanes; this has " + memoryKiB
                            + " KiB, " + passes + " and " + parallelism);
        }
    }

    /** A file's stated cost is checked before a byte of memory is taken for it. */
    static boolean accepts(int memoryKiB, int passes, int parallelism) {
        return memoryKiB >= 8 * 1024
                && memoryKiB <= 1024 * 1024
                && passes >= 1
                && passes <= 16
                && parallelism >= 1
                && parallelism <= 4;
    }
}
