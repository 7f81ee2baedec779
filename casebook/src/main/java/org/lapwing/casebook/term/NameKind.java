// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Which part of a name. */
public enum NameKind implements Term {
    GIVEN,
    PATRONYMIC,
    FAMILY,
    NICKNAME
}
