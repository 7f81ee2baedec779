// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.lapwing.linkage.block.Key.Part;
import org.lapwing.linkage.lists.Records;

/**
 * Chooses keys from the data: each next one brings together the most true pairs that no earlier one does, for the pairs that
 * it costs. All combinations of one, two or three fields' keys are tried, the third only where two are too common.
 */
public final class KeyChoice {

    private static final int SAMPLE = 10_000;
    private static final int DRAWN = 10_000;

    private final Records records;
    private final int[][] drawn;
    private final List<Option> options = new ArrayList<>();

    private record Option(Key key, double pairs, BitSet caught) {}

    /** @param most keys that cost more pairs than this are not considered */
    public KeyChoice(Records records, PairShapes shapes, double most, long seed) {
        this.records = records;
        this.drawn = shapes.draw(records, DRAWN, seed);
        List<Part> parts = new ArrayList<>();
        for (int f = 0; f < records.fields().size(); f++) {
            for (int k = 0; k < records.fields().get(f).keyCount(); k++) {
                parts.add(new Part(f, k));
            }
        }
        List<Key> some = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            some.add(new Key(List.of(parts.get(i))));
            for (int j = i + 1; j < parts.size(); j++) {
                if (parts.get(i).field() != parts.get(j).field()) {
                    some.add(new Key(List.of(parts.get(i), parts.get(j))));
                }
            }
        }
        List<Option> tried = tried(some);
        List<Key> longer = new ArrayList<>();
        for (Option option : tried) {
            if (option.pairs() <= most) {
                options.add(option);
            } else if (option.key().parts().size() == 2 && parts.size() <= 24) {
                Part last = option.key().parts().getLast();
                parts.stream()
                        .filter(part -> part.field() > last.field())
                        .forEach(part ->
                                longer.add(new Key(List.of(option.key().parts().getFirst(), last, part))));
            }
        }
        tried(longer).stream().filter(option -> option.pairs() <= most).forEach(options::add);
    }

    /** What each key would catch and cost; those that catch hardly anything are left out. */
    private List<Option> tried(List<Key> keys) {
        return keys.parallelStream()
                .map(key -> new Option(key, 0, caught(key)))
                .filter(option -> option.caught().cardinality() >= DRAWN / 20)
                .map(option -> new Option(option.key(), pairs(option.key()), option.caught()))
                .toList();
    }

    private BitSet caught(Key key) {
        BitSet caught = new BitSet(drawn.length);
        for (int i = 0; i < drawn.length; i++) {
            boolean all = true;
            for (Part part : key.parts()) {
                all &= (drawn[i][part.field()] >> part.which() & 1) == 1;
            }
            caught.set(i, all);
        }
        return caught;
    }

    /** How many pairs share the key, from at most {@link #SAMPLE} records spread over the lists. */
    private double pairs(Key key) {
        int n = records.size();
        int sample = Math.min(n, SAMPLE);
        long[] hashes = new long[sample];
        int used = 0;
        for (int k = 0; k < sample; k++) {
            long hash = key.of(records, (int) ((long) k * n / sample));
            if (hash != 0) {
                hashes[used++] = hash;
            }
        }
        Arrays.sort(hashes, 0, used);
        double pairs = 0;
        for (int from = 0; from < used; ) {
            int until = from + 1;
            while (until < used && hashes[until] == hashes[from]) {
                until++;
            }
            pairs += (double) (until - from) * (until - from - 1) / 2;
            from = until;
        }
        double scale = (double) n / sample;
        return pairs * scale * scale;
    }

    /**
     * Keys in the order chosen.
     *
     * @param most keys at most
     * @param budget pairs at most, over all keys
     * @param without a field that no key may use; -1 for none
     */
    public List<Key> choose(int most, double budget, int without) {
        List<Key> chosen = new ArrayList<>();
        BitSet covered = new BitSet(drawn.length);
        double spent = 0;
        while (chosen.size() < most) {
            Option best = null;
            double bestWorth = 0;
            for (Option option : options) {
                if (spent + option.pairs() > budget
                        || (without >= 0 && option.key().uses(without))) {
                    continue;
                }
                BitSet fresh = (BitSet) option.caught().clone();
                fresh.andNot(covered);
                double gain = fresh.cardinality();
                double worth = gain / Math.sqrt(option.pairs() + records.size());
                if (gain >= 3 && worth > bestWorth) {
                    best = option;
                    bestWorth = worth;
                }
            }
            if (best == null) {
                break;
            }
            chosen.add(best.key());
            covered.or(best.caught());
            spent += best.pairs();
        }
        return chosen;
    }

    /** The estimated share of true pairs that none of these keys brings together. */
    public static double loss(Records records, PairShapes shapes, List<Key> keys, long seed) {
        int[][] pairs = shapes.draw(records, 3 * DRAWN, seed);
        int lost = 0;
        for (int[] pair : pairs) {
            boolean found = false;
            for (Key key : keys) {
                boolean all = true;
                for (Part part : key.parts()) {
                    all &= (pair[part.field()] >> part.which() & 1) == 1;
                }
                found |= all;
            }
            lost += found ? 0 : 1;
        }
        return (double) lost / pairs.length;
    }
}
