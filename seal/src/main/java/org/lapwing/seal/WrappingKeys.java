// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import java.util.Arrays;

/** The two keys without either of which a data key stays closed. */
public record WrappingKeys(Epoch epoch, ShredKey shred) {

    /** HKDF over wrap key ‖ shred secret; bound to the wrapping epoch and to the entry. */
    byte[] wrappingKey(byte[] salt, EntryContext context) {
        return Hkdf.derive(secret(), salt, info(context), Gcm.KEY_BYTES);
    }

    /** In one array, which the caller may overwrite. */
    byte[] secret() {
        byte[] wrap = epoch.wrapKey();
        byte[] both = Arrays.copyOf(wrap, wrap.length + ShredKey.SECRET_BYTES);
        System.arraycopy(shred.secret(), 0, both, wrap.length, ShredKey.SECRET_BYTES);
        return both;
    }

    byte[] info(EntryContext context) {
        return new Layout()
                .raw(context.encoded("lapwing/wrap/v1"))
                .u32(epoch.number())
                .raw(shred.id())
                .bytes();
    }
}
