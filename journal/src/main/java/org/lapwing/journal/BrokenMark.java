// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

/** Rows are not those that were once verified, or there are fewer: a scan that trusts no mark tells what holds. */
public final class BrokenMark extends JournalException {
    private static final long serialVersionUID = 1;

    BrokenMark(long until) {
        super("the first " + until + " rows are not those that were verified before");
    }
}
