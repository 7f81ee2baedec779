// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

import java.util.Optional;

/** Who or what tells. */
public enum SourceKind implements Term {
    SURVIVOR,
    EYEWITNESS,
    RELATIVE,
    INSIDER,
    DOCUMENT,
    PUBLICATION,
    ORGANISATION;

    /** In which part somebody of this kind enters the casebook as a person; none for what is not a human being. */
    public Optional<PersonRole> part() {
        return switch (this) {
            case SURVIVOR -> Optional.of(PersonRole.VICTIM);
            case EYEWITNESS, INSIDER -> Optional.of(PersonRole.WITNESS);
            case RELATIVE -> Optional.of(PersonRole.RELATIVE);
            case DOCUMENT, PUBLICATION, ORGANISATION -> Optional.empty();
        };
    }

    /** Whether it can only repeat what people told it, so that its words derive from others. */
    public boolean repeats() {
        return this == PUBLICATION || this == ORGANISATION;
    }
}
