// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.name;

/**
 * One word of a person's name.
 *
 * @param latin in lower-case Latin letters
 * @param folded one form for many spellings
 * @param stem the folded form without a gendered or patronymic ending: {@code petrova} and {@code petrov} share it
 * @param role what the word shows itself to be
 */
public record NamePart(String latin, String folded, String stem, Role role) {

    /** What a word shows by its own form; most show nothing. */
    public enum Role {
        NAME,
        INITIAL,
        PATRONYMIC,
        PARTICLE
    }
}
