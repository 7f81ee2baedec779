// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tables;

import java.util.Optional;

/** How many were on exactly the lists of a pattern. */
public sealed interface Count {

    record Exactly(long number) implements Count {
        public Exactly {
            if (number < 0 || number > MOST) {
                throw new IllegalArgumentException("a count is a whole number from 0 to " + MOST);
            }
        }

        @Override
        public long least() {
            return number;
        }

        @Override
        public long most() {
            return number;
        }

        @Override
        public String toString() {
            return Long.toString(number);
        }
    }

    /** Withheld: {@code <5} stands for 0, 1, 2, 3 or 4. */
    record FewerThan(long bound) implements Count {
        public FewerThan {
            if (bound < 1 || bound > MOST) {
                throw new IllegalArgumentException("fewer than a whole number from 1 to " + MOST);
            }
        }

        @Override
        public long least() {
            return 0;
        }

        @Override
        public long most() {
            return bound - 1;
        }

        @Override
        public String toString() {
            return "<" + bound;
        }
    }

    /** Sums over all patterns of twenty lists stay within a long. */
    long MOST = 1_000_000_000_000L;

    long least();

    long most();

    static CellType<Count> type() {
        return CellType.of("a count", "whole numbers from 0 to " + MOST + ", or <5 for fewer than 5", cell -> {
            boolean fewer = cell.startsWith("<");
            return CellType.wholeNumber(fewer ? 1 : 0, MOST)
                    .parse(fewer ? cell.substring(1) : cell)
                    .map(n -> fewer ? new FewerThan(n) : new Exactly(n));
        });
    }

    /** The number, unless it is withheld. */
    default Optional<Long> known() {
        return this instanceof Exactly(long number) ? Optional.of(number) : Optional.empty();
    }
}
