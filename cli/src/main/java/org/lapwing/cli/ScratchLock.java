// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.util.Optional;
import org.lapwing.linkage.spill.PieceLock;
import org.lapwing.seal.ScratchKey;

/** What of lists waits on disk while they are linked is sealed by a key of this process. */
record ScratchLock(ScratchKey key) implements PieceLock {
    @Override
    public byte[] lock(long number, byte[] plain) {
        return key.seal(number, plain);
    }

    @Override
    public Optional<byte[]> unlock(long number, byte[] locked) {
        return key.open(number, locked);
    }

    @Override
    public int overhead() {
        return ScratchKey.OVERHEAD_BYTES;
    }

    @Override
    public void close() {
        key.close();
    }
}
