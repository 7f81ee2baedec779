// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

/**
 * A row that must not be believed, and why. The reason names the row's part, never its content.
 *
 * @param index the row's place in the journal, from 0
 */
public record Fault(long index, String reason) {
    @Override
    public String toString() {
        return "row " + index + ": " + reason;
    }
}
