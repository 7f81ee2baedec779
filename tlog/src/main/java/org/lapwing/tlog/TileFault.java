// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

/** One file under {@code tile/} that is not as the leaves say. */
public record TileFault(String path, Kind kind) {
    public enum Kind {
        /** A tile that the log's size calls for is not there. */
        MISSING,
        /** A tile has other bytes than its leaves give. */
        DIFFERENT,
        /** A tile of more leaves than there are: leaves were lost, or the tiles are another log's. */
        BEYOND,
        /** A file that is no tile. */
        UNKNOWN;

        public boolean repairable() {
            return this == MISSING || this == DIFFERENT;
        }
    }
}
