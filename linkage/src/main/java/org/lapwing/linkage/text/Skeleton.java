// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.text;

/**
 * The consonants of a folded word by classes of sound, the first letter kept as vowel or consonant: what survives mishearing
 * and most misspelling. For blocking, never as evidence alone. Safe between threads.
 */
public final class Skeleton {

    private static final int LONGEST = 6;

    private Skeleton() {}

    public static String of(String folded) {
        StringBuilder out = new StringBuilder(LONGEST);
        for (int i = 0; i < folded.length() && out.length() < LONGEST; i++) {
            char c = sound(folded.charAt(i), i);
            if (c != 0 && (out.isEmpty() || out.charAt(out.length() - 1) != c)) {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static char sound(char c, int at) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> at == 0 ? 'a' : 0;
            case 'h' -> at == 0 ? 'h' : 0;
            case 'b', 'p' -> 'p';
            case 'v', 'f', 'w' -> 'f';
            case 'g', 'k', 'q', 'x' -> 'k';
            case 'd', 't' -> 't';
            case 's', 'z', 'c', 'j' -> 's';
            default -> c;
        };
    }
}
