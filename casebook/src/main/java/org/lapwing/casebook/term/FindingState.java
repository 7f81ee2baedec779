// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** Where a finding stands on its way. */
public enum FindingState implements Term {
    DRAFT,
    WAITS_FOR_SECOND_READER,
    AGREED,
    PUBLISHED,
    REOPENED
}
