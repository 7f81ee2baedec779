// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import java.util.List;

/**
 * An entry before the journal gives it an id, a time, a salt and its author's signature.
 *
 * @param shredKey the key whose destruction will erase it: one per source, so that a source can be forgotten
 */
public record Draft(String kind, int version, String compartment, List<Id> subjects, Id shredKey, Fields fields) {
    public Draft {
        subjects = List.copyOf(subjects);
    }
}
