// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

/**
 * Something that is not as it should be.
 *
 * @param where the row, file or tile, never a content
 * @param repairable whether what is there suffices to put it right
 */
public record Finding(Part part, String where, String what, boolean repairable) {
    /** What was checked. */
    public enum Part {
        DATABASE,
        ROWS,
        LOG,
        BLOBS,
        SNAPSHOTS
    }

    @Override
    public String toString() {
        return where + ": " + what + (repairable ? " (repairable)" : "");
    }
}
