// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.AEADBadTagException;

/**
 * Seals a whole source: a short one here, a long one in batches on two threads while the caller's reads ahead and writes
 * in order. Each chunk's nonce is its number, so the bytes are those of a single writer. Memory is that of {@link
 * #MOST_BATCHES}, however long the source is.
 */
final class BulkSealing {

    private static final int BATCH_CHUNKS = 16;
    private static final int BATCH_BYTES = BATCH_CHUNKS * PayloadCipher.CHUNK_BYTES;
    private static final int MOST_BATCHES = 4;
    private static final int THREADS = 2;

    private final PayloadCipher cipher;
    private long nextChunk;

    BulkSealing(PayloadCipher cipher) {
        this.cipher = cipher;
    }

    /** One batch: what was read, and what it becomes. Used again when it was written. */
    private static final class Batch {
        private final byte[] plain;
        private final byte[] sealed;
        private int length;

        Batch(int bytes) {
            plain = new byte[bytes];
            sealed = new byte[bytes + bytes / PayloadCipher.CHUNK_BYTES * PayloadCipher.TAG_BYTES];
        }
    }

    void seal(InputStream in, OutputStream out) throws IOException {
        Batch first = new Batch(PayloadCipher.CHUNK_BYTES);
        first.length = in.readNBytes(first.plain, 0, PayloadCipher.CHUNK_BYTES);
        if (first.length == PayloadCipher.CHUNK_BYTES) {
            Batch larger = new Batch(BATCH_BYTES);
            System.arraycopy(first.plain, 0, larger.plain, 0, first.length);
            Arrays.fill(first.plain, (byte) 0);
            larger.length = first.length + in.readNBytes(larger.plain, first.length, BATCH_BYTES - first.length);
            first = larger;
        }
        if (first.length < BATCH_BYTES) {
            write(sealed(first, cipher, true), out);
        } else {
            sealLong(first, in, out);
        }
    }

    private void sealLong(Batch first, InputStream in, OutputStream out) throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("seal-", 0).factory());
        Queue<Future<Batch>> underWay = new ArrayDeque<>();
        try {
            Batch read = first;
            boolean last = false;
            while (!last) {
                // a batch is handed on only when it is known whether anything follows: the final chunk is marked
                Batch next =
                        underWay.size() < MOST_BATCHES - 1 ? new Batch(BATCH_BYTES) : written(underWay.remove(), out);
                next.length = in.readNBytes(next.plain, 0, BATCH_BYTES);
                last = next.length == 0;
                underWay.add(handOn(threads, read, last));
                read = next;
            }
            while (!underWay.isEmpty()) {
                written(underWay.remove(), out);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Future<Batch> handOn(ExecutorService threads, Batch batch, boolean last) {
        PayloadCipher own = cipher.from(nextChunk);
        nextChunk += BATCH_CHUNKS;
        return threads.submit(() -> sealed(batch, own, last));
    }

    private static Batch sealed(Batch batch, PayloadCipher cipher, boolean last) {
        ByteBuffer out = ByteBuffer.wrap(batch.sealed);
        int at = 0;
        do {
            int bytes = Math.min(PayloadCipher.CHUNK_BYTES, batch.length - at);
            try {
                cipher.next(ByteBuffer.wrap(batch.plain, at, bytes), out, last && at + bytes == batch.length);
            } catch (AEADBadTagException e) {
                throw new AssertionError("sealing checks no tag", e);
            }
            at += bytes;
        } while (at < batch.length);
        batch.length = out.position();
        Arrays.fill(batch.plain, (byte) 0);
        return batch;
    }

    private static Batch written(Future<Batch> batch, OutputStream out) throws IOException {
        try {
            return write(batch.get(), out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("sealing was interrupted");
        } catch (ExecutionException e) {
            throw new AssertionError("sealing a batch cannot fail", e.getCause());
        }
    }

    private static Batch write(Batch sealed, OutputStream out) throws IOException {
        out.write(sealed.sealed, 0, sealed.length);
        return sealed;
    }
}
