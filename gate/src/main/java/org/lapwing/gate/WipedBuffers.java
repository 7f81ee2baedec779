// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.util.BufferUtil;

/**
 * The buffers in which requests come and answers go: kept for the next one, as they cost much to make, and overwritten
 * with zeros before. Jetty's own pool keeps them as they were, with what was typed in them. Thread-safe.
 */
final class WipedBuffers implements ByteBufferPool {

    private static final int SMALLEST_BYTES = 1024;
    /** Larger ones than Jetty asks for here are not kept. */
    private static final int LARGEST_BYTES = 64 * 1024;

    private static final int MOST_OF_A_SIZE = 128;
    private static final byte[] ZEROS = new byte[SMALLEST_BYTES];

    private final Map<Integer, BlockingQueue<ByteBuffer>> direct = new ConcurrentHashMap<>();
    private final Map<Integer, BlockingQueue<ByteBuffer>> onHeap = new ConcurrentHashMap<>();

    @Override
    public RetainableByteBuffer.Mutable acquire(int size, boolean isDirect) {
        int capacity = Math.max(SMALLEST_BYTES, Integer.highestOneBit(Math.max(1, size - 1)) << 1);
        if (size > LARGEST_BYTES) {
            return new Kept(BufferUtil.allocate(size, isDirect), new ArrayBlockingQueue<>(1));
        }
        BlockingQueue<ByteBuffer> same =
                (isDirect ? direct : onHeap).computeIfAbsent(capacity, _ -> new ArrayBlockingQueue<>(MOST_OF_A_SIZE));
        ByteBuffer kept = same.poll();
        return new Kept(kept == null ? BufferUtil.allocate(capacity, isDirect) : kept, same);
    }

    @Override
    public void clear() {
        direct.clear();
        onHeap.clear();
    }

    /** Overwrites the whole and leaves it empty in Jetty's way (position and limit 0). */
    static void wipe(ByteBuffer buffer) {
        buffer.clear();
        while (buffer.hasRemaining()) {
            buffer.put(ZEROS, 0, Math.min(ZEROS.length, buffer.remaining()));
        }
        buffer.clear().limit(0);
    }

    private final class Kept extends RetainableByteBuffer.Pooled {
        private final ByteBuffer buffer;
        private final BlockingQueue<ByteBuffer> same;

        Kept(ByteBuffer buffer, BlockingQueue<ByteBuffer> same) {
            super(WipedBuffers.this, buffer);
            this.buffer = buffer;
            this.same = same;
        }

        @Override
        public boolean release() {
            boolean last = super.release();
            if (last) {
                wipe(buffer);
                var _ = same.offer(buffer); // beyond the most it is left to the collector
            }
            return last;
        }
    }
}
