// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/** Which of a key file's two slots a passphrase opened. */
public enum Slot {
    /** The member, at work. */
    ORDINARY,
    /** The member, under duress: what then happens is the desk's. */
    DURESS
}
