// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Whether sources know what they know apart from each other. Unknown is not independent. */
public enum Judgement implements Term {
    INDEPENDENT,
    UNDETERMINED,
    NOT_INDEPENDENT
}
