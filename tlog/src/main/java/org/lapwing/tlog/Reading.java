// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

/** What came of reading a file or a line: the value, or the reason why there is none. */
public sealed interface Reading<T> {
    record Read<T>(T value) implements Reading<T> {}

    /** The reason says what is wrong, where, and what would be accepted. */
    record Refused<T>(String reason) implements Reading<T> {}

    /**
     * The value, where anything else is a fault of ours.
     *
     * @throws TlogException with the reason of the refusal
     */
    default T orThrow() {
        return switch (this) {
            case Read<T>(var value) -> value;
            case Refused<T>(var reason) -> throw new TlogException(reason);
        };
    }
}
