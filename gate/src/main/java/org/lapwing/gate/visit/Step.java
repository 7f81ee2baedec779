// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate.visit;

/** Where a visit stands. The page shown follows from it alone, never from the address. */
enum Step {
    WRITE,
    FILES,
    IDENTITY,
    CHECK,
    /** The new receipt is shown. */
    RECEIPT,
    /** Asks for a receipt. */
    RETURN,
    /** Came back: the reply, or that there is none yet, and what can be done. */
    BOX,
    WITHDRAW,
    FORGET,
    /** Something was sent under a receipt that is already known, or the receipt was written down. */
    DONE,
    SAFER
}
