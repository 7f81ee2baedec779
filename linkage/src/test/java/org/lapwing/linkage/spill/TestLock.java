// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.spill;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM as the command hands it over, for tests of this room alone. */
public final class TestLock implements PieceLock {
    private final byte[] key = new byte[32];

    public TestLock() {
        new SecureRandom().nextBytes(key);
    }

    private byte[] crypt(int mode, long number, byte[] bytes) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(12).putLong(4, number).array();
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        return cipher.doFinal(bytes);
    }

    @Override
    public byte[] lock(long number, byte[] plain) {
        try {
            return crypt(Cipher.ENCRYPT_MODE, number, plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Optional<byte[]> unlock(long number, byte[] locked) {
        try {
            return Optional.of(crypt(Cipher.DECRYPT_MODE, number, locked));
        } catch (GeneralSecurityException changed) {
            return Optional.empty();
        }
    }

    @Override
    public int overhead() {
        return 16;
    }

    @Override
    public void close() {
        Arrays.fill(key, (byte) 0);
    }
}
