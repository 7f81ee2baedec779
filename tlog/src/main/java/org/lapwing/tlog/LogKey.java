// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPrivateKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * What a log signs with: one secret of 32 bytes under the log's name, from which both signing seeds come by
 * HKDF-SHA256. Whoever holds it can fork the log, so it lies sealed and is never printed: {@link #toString} says the
 * name only. Immutable; safe for any number of threads.
 */
public final class LogKey {
    public static final int SECRET_BYTES = 32;

    static final String ED25519_LABEL = "lapwing/log/ed25519/v1";
    static final String ML_DSA_44_LABEL = "lapwing/log/ml-dsa-44/v1";

    private final byte[] ed25519Seed;
    private final MLDSAPrivateKeyParameters mlDsa44;
    private final LogVerifierKey verifier;

    /**
     * The key of the log of this name.
     *
     * @param name the origin of its checkpoints: best a URL without scheme, no spaces and no plus
     * @throws TlogException when the name cannot be a key name or the secret has not 32 bytes
     */
    public LogKey(String name, byte[] secret) {
        if (secret.length != SECRET_BYTES) {
            throw new TlogException("a log's secret has " + SECRET_BYTES + " bytes, not " + secret.length);
        }
        ed25519Seed = derive(secret, ED25519_LABEL);
        mlDsa44 = new MLDSAPrivateKeyParameters(MLDSAParameters.ml_dsa_44, derive(secret, ML_DSA_44_LABEL));
        byte[] ed25519Public = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(ed25519Seed, 0, ed25519Public, 0);
        verifier = new LogVerifierKey(
                NoteKey.of(name, NoteKey.Type.ED25519, ed25519Public).orThrow(),
                NoteKey.of(name, NoteKey.Type.ML_DSA_44_COSIGNATURE, mlDsa44.getPublicKey())
                        .orThrow());
    }

    /** A secret for a new log. */
    public static byte[] freshSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    static byte[] derive(byte[] secret, String label) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .thenExpand(label.getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new TlogException("this Java has no HKDF-SHA256", e);
        }
    }

    public String name() {
        return verifier.name();
    }

    public LogVerifierKey verifier() {
        return verifier;
    }

    byte[] signEd25519(byte[] message) {
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(ed25519Seed, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    /** FIPS 204's deterministic variant with empty context: a checkpoint signed again is the same file. */
    byte[] signMlDsa44(byte[] message) {
        MLDSASigner signer = new MLDSASigner();
        signer.init(true, mlDsa44);
        signer.update(message, 0, message.length);
        try {
            return signer.generateSignature();
        } catch (CryptoException e) {
            throw new TlogException("ML-DSA-44 could not sign", e);
        }
    }

    @Override
    public String toString() {
        return "LogKey[" + name() + "]";
    }
}
