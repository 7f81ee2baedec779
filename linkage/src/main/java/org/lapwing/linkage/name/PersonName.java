// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

import java.util.List;

/** A person's name as words in the order written, without titles. Empty if the cell held none. */
public record PersonName(List<NamePart> parts) {

    public PersonName {
        parts = List.copyOf(parts);
    }

    /** All words without particles, joined: what is left of a name when spaces cannot be trusted. */
    String joined() {
        StringBuilder all = new StringBuilder();
        for (NamePart part : parts) {
            if (part.role() != NamePart.Role.PARTICLE) {
                all.append(part.folded());
            }
        }
        return all.toString();
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }
}
