// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journal;

import org.lapwing.entry.Id;

/**
 * What an entry keeps of a blob. Whoever has the seed opens it; it dies with the entry's shred key.
 *
 * @param name of the file, random
 * @param seed of the identity it is sealed to, 32 bytes, made for it alone
 * @param length of the content in bytes, without the padding
 */
public record Blob(Id name, byte[] seed, long length) {
    @Override
    public String toString() {
        return "Blob[" + name + "]";
    }
}
