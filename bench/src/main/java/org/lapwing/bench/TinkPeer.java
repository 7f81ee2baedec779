// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.internal.XWingHpkeConscryptEncrypt;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingKey;
import com.google.crypto.tink.streamingaead.AesGcmHkdfStreamingParameters;
import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Security;
import java.util.List;
import org.conscrypt.Conscrypt;
import org.lapwing.seal.HybridIdentity;

/** Tink with Conscrypt, which is BoringSSL: the same hybrid seal, and its own way of streaming a file, on one core. */
final class TinkPeer {
    private TinkPeer() {}

    @AccessesPartialKey
    static List<Figure> measure(String room, HybridIdentity identity, int fileBytes) {
        // first of all, as Tink's own set-up for servers has it: its streams then use BoringSSL's AES
        Security.insertProviderAt(Conscrypt.newProvider(), 1);
        try {
            HybridEncrypt hybrid = XWingHpkeConscryptEncrypt.create(HpkePublicKey.create(
                    HpkeParameters.builder()
                            .setKemId(HpkeParameters.KemId.X_WING)
                            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                            .setAeadId(HpkeParameters.AeadId.CHACHA20_POLY1305)
                            .setVariant(HpkeParameters.Variant.NO_PREFIX)
                            .build(),
                    Bytes.copyFrom(identity.recipient().publicKey()),
                    null));
            byte[] secret = Workplace.bytes(32);
            byte[] label = new byte[16];
            Rounds seals = Rounds.warm(5, () -> Rounds.aSecond(0.8, () -> sealed(hybrid, secret, label)));
            StreamingAead streaming = streaming();
            byte[] content = Workplace.bytes(fileBytes);
            Rounds streams = Rounds.warm(
                    5, () -> fileBytes / 1e6 * Rounds.aSecond(0.1, () -> stream(streaming, content, label)));
            return List.of(
                    Figure.peer(room, "Tink's hybrid seals (X-Wing, HPKE) with Conscrypt", seals.text("/s")),
                    Figure.peer(
                            room,
                            "Tink's AES256-GCM-HKDF-1MB stream of the same 64 MiB in memory",
                            streams.text("MB/s")));
        } catch (GeneralSecurityException e) {
            return List.of(Figure.absent(room, "Tink with Conscrypt cannot run on this machine"));
        } finally {
            Security.removeProvider("Conscrypt");
        }
    }

    @AccessesPartialKey
    private static StreamingAead streaming() throws GeneralSecurityException {
        AesGcmHkdfStreamingParameters parameters = AesGcmHkdfStreamingParameters.builder()
                .setKeySizeBytes(32)
                .setDerivedAesGcmKeySizeBytes(32)
                .setHkdfHashType(AesGcmHkdfStreamingParameters.HashType.SHA256)
                .setCiphertextSegmentSizeBytes(1 << 20)
                .build();
        return AesGcmHkdfStreaming.create(AesGcmHkdfStreamingKey.create(
                parameters, SecretBytes.copyFrom(Workplace.bytes(32), InsecureSecretKeyAccess.get())));
    }

    private static void sealed(HybridEncrypt hybrid, byte[] secret, byte[] label) throws IOException {
        try {
            hybrid.encrypt(secret, label);
        } catch (GeneralSecurityException e) {
            throw new IOException("Tink does not seal", e);
        }
    }

    private static void stream(StreamingAead streaming, byte[] content, byte[] label) throws IOException {
        try (OutputStream out = streaming.newEncryptingStream(OutputStream.nullOutputStream(), label)) {
            out.write(content);
        } catch (GeneralSecurityException e) {
            throw new IOException("Tink does not stream", e);
        }
    }
}
