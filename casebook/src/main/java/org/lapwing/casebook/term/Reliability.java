// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** How reliable the source has been, judged apart from any single claim (Admiralty letters). */
public enum Reliability implements Term {
    A,
    B,
    C,
    D,
    E,
    F
}
