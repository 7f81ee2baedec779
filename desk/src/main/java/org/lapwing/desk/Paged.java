// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a long list. Only what it shows is read: a list may be a hundred thousand long.
 *
 * @param from how many lie on earlier pages
 * @param all how many there are on all pages
 */
public record Paged<T>(List<T> rows, int from, int all) {
    public static final int SHOWN = 50;

    public Paged {
        rows = List.copyOf(rows);
    }

    /** Of a list that makes its elements when they are asked for. A number from outside may be any. */
    public static <S, T> Paged<T> of(List<S> all, int from, Function<List<S>, List<T>> read) {
        // a page begins where a page begins, so that going back and forth meets the same rows
        int asked = Math.clamp(from, 0, Math.max(0, all.size() - 1));
        int start = asked - asked % SHOWN;
        return new Paged<>(read.apply(all.subList(start, Math.min(all.size(), start + SHOWN))), start, all.size());
    }

    public boolean earlier() {
        return from > 0;
    }

    public int previous() {
        return Math.max(0, from - SHOWN);
    }

    public boolean later() {
        return next() < all;
    }

    public int next() {
        return from + SHOWN;
    }

    public int last() {
        return Math.min(all, from + SHOWN);
    }
}
