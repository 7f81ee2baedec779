// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Forces one folder's entries to the disk for many threads at once: whoever asks while a sync runs shares the next one, so
 * a crowd costs two syncs and not one each.
 */
public final class GroupSync {

    /** What is done to make everything before it durable. */
    @FunctionalInterface
    interface Sync {
        void run() throws IOException;
    }

    private final Sync sync;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition finished = lock.newCondition();
    private long asked;
    private long done;
    private boolean running;

    GroupSync(Sync sync) {
        this.sync = sync;
    }

    public static GroupSync of(Path folder) {
        return new GroupSync(() -> now(folder));
    }

    /** Forces a folder or file alone. */
    static void now(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Returns once a sync that began after this call has ended. A failed one fails its leader; the others try again. */
    public void sync() throws IOException {
        lock.lock();
        try {
            long mine = ++asked;
            while (done < mine) {
                if (running) {
                    finished.awaitUninterruptibly();
                } else {
                    lead();
                }
            }
        } finally {
            lock.unlock();
        }
    }

    private void lead() throws IOException {
        long covered = asked;
        running = true;
        lock.unlock();
        try {
            sync.run();
            lock.lock();
            done = Math.max(done, covered);
        } finally {
            if (!lock.isHeldByCurrentThread()) {
                lock.lock();
            }
            running = false;
            finished.signalAll();
        }
    }
}
