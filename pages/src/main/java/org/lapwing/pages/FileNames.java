// SPDX-License-Identifier: Apache-2.0
package org.lapwing.pages;

/**
 * Makes a name as uploaded fit to be shown. It is never used as a path: what is stored has a name of our own.
 */
public final class FileNames {

    /** Longest display name, in code points; the ending is kept. */
    public static final int MOST_CODE_POINTS = 120;

    private static final int LONGEST_ENDING = 12;
    private static final String CUT = "…";

    private FileNames() {}

    /**
     * The last step of a path, without control characters, marks that turn the direction of writing, invisible format
     * characters and unpaired surrogates; empty where nothing is left.
     */
    public static String display(String uploaded) {
        String last = uploaded.substring(Math.max(uploaded.lastIndexOf('/'), uploaded.lastIndexOf('\\')) + 1);
        var kept = new StringBuilder();
        last.codePoints().filter(FileNames::isShown).forEach(kept::appendCodePoint);
        String name = kept.toString().strip();
        return name.chars().allMatch(c -> c == '.') ? "" : shortened(name);
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            // FORMAT holds the bidi marks of UAX #9 and the zero-width joiners that make two names look alike
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String shortened(String name) {
        int length = name.codePointCount(0, name.length());
        if (length <= MOST_CODE_POINTS) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending =
                dot >= 0 && name.codePointCount(dot, name.length()) <= LONGEST_ENDING ? name.substring(dot) : "";
        int kept = MOST_CODE_POINTS - CUT.length() - ending.codePointCount(0, ending.length());
        return name.substring(0, name.offsetByCodePoints(0, kept)) + CUT + ending;
    }
}
