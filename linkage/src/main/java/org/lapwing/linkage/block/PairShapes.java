// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.block;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;

/**
 * What pairs of one person agree in, as far as keys go: for each field which of its keys agree, one bit each. Learned from
 * pairs that were found by one key, for the fields that this key leaves free; before anything is learned, from what is usual.
 */
public final class PairShapes {

    private static final int FREE = -1;
    private static final double USUALLY_SAME = 0.8;

    private final int fields;
    private final List<int[]> shapes = new ArrayList<>();

    public PairShapes(int fields) {
        this.fields = fields;
    }

    /**
     * Records the keys in which two records of one person agree. A field teaches something only if the pair would have been
     * found without it.
     */
    public void add(Records records, List<Key> keys, int a, int b) {
        List<Key> shared = keys.stream()
                .filter(key -> key.of(records, a) != 0 && key.of(records, a) == key.of(records, b))
                .toList();
        int[] shape = new int[fields];
        for (int f = 0; f < fields; f++) {
            Field field = records.fields().get(f);
            int x = field.code(a);
            int y = field.code(b);
            boolean free = false;
            for (Key key : shared) {
                free |= !key.uses(f);
            }
            shape[f] = !free || x == 0 || y == 0 ? FREE : agreeing(field, x, y);
        }
        shapes.add(shape);
    }

    private static int agreeing(Field field, int x, int y) {
        int agreeing = 0;
        for (int k = 0; k < field.keyCount(); k++) {
            int number = field.key(k, x);
            agreeing |= number != 0 && number == field.key(k, y) ? 1 << k : 0;
        }
        return agreeing;
    }

    public int size() {
        return shapes.size();
    }

    /**
     * Draws pairs: the free fields of a learned pair stay together, so that a careless clerk is careless in all of them;
     * other fields come from other pairs. Which values are missing comes from two random records.
     */
    int[][] draw(Records records, int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> pools = pools();
        int[][] drawn = new int[count][fields];
        for (int[] pair : drawn) {
            int a = random.nextInt(records.size());
            int b = random.nextInt(records.size());
            int[] shape = shapes.isEmpty() ? new int[0] : shapes.get(random.nextInt(shapes.size()));
            for (int f = 0; f < fields; f++) {
                Field field = records.fields().get(f);
                boolean known = field.code(a) != 0 && field.code(b) != 0;
                int learned = shape.length > 0 ? shape[f] : FREE;
                int other = learned == FREE ? fromPool(pools.get(f), field, random) : learned;
                pair[f] = known ? other : 0;
            }
        }
        return drawn;
    }

    private static int fromPool(int[] pool, Field field, SplittableRandom random) {
        if (pool.length >= 20) {
            return pool[random.nextInt(pool.length)];
        }
        int agreeing = 0;
        double chance = USUALLY_SAME;
        double luck = random.nextDouble();
        for (int k = 0; k < field.keyCount(); k++) {
            agreeing |= luck < chance ? 1 << k : 0;
            chance += (1 - chance) * 0.3;
        }
        return agreeing;
    }

    private List<int[]> pools() {
        List<int[]> pools = new ArrayList<>();
        for (int f = 0; f < fields; f++) {
            int at = f;
            pools.add(shapes.stream()
                    .mapToInt(shape -> shape[at])
                    .filter(each -> each != FREE)
                    .toArray());
        }
        return pools;
    }
}
