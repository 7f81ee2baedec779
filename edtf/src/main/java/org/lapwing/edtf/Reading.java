// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

/** What came of reading a text: a value, or a refusal with its reason. */
public sealed interface Reading {
    record Read(Edtf value) implements Reading {}

    /**
     * @param at index of the first character that cannot be part of an accepted text, counted from 0 in UTF-16 units
     * @param problem one clause, in the reader's language
     * @param accepted examples of what is accepted, in the reader's language
     */
    record Refused(int at, String problem, String accepted) implements Reading {
        public String message() {
            return "character " + (at + 1) + ": " + problem + "; accepted: " + accepted;
        }
    }
}
