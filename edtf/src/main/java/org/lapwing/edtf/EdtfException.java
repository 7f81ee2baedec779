// SPDX-License-Identifier: Apache-2.0
package org.lapwing.edtf;

/** Text that is no date of this format; says where, and what would be accepted, and never repeats the text. */
public final class EdtfException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Reading.Refused refused;

    public EdtfException(Reading.Refused refused) {
        super(refused.message());
        this.refused = refused;
    }

    public Reading.Refused refused() {
        return refused;
    }
}
