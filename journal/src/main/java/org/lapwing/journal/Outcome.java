// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import java.util.List;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Header;

/** What became of an append. Only {@link Appended} wrote anything. */
public sealed interface Outcome {
    /**
     * All drafts are durable, in their order, side by side.
     *
     * @param first the index of the first of them
     */
    record Appended(long first, List<Entry> entries) implements Outcome {
        public Appended {
            entries = List.copyOf(entries);
        }
    }

    /** Something later touches a subject of the basis: show it to the writer, who may then append anew. */
    record Stale(List<Header> later) implements Outcome {
        public Stale {
            later = List.copyOf(later);
        }
    }

    /** These drafts cannot be appended by this author with these keys, however often it is tried. */
    record Refused(String reason) implements Outcome {}
}
