// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What sort of body may be told. */
public enum BodyKind implements Term {
    DISAPPEARANCES_MECHANISM,
    SPECIAL_RAPPORTEUR,
    COURT,
    PRESS,
    PARTNER_GROUP
}
