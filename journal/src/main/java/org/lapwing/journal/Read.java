// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import org.lapwing.entry.Entry;
import org.lapwing.entry.Header;
import org.lapwing.entry.Leaf;

/** One entry as a scan hands it out, its signature and leaf checked. */
public sealed interface Read {
    /** Its place in the journal, from 0. */
    long index();

    Header header();

    /**
     * @param opening what the log's leaf commits to, for proofs of single fields
     */
    record Live(long index, Entry entry, Leaf opening) implements Read {
        @Override
        public Header header() {
            return entry.header();
        }
    }

    /** The body's shred key is gone. Its signature lay in the body, so the header rests on the compartment key alone. */
    record Erased(long index, Header header) implements Read {}
}
