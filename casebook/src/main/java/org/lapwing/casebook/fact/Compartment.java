// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import java.util.Locale;

/** Where an entry is sealed; who holds it is for the roster to say. */
public enum Compartment {
    /** New reports and what became of them. */
    INTAKE,
    /** Words as told; held by those who make working copies. */
    ORIGINALS,
    /** Name values of persons. */
    NAMES,
    /** Working copies, claims, people by code name, findings, consent. */
    CASEBOOK,
    /** Who may know whom. */
    TIES,
    /** Cases of people in danger. Its entries belong to another room. */
    MOVING,
    /** What was published, to whom. */
    RELEASED;

    /** As it stands in an entry's header. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The compartment that holds a kind. */
    public static Compartment of(Class<? extends Fact> kind) {
        if (CaseFact.class.isAssignableFrom(kind)) {
            return CASEBOOK;
        } else if (IntakeFact.class.isAssignableFrom(kind)) {
            return INTAKE;
        } else if (OriginalFact.class.isAssignableFrom(kind)) {
            return ORIGINALS;
        } else if (NameFact.class.isAssignableFrom(kind)) {
            return NAMES;
        } else if (TieFact.class.isAssignableFrom(kind)) {
            return TIES;
        }
        return RELEASED;
    }
}
