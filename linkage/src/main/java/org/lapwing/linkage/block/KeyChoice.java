// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.block;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.lapwing.linkage.block.Key.Part;
import org.lapwing.linkage.lists.Field;
import org.lapwing.linkage.lists.Records;

/**
 * Chooses keys from the data: each next one brings together the most true pairs that no earlier one does, for the pairs that
 * it costs. All combinations of one, two or three fields' keys are tried, the third only where two are too common.
 */
public final class KeyChoice {

    private static final int SAMPLE = 10_000;
    private static final int DRAWN = 10_000;

    private final Records records;
    private final BitSet[][] agreeing;
    private final int[][][] sampled;
    private final List<Option> options = new ArrayList<>();

    private record Option(Key key, double pairs, BitSet caught) {}

    /** @param most keys that cost more pairs than this are not considered */
    public KeyChoice(Records records, PairShapes shapes, double most, long seed) {
        this.records = records;
        this.agreeing = agreeing(records, shapes.draw(records, DRAWN, seed));
        this.sampled = sampled(records);
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

    /** By field and key: which of the drawn pairs agree in it. */
    private static BitSet[][] agreeing(Records records, int[][] drawn) {
        BitSet[][] agreeing = new BitSet[records.fields().size()][];
        for (int f = 0; f < agreeing.length; f++) {
            agreeing[f] = new BitSet[records.fields().get(f).keyCount()];
            for (int k = 0; k < agreeing[f].length; k++) {
                agreeing[f][k] = new BitSet(drawn.length);
                for (int i = 0; i < drawn.length; i++) {
                    if ((drawn[i][f] >> k & 1) == 1) {
                        agreeing[f][k].set(i);
                    }
                }
            }
        }
        return agreeing;
    }

    /** By field and key: its number for each of at most {@link #SAMPLE} records spread over the lists. */
    private static int[][][] sampled(Records records) {
        int n = records.size();
        int sample = Math.min(n, SAMPLE);
        int[][][] sampled = new int[records.fields().size()][][];
        for (int f = 0; f < sampled.length; f++) {
            Field field = records.fields().get(f);
            sampled[f] = new int[field.keyCount()][sample];
            for (int s = 0; s < sample; s++) {
                int code = field.code((int) ((long) s * n / sample));
                for (int k = 0; k < sampled[f].length; k++) {
                    sampled[f][k][s] = field.key(k, code);
                }
            }
        }
        return sampled;
    }

    private BitSet caught(Key key) {
        Part first = key.parts().getFirst();
        BitSet caught = (BitSet) agreeing[first.field()][first.which()].clone();
        for (Part part : key.parts().subList(1, key.parts().size())) {
            caught.and(agreeing[part.field()][part.which()]);
        }
        return caught;
    }

    /** How many pairs share the key, from the sampled records: counted in a table by hash, a record a place or more. */
    private double pairs(Key key) {
        int n = records.size();
        int sample = Math.min(n, SAMPLE);
        long[] mixed = new long[sample];
        boolean[] lacks = new boolean[sample];
        for (Part part : key.parts()) {
            int[] numbers = sampled[part.field()][part.which()];
            for (int s = 0; s < sample; s++) {
                lacks[s] |= numbers[s] == 0;
                mixed[s] = Key.mixed(mixed[s], part, numbers[s]);
            }
        }
        int mask = Integer.highestOneBit(4 * sample) - 1;
        long[] table = new long[mask + 1];
        int[] counts = new int[mask + 1];
        double pairs = 0;
        for (int s = 0; s < sample; s++) {
            if (!lacks[s]) {
                long hash = Key.hash(mixed[s]);
                int at = (int) hash & mask;
                while (table[at] != 0 && table[at] != hash) {
                    at = (at + 1) & mask;
                }
                table[at] = hash;
                pairs += counts[at]++;
            }
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
        BitSet covered = new BitSet(DRAWN);
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
