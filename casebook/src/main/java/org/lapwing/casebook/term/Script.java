// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.term;

/** In which letters a name is written. */
public enum Script implements Term {
    CYRILLIC,
    LATIN,
    ARABIC,
    OTHER
}
