// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import org.lapwing.entry.Entry;
import org.lapwing.entry.Header;
import org.lapwing.entry.Leaf;

/** One entry as a scan hands it out, its signature and leaf checked: now, or where a {@link Mark} says so, before. */
public sealed interface Read {
    /** Its place in the journal, from 0. */
    long index();

    Header header();

    /**
     * @param ciphertextHash of the sealed header and body, part of the leaf
     */
    record Live(long index, Entry entry, byte[] ciphertextHash) implements Read {
        /** What the log's leaf commits to, for proofs of single fields; worked out at each call. */
        public Leaf opening() {
            return entry.leaf(ciphertextHash);
        }

        @Override
        public Header header() {
            return entry.header();
        }
    }

    /** The body's shred key is gone. Its signature lay in the body, so the header rests on the compartment key alone. */
    record Erased(long index, Header header) implements Read {}
}
