// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.compare;

import java.util.List;
import java.util.Optional;

/**
 * One way to compare two cells. Levels are numbered from 1, the values differ, to {@code levels().size()}, the same text or
 * value; 0 stands for "one of the two is missing". Symmetric. Belongs to one thread.
 *
 * @param <T> what a cell is read into
 */
public interface Comparison<T> {

    /** The value of a cell, or empty if there is none that this comparison understands. */
    Optional<T> read(String cell);

    /** From 1 up. */
    int level(T a, T b);

    /**
     * A value in 64 bits, for {@link #quick}: numbers that lie together in one array are read many times faster than objects.
     * 0 where there is no such form.
     */
    default long packed(T value) {
        return 0;
    }

    /** The level of two values that are not equal, as far as their packed forms tell; 0 if the values must be compared. */
    default int quick(long a, long b) {
        return 0;
    }

    /** Whether {@link #level} costs less than looking up what it gave before. */
    default boolean isCheap() {
        return false;
    }

    /** In words, from level 1 up. */
    List<String> levels();

    /**
     * The class whose frequency says how telling an agreement is: all spellings of one name share it. Levels of which {@link
     * #sharesTerm} holds are weighed by it.
     */
    String term(T value);

    /** Whether agreement at this level is agreement on one term, so that rare terms weigh more. */
    boolean sharesTerm(int level);

    /** Names of the keys that {@link #key} gives, coarsest last. */
    List<String> keys();

    /** The key's text for this value, or nothing if it has none. */
    String key(int which, T value);
}
