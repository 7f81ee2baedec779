// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.spill;

import java.util.Optional;

/**
 * Seals what waits on disk, under a key that is written nowhere. Whoever links hands it over: this room calls no
 * cryptography of its own. Safe for use by several threads.
 */
public interface PieceLock extends AutoCloseable {

    /** Sealed, {@link #overhead} bytes longer. No number is used twice. */
    byte[] lock(long number, byte[] plain);

    /** What was sealed under this number, or empty where this is anything else. */
    Optional<byte[]> unlock(long number, byte[] locked);

    int overhead();

    /** Forgets the key. */
    @Override
    void close();
}
