// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GroupSyncTest {

    @Test
    void aCrowdSharesTheSyncAfterTheOneThatRuns() throws Exception {
        AtomicInteger syncs = new AtomicInteger();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        GroupSync group = new GroupSync(() -> {
            if (syncs.incrementAndGet() == 1) {
                first.countDown();
                await(go);
            }
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> waiting = new ArrayList<>();
            waiting.add(threads.submit(() -> sync(group)));
            first.await();
            CountDownLatch asked = new CountDownLatch(50);
            for (int i = 0; i < 50; i++) {
                waiting.add(threads.submit(() -> {
                    asked.countDown();
                    sync(group);
                }));
            }
            asked.await();
            assertThat(waiting.stream().skip(1)).noneMatch(Future::isDone);
            go.countDown();
            for (Future<?> each : waiting) {
                each.get();
            }
        }
        assertThat(syncs.get()).isBetween(2, 10); // one each would be 51
    }

    @Test
    void aFailureIsToldToWhoeverLedItAndNotTakenForSuccess() throws IOException {
        AtomicInteger syncs = new AtomicInteger();
        GroupSync group = new GroupSync(() -> {
            if (syncs.incrementAndGet() == 1) {
                throw new IOException("the disk failed");
            }
        });
        assertThatThrownBy(group::sync).isInstanceOf(IOException.class);
        group.sync();
        assertThat(syncs.get()).isEqualTo(2);
    }

    private static void sync(GroupSync group) {
        try {
            group.sync();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
