// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What a fate was established by. */
public enum EstablishedBy implements Term {
    BODY,
    DOCUMENT,
    TWO_WITNESSES
}
