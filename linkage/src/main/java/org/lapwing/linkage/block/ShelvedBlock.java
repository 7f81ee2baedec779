// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.block;

import java.util.List;
import java.util.function.Supplier;
import org.lapwing.linkage.spill.Spill;
import org.lapwing.linkage.spill.WorkingMemory;

/**
 * A block in memory, or on disk where memory is short, with what is asked of it before it is walked through.
 *
 * @param pairs as {@link Block#pairs()}
 * @param left as {@link Block#left()}
 * @param shelf where it lies; gives the same block each time
 */
record ShelvedBlock(long pairs, long left, Supplier<Block> shelf) {

    static ShelvedBlock of(Block block, WorkingMemory memory) {
        long bytes = (long) Integer.BYTES * (block.order().length + block.starts().length + block.windows().length);
        return new ShelvedBlock(
                block.pairs(), block.left(), memory.take(bytes) ? () -> block : onDisk(block, memory.spill()));
    }

    private static Supplier<Block> onDisk(Block block, Spill spill) {
        List<Spill.Piece> order = spill.write(block.order());
        List<Spill.Piece> starts = spill.write(block.starts());
        List<Spill.Piece> windows = spill.write(block.windows());
        return () -> new Block(spill.ints(order), spill.ints(starts), spill.ints(windows));
    }
}
