// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** What a finding is about. */
public enum FindingType implements Term {
    INCIDENT,
    PATTERN,
    FATE,
    RESPONSIBILITY
}
