// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What sort of assertion it is. */
public enum ClaimKind implements Term {
    ACT,
    PRESENCE,
    FATE,
    IDENTITY,
    COMMAND
}
