// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.block;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.lapwing.linkage.Threads;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.spill.WorkingMemory;

/**
 * The pairs of records to compare: those that share a key, each pair once, at the first key that it shares. Iterated in the
 * order of blocks, so that what is looked up for one record stays near. The set of pairs does not depend on threads.
 */
public final class Candidates {

    /** Receives pairs on one thread; {@code left} is told once before the pairs of a record. */
    public interface Visitor {
        void left(int record);

        void right(int record);
    }

    private static final long PAIRS_A_TASK = 200_000;
    private static final int WINDOW = 24;

    private final Records records;
    private final List<ShelvedBlock> blocks;
    /** By record, then by key: what one record is in lies together, since pairs of earlier keys are looked up all the time. */
    private final int[] groups;

    /** @param most records in a group of which all pairs are compared */
    public Candidates(Records records, List<Key> keys, int most) {
        this(records, keys, most, WorkingMemory.unbounded());
    }

    /** @param memory what does not fit in it waits on disk until its key's turn */
    public Candidates(Records records, List<Key> keys, int most, WorkingMemory memory) {
        this.records = records;
        int stride = keys.size();
        this.groups = new int[Math.multiplyExact(records.size(), stride)];
        this.blocks = IntStream.range(0, stride)
                .parallel()
                .mapToObj(k -> ShelvedBlock.of(
                        Block.of(records, keys.get(k), most, WINDOW, new Block.Groups(groups, stride, k)), memory))
                .toList();
    }

    /** Groups of at most this size are compared whole; larger ones would cost more than all the rest. */
    public static int mostInAGroup(int records) {
        return Math.max(400, (int) Math.min(5000, 40 * Math.sqrt(records)));
    }

    /** Pairs that share a key and are not compared because too many records share it. */
    public long left() {
        return blocks.stream().mapToLong(ShelvedBlock::left).sum();
    }

    /** Pairs before those that several keys share are counted once. */
    public long pairs() {
        return blocks.stream().mapToLong(ShelvedBlock::pairs).sum();
    }

    private record Task(int fromGroup, int untilGroup) {}

    /**
     * Visits all pairs, key after key, each on as many threads as asked.
     *
     * @param visitors makes the visitor of a thread
     */
    public void forEach(int threads, IntFunction<? extends Visitor> visitors) {
        List<Visitor> all = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            all.add(visitors.apply(t));
        }
        for (int key = 0; key < blocks.size(); key++) {
            forEach(key, blocks.get(key).shelf().get(), all);
        }
    }

    private void forEach(int key, Block block, List<Visitor> visitors) {
        List<Task> tasks = tasks(block);
        AtomicInteger next = new AtomicInteger();
        List<Callable<Object>> workers = new ArrayList<>();
        for (Visitor visitor : visitors) {
            workers.add(() -> {
                for (int at = next.getAndIncrement(); at < tasks.size(); at = next.getAndIncrement()) {
                    run(key, block, tasks.get(at), visitor);
                }
                return "";
            });
        }
        Threads.all(workers);
    }

    private static List<Task> tasks(Block block) {
        List<Task> tasks = new ArrayList<>();
        int from = 0;
        long pairs = 0;
        for (int group = 0; group < block.groups(); group++) {
            pairs += block.pairs(group);
            if (pairs > PAIRS_A_TASK || group == block.groups() - 1) {
                tasks.add(new Task(from, group + 1));
                from = group + 1;
                pairs = 0;
            }
        }
        return tasks;
    }

    private void run(int key, Block block, Task task, Visitor visitor) {
        for (int group = task.fromGroup(); group < task.untilGroup(); group++) {
            int until = block.starts()[group + 1];
            int window = block.windows()[group];
            for (int a = block.starts()[group]; a < until - 1; a++) {
                int left = block.order()[a];
                boolean told = false;
                int last = (int) Math.min(until, (long) a + window);
                for (int b = a + 1; b < last; b++) {
                    int right = block.order()[b];
                    if (!isEarlier(key, left, right)) {
                        if (!told) {
                            visitor.left(left);
                            told = true;
                        }
                        visitor.right(right);
                    }
                }
            }
        }
    }

    private boolean isEarlier(int key, int a, int b) {
        int x = a * blocks.size();
        int y = b * blocks.size();
        for (int k = 0; k < key; k++) {
            int group = groups[x + k];
            if (group != 0 && group == groups[y + k]) {
                return true;
            }
        }
        return false;
    }

    /** Whether these two are compared, as far as whole groups go. */
    public boolean contains(int a, int b) {
        return isEarlier(blocks.size(), a, b);
    }

    public Records records() {
        return records;
    }
}
