// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** On which side of a finding something lies. */
public enum Side implements Term {
    FOR,
    AGAINST,
    SILENT
}
