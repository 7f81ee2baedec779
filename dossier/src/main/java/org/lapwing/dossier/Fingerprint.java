// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.lapwing.tlog.LogVerifierKey;

/** SHA-256, as BagIt manifests write it, and of keys as people compare it. */
public final class Fingerprint {
    private Fingerprint() {}

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new DossierException("this Java has no SHA-256", e);
        }
    }

    static String hex(byte[]... parts) {
        return HexFormat.of().formatHex(sha256(parts));
    }

    /** SHA-256 over both lines of a log key: what a recipient compares with what the group says elsewhere. */
    public static String of(LogVerifierKey key) {
        return hex(key.text().getBytes(StandardCharsets.UTF_8));
    }
}
