// SPDX-License-Identifier: Apache-2.0
package org.lapwing.figures;

/**
 * What a figure is called and what it says.
 *
 * @param title a few words
 * @param sentence the sentence that the figure shows, which stands under it and is read out by a screen reader
 */
public record Caption(Language language, String title, String sentence) {
    public Caption {
        if (title.isBlank() || sentence.isBlank()) {
            throw new IllegalArgumentException("a figure has a title and a sentence that it shows");
        }
    }

    void finite(double... values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("figure \"" + title + "\": a value is not a finite number");
            }
        }
    }

    String word(String english, String russian) {
        return language.of(english, russian);
    }
}
