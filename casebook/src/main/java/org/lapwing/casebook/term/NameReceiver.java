// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Who receives a name that a body is given. */
public enum NameReceiver implements Term {
    NOBODY,
    BODY_ONLY,
    ACCUSED_STATE,
    DEFENCE,
    PUBLIC
}
