// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

/** The two keys without either of which a data key stays closed. */
public record WrappingKeys(Epoch epoch, ShredKey shred) {

    /** HKDF over wrap key ‖ shred secret; bound to the wrapping epoch and to the entry. */
    byte[] wrappingKey(byte[] salt, EntryContext context) {
        return Hkdf.derive(secret(), salt, info(context), Gcm.KEY_BYTES);
    }

    byte[] secret() {
        return new Layout().raw(epoch.wrapKey()).raw(shred.secret()).bytes();
    }

    byte[] info(EntryContext context) {
        return new Layout()
                .raw(context.encoded("lapwing/wrap/v1"))
                .u32(epoch.number())
                .raw(shred.id())
                .bytes();
    }
}
