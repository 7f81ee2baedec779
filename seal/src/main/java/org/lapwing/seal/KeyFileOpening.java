// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/** The answer of a key file to a passphrase. */
public sealed interface KeyFileOpening {

    /** The passphrase opened this slot. */
    record Opened(MemberKeys keys, Slot slot) implements KeyFileOpening {}

    /** It opened neither. Maybe a word is wrong; maybe the file was altered. These cannot be told apart. */
    record WrongPassphrase() implements KeyFileOpening {}
}
