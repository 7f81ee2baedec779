// SPDX-License-Identifier: Apache-2.0
package org.lapwing.evacuation;

/** Two households that must not meet. */
public record Apart(String one, String other, Kind kind) {
    public enum Kind {
        /** Never in one house on the same night. */
        NIGHT,
        /** Never in the same house at all: the address would be known. */
        EVER
    }
}
