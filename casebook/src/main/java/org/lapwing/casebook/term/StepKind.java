// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What was already tried. */
public enum StepKind implements Term {
    COMPLAINT,
    REPLY,
    REFUSAL,
    APPEAL
}
