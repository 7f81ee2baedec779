// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook.fact;

import org.lapwing.entry.Id;

/** A stretch of an account: what a claim points to. */
public sealed interface Excerpt {
    /** Code points {@code from} up to, not including, {@code to} of the numbered working copy. */
    record OfWords(int copy, int from, int to) implements Excerpt {
        public OfWords {
            if (copy < 1 || from < 0 || to <= from) {
                throw new CasebookException("an excerpt has a copy from 1 and at least one code point");
            }
        }
    }

    /** A rectangle on a page of a file, in thousandths of the page's width and height from its upper left corner. */
    record OfPage(Id file, int page, int left, int top, int width, int height) implements Excerpt, Mentions.Mentioning {
        @Override
        public Object mentioned() {
            return file;
        }
    }

    /** Seconds of a recording. */
    record OfRecording(Id file, int fromSecond, int toSecond) implements Excerpt, Mentions.Mentioning {
        @Override
        public Object mentioned() {
            return file;
        }
    }
}
