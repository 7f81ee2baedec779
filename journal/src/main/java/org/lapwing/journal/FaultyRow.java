// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

/** A scan met a row that must not be believed, and its caller had not asked to hear of such rows. */
public final class FaultyRow extends JournalException {
    private static final long serialVersionUID = 1;
    private final transient Fault fault;

    FaultyRow(Fault fault) {
        super(fault + ". Maybe the store was altered: run \"lapwing fsck\"");
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
