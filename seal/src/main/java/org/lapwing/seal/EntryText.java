// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * The two plaintexts of an entry, before sealing.
 *
 * @param header at most {@link EntrySeal#HEADER_TEXT_BYTES} bytes
 * @param body at most {@link BodySizes#LARGEST_TEXT} bytes
 */
public record EntryText(byte[] header, byte[] body) {

    @Override
    public String toString() {
        return "EntryText";
    }
}
