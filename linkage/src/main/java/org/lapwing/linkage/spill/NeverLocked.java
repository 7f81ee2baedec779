// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.spill;

import java.util.Optional;

/** Where there is memory without end, nothing ever waits on disk. */
final class NeverLocked implements PieceLock {
    @Override
    public byte[] lock(long number, byte[] plain) {
        throw new IllegalStateException("memory without end was promised, and something is to be written to disk");
    }

    @Override
    public Optional<byte[]> unlock(long number, byte[] locked) {
        return Optional.empty();
    }

    @Override
    public int overhead() {
        return 0;
    }

    @Override
    public void close() {
        // there is no key
    }
}
