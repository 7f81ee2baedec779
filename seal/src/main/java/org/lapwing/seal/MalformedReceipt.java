// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * Why a typed text is no receipt. Holds nothing of what was typed.
 *
 * @param reason what is wrong
 * @param position with {@link Reason#UNKNOWN_WORD}, which word (from 1); with {@link Reason#LENGTH}, how many words or
 *     digits were found; otherwise 0
 */
public record MalformedReceipt(Reason reason, int position) implements ParsedReceipt {

    /** What is wrong with it. */
    public enum Reason {
        /** A word that is in neither list. */
        UNKNOWN_WORD,
        /** Neither ten words nor 34 digits. */
        LENGTH,
        /** Words or digits as they should be, but not such as were ever given out: one is wrong or two are swapped. */
        CHECKSUM
    }
}
