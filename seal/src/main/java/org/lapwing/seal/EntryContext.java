// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/**
 * What a sealed body is bound to: it opens as this entry, of this kind and version, in this compartment and the epoch it
 * was written in, and as nothing else.
 *
 * @param id 16 bytes
 * @param kind the entry's kind, 1 to 64 characters of ASCII
 * @param version the kind's version, from 1
 * @param compartment where it lies
 * @param epoch the epoch it was written in, whose keys seal the header (rotation changes only the wrapping)
 */
public record EntryContext(byte[] id, String kind, int version, String compartment, int epoch) {

    public static final int ID_BYTES = 16;

    public EntryContext {
        id = Layout.exactly(ID_BYTES, id, "an entry's id");
        if (kind.isEmpty() || kind.length() > 64 || !visible(kind)) {
            throw new SealException("an entry's kind is 1 to 64 visible ASCII characters");
        }
        Names.name(compartment, "a compartment's name");
        if (version < 1 || epoch < 1) {
            throw new SealException("versions and epochs are numbered from 1");
        }
    }

    private static boolean visible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7f) {
                return false;
            }
        }
        return true;
    }

    @Override
    public byte[] id() {
        return id.clone();
    }

    byte[] encoded(String label) {
        return Layout.of(label)
                .raw(id)
                .name(kind)
                .u32(version)
                .name(compartment)
                .u32(epoch)
                .bytes();
    }

    @Override
    public String toString() {
        return "EntryContext[" + kind + " " + version + ", " + compartment + " " + epoch + "]";
    }
}
