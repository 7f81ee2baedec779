// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.loglinear;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * A hierarchical log-linear model: an intercept, a term for each list, and terms for sets of lists, each with all the
 * sets within it.
 *
 * @param terms masks of two lists and more, rising
 */
public record LogLinearModel(int lists, List<Integer> terms) {

    public LogLinearModel {
        terms = terms.stream().sorted().toList();
    }

    /** One row for each pattern from {@code first}: 1 for the observed cells, 0 to include the unseen one. */
    public double[][] design(int first) {
        int columns = 1 + lists + terms.size();
        double[][] design = new double[(1 << lists) - first][columns];
        for (int pattern = first; pattern < 1 << lists; pattern++) {
            double[] row = design[pattern - first];
            row[0] = 1;
            for (int list = 0; list < lists; list++) {
                row[1 + list] = pattern >> list & 1;
            }
            for (int k = 0; k < terms.size(); k++) {
                row[1 + lists + k] = (pattern & terms.get(k)) == terms.get(k) ? 1 : 0;
            }
        }
        return design;
    }

    /** All of them but the one with the term of all lists: 8 of three lists, 113 of four, 6,893 of five. */
    public static List<LogLinearModel> all(int lists, int mostOrder) {
        List<LogLinearModel> models = new ArrayList<>();
        extend(lists, 2, mostOrder, List.of(), models);
        return models;
    }

    private static void extend(int lists, int order, int mostOrder, List<Integer> terms, List<LogLinearModel> models) {
        List<Integer> possible = new ArrayList<>();
        if (order <= mostOrder && order < lists) {
            for (int mask = 1; mask < 1 << lists; mask++) {
                if (Integer.bitCount(mask) == order && (order == 2 || within(mask, terms))) {
                    possible.add(mask);
                }
            }
        }
        if (possible.isEmpty()) {
            models.add(new LogLinearModel(lists, terms));
            return;
        }
        for (int chosen = 0; chosen < 1 << possible.size(); chosen++) {
            List<Integer> more = new ArrayList<>(terms);
            for (int k = 0; k < possible.size(); k++) {
                if ((chosen >> k & 1) == 1) {
                    more.add(possible.get(k));
                }
            }
            extend(lists, chosen == 0 ? lists : order + 1, mostOrder, more, models);
        }
    }

    private static boolean within(int mask, List<Integer> terms) {
        for (int list = mask; list != 0; list &= list - 1) {
            if (!terms.contains(mask & ~Integer.lowestOneBit(list))) {
                return false;
            }
        }
        return true;
    }

    /** The models one term away: one more whose parts are all there, or one less that is part of no other. */
    public List<LogLinearModel> neighbours(int mostOrder) {
        List<LogLinearModel> near = new ArrayList<>();
        for (int mask = 1; mask < 1 << lists; mask++) {
            int order = Integer.bitCount(mask);
            int term = mask;
            if (order < 2 || order > mostOrder || order >= lists) {
                continue;
            }
            if (terms.contains(mask)) {
                if (terms.stream().noneMatch(other -> other != term && (other & term) == term)) {
                    List<Integer> less = new ArrayList<>(terms);
                    less.remove(Integer.valueOf(mask));
                    near.add(new LogLinearModel(lists, less));
                }
            } else if (order == 2 || within(mask, terms)) {
                List<Integer> more = new ArrayList<>(terms);
                more.add(mask);
                near.add(new LogLinearModel(lists, more));
            }
        }
        return near;
    }

    /** The largest terms, lists numbered from 1: {@code [123,14,34]}. */
    @Override
    public String toString() {
        TreeSet<String> names = new TreeSet<>(
                Comparator.comparingInt((String name) -> -name.length()).thenComparing(Comparator.naturalOrder()));
        for (int list = 0; list < lists; list++) {
            int bit = 1 << list;
            if (terms.stream().noneMatch(term -> (term & bit) != 0)) {
                names.add(name(bit));
            }
        }
        for (int term : terms) {
            if (terms.stream().noneMatch(other -> other != term && (other & term) == term)) {
                names.add(name(term));
            }
        }
        return "[" + String.join(",", names) + "]";
    }

    private static String name(int mask) {
        StringBuilder name = new StringBuilder();
        for (int list = 0; mask >> list != 0; list++) {
            if ((mask >> list & 1) == 1) {
                name.append(list + 1);
            }
        }
        return name.toString();
    }
}
