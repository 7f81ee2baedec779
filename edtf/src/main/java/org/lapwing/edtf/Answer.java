// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

/** An answer about dates that are not fully known. */
public enum Answer {
    /** So on every possible reading. */
    YES,
    /** So on no possible reading. */
    NO,
    /** So on some readings and not on others, or the date itself is doubted. */
    MAYBE
}
