// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.internal.InsecureNonceChaCha20Poly1305;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.internal.XWingHpkeConscryptDecrypt;
import com.google.crypto.tink.hybrid.internal.XWingHpkeConscryptEncrypt;
import com.google.crypto.tink.subtle.Ed25519Sign;
import com.google.crypto.tink.subtle.Ed25519Verify;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.interfaces.XECPublicKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The same seeded inputs to us and to others, both directions: Tink 1.24 with Conscrypt (BoringSSL), the JDK's own
 * providers, libsodium. Each method states how many cases it ran.
 */
class DifferentialTest {

    private static final int CASES = 200;

    private final Random random = new Random(20261122);
    private final Provider conscrypt = Conscrypt.newProvider();

    /** Tink finds Conscrypt among the installed providers; at the end of the list it takes nothing from the JDK's. */
    @BeforeAll
    static void install() {
        Security.addProvider(Conscrypt.newProvider());
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void sealsHybridBoxesThatTinkOpensAndOpensTinks() throws Exception {
        HpkeParameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.X_WING)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.CHACHA20_POLY1305)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        int ran = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] seed = bytes(32);
            HybridIdentity identity = HybridIdentity.fromSeed(seed);
            HpkePublicKey open = HpkePublicKey.create(
                    parameters, Bytes.copyFrom(identity.recipient().publicKey()), null);
            HpkePrivateKey secret =
                    HpkePrivateKey.create(open, SecretBytes.copyFrom(seed, InsecureSecretKeyAccess.get()));
            byte[] plain = bytes(random.nextInt(200));
            byte[] info = bytes(random.nextInt(60));
            byte[] none = new byte[0];
            byte[] ours = Box.seal(identity.recipient(), info, none, plain, new GivenBytes(bytes(64)));
            assertThat(XWingHpkeConscryptDecrypt.create(secret).decrypt(ours, info))
                    .isEqualTo(plain);
            byte[] theirs = XWingHpkeConscryptEncrypt.create(open).encrypt(plain, info);
            assertThat(Box.open(identity, info, none, theirs)).isEqualTo(plain);
            ours[random.nextInt(ours.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(refuses(() -> XWingHpkeConscryptDecrypt.create(secret).decrypt(ours, info)))
                    .isTrue();
            assertThat(refuses(() -> Box.open(identity, info, none, ours))).isTrue();
            ran++;
        }
        assertThat(ran).isEqualTo(200);
    }

    @Test
    void signsEd25519AsAllOthersDoAndAgreesOnDamagedSignatures() throws Exception {
        Sodium sodium = Sodium.require();
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            byte[] seed = bytes(32);
            byte[] message = bytes(random.nextInt(300));
            SigningKey key = SigningKey.fromSeed(seed);
            byte[] publicKey = key.verifyKey().bytes();
            byte[] signature = key.sign(message);
            byte[] theirs = new byte[64];
            sodium.call("crypto_sign_detached", theirs, null, message, (long) message.length, concat(seed, publicKey));
            assertThat(theirs).isEqualTo(signature);
            assertThat(new Ed25519Sign(seed).sign(message)).isEqualTo(signature);
            if (i % 2 == 1) {
                signature[random.nextInt(64)] ^= (byte) (1 << random.nextInt(8));
            }
            boolean expected = i % 2 == 0;
            assertThat(key.verifyKey().verify(message, signature)).isEqualTo(expected);
            assertThat(sodiumVerifies(sodium, publicKey, message, signature)).isEqualTo(expected);
            assertThat(tinkVerifies(publicKey, message, signature)).isEqualTo(expected);
            assertThat(providerVerifies(conscrypt, "EdDSA", ed25519(publicKey), message, signature))
                    .isEqualTo(expected);
            if (i < 40) { // slow there
                assertThat(providerVerifies(jdk("SunEC"), "Ed25519", ed25519(publicKey), message, signature))
                        .isEqualTo(expected);
            }
            refused += expected ? 0 : 1;
        }
        assertThat(refused).isEqualTo(100);
    }

    /**
     * CCTV's 914 signatures with low-order and non-canonical parts, on which verifiers differ. Ours is the strictest:
     * it takes one, and each of the others takes that one too. What each takes beyond it are signatures that only
     * somebody who knows the secret, or a key without one, can make.
     */
    @Test
    void takesNoDoubtfulEd25519SignatureThatAnotherRefuses() throws Exception {
        Sodium sodium = Sodium.require();
        int[] taken = new int[4];
        for (String vector :
                Vectors.text("C2SP+CCTV/ed25519/ed25519vectors.json").split("(?=\\{)")) {
            if (!vector.contains("\"sig\"")) {
                continue;
            }
            byte[] key = Vectors.hex(Vectors.member(vector, "key"));
            byte[] signature = Vectors.hex(Vectors.member(vector, "sig"));
            byte[] message = Vectors.member(vector, "msg").getBytes(StandardCharsets.UTF_8);
            boolean[] verdicts = {
                !refuses(() -> {
                    if (!VerifyKey.of(key).verify(message, signature)) {
                        throw new GeneralSecurityException("no");
                    }
                    return signature;
                }),
                sodiumVerifies(sodium, key, message, signature),
                tinkVerifies(key, message, signature),
                providerVerifies(conscrypt, "EdDSA", ed25519(key), message, signature)
            };
            for (int i = 0; i < taken.length; i++) {
                taken[i] += verdicts[i] ? 1 : 0;
                assertThat(verdicts[i] || !verdicts[0]).as(vector).isTrue();
            }
        }
        assertThat(taken).as("ours, libsodium, Tink, Conscrypt").containsExactly(1, 43, 196, 208);
    }

    @Test
    void agreesOnX25519() throws Exception {
        Sodium sodium = Sodium.require();
        for (int i = 0; i < CASES; i++) {
            byte[] secret = bytes(32);
            byte[] point = i % 4 == 0 ? bytes(32) : X25519.publicFromPrivate(bytes(32));
            byte[] ours = new byte[32];
            boolean agreed = org.bouncycastle.math.ec.rfc7748.X25519.calculateAgreement(secret, 0, point, 0, ours, 0);
            assertThat(agreed).isTrue();
            byte[] theirs = new byte[32];
            assertThat(sodium.call("crypto_scalarmult_curve25519", theirs, secret, point))
                    .isZero();
            assertThat(theirs).isEqualTo(ours);
            assertThat(X25519.computeSharedSecret(secret, point)).isEqualTo(ours);
            assertThat(jdkAgreement(secret, point)).isEqualTo(ours);
        }
    }

    private static byte[] jdkAgreement(byte[] secret, byte[] point) throws GeneralSecurityException {
        byte[] u = new byte[32];
        for (int i = 0; i < 32; i++) {
            u[i] = point[31 - i];
        }
        u[0] &= 0x7f;
        KeyFactory factory = KeyFactory.getInstance("X25519");
        XECPublicKey key = (XECPublicKey)
                factory.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, new BigInteger(1, u)));
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(factory.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
        agreement.doPhase(key, true);
        return agreement.generateSecret();
    }

    @Test
    void agreesOnMlKem768WithTheJdk() throws Exception {
        for (int i = 0; i < CASES; i++) {
            MLKEMPrivateKeyParameters own = new MLKEMPrivateKeyParameters(MLKEMParameters.ml_kem_768, bytes(64));
            byte[] expanded = own.withPreferredFormat(MLKEMPrivateKeyParameters.EXPANDED_KEY)
                    .getEncoded();
            KeyFactory factory = KeyFactory.getInstance("ML-KEM-768", "SunJCE");
            KEM kem = KEM.getInstance("ML-KEM-768", "SunJCE");
            KEM.Encapsulated theirs = kem.newEncapsulator(factory.generatePublic(new X509EncodedKeySpec(
                            der("308204b2300b0609608648016503040402038204a100", own.getPublicKey()))))
                    .encapsulate();
            assertThat(new MLKEMExtractor(own).extractSecret(theirs.encapsulation()))
                    .isEqualTo(theirs.key().getEncoded());
            SecretWithEncapsulation ours =
                    MLKEMGenerator.internalGenerateEncapsulated(own.getPublicKeyParameters(), bytes(32));
            KEM.Decapsulator opener = kem.newDecapsulator(factory.generatePrivate(new PKCS8EncodedKeySpec(
                    der("30820978020100300b060960864801650304040204820964" + "04820960", expanded))));
            assertThat(opener.decapsulate(ours.getEncapsulation()).getEncoded()).isEqualTo(ours.getSecret());
            byte[] changed = ours.getEncapsulation();
            changed[random.nextInt(changed.length)] ^= 1;
            assertThat(opener.decapsulate(changed).getEncoded())
                    .as("implicit rejection gives both the same wrong secret")
                    .isEqualTo(new MLKEMExtractor(own).extractSecret(changed))
                    .isNotEqualTo(ours.getSecret());
        }
    }

    @Test
    void agreesOnMlDsa44WithTheJdk() throws Exception {
        for (int i = 0; i < 50; i++) {
            PqSigningKey key = PqSigningKey.fromSeed(bytes(32));
            byte[] message = bytes(random.nextInt(300));
            byte[] signature = key.sign(message);
            if (i % 2 == 1) {
                signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
            }
            byte[] der = der(
                    "30820532300b060960864801650304031103820521" + "00",
                    key.verifyKey().bytes());
            assertThat(providerVerifies(jdk("SUN"), "ML-DSA-44", der, message, signature))
                    .isEqualTo(key.verifyKey().verify(message, signature))
                    .isEqualTo(i % 2 == 0);
        }
    }

    @Test
    void agreesOnTheAeads() throws Exception {
        Sodium sodium = Sodium.require();
        for (int i = 0; i < CASES; i++) {
            byte[] key = bytes(32);
            byte[] nonce = bytes(12);
            byte[] aad = bytes(random.nextInt(40));
            byte[] plain = bytes(random.nextInt(2000));
            byte[] theirs = new byte[plain.length + 16];
            sodium.call(
                    "crypto_aead_chacha20poly1305_ietf_encrypt",
                    theirs,
                    null,
                    plain,
                    (long) plain.length,
                    aad,
                    (long) aad.length,
                    null,
                    nonce,
                    key);
            assertThat(cipher("ChaCha20-Poly1305", "SunJCE", key, new IvParameterSpec(nonce), aad, plain))
                    .isEqualTo(theirs)
                    .isEqualTo(new InsecureNonceChaCha20Poly1305(key).encrypt(nonce, plain, aad));
            assertThat(Gcm.seal(key, nonce, aad, plain))
                    .isEqualTo(cipher(
                            "AES/GCM/NoPadding",
                            conscrypt.getName(),
                            key,
                            new GCMParameterSpec(128, nonce),
                            aad,
                            plain));
        }
    }

    private static byte[] cipher(
            String name, String provider, byte[] key, AlgorithmParameterSpec nonce, byte[] aad, byte[] plain)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(name, provider);
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, name.startsWith("AES") ? "AES" : "ChaCha20"), nonce);
        cipher.updateAAD(aad);
        return cipher.doFinal(plain);
    }

    /** A chunk of an age payload as our cipher seals it, opened by libsodium under the same derived key. */
    @Test
    void opensOurPayloadChunksWithLibsodium() throws Exception {
        Sodium sodium = Sodium.require();
        for (int i = 0; i < 20; i++) {
            byte[] fileKey = bytes(16);
            byte[] salt = bytes(16);
            byte[] plain = bytes(1 + random.nextInt(PayloadCipher.CHUNK_BYTES));
            ByteBuffer sealed = ByteBuffer.allocate(plain.length + 16);
            PayloadCipher.sealing(fileKey, salt).from(i).next(ByteBuffer.wrap(plain), sealed, true);
            byte[] nonce = new byte[12];
            nonce[10] = (byte) i;
            nonce[11] = 1;
            byte[] key = com.google.crypto.tink.subtle.Hkdf.computeHkdf(
                    "HMACSHA256", fileKey, salt, "payload".getBytes(StandardCharsets.US_ASCII), 32);
            byte[] opened = new byte[plain.length];
            assertThat(sodium.call(
                            "crypto_aead_chacha20poly1305_ietf_decrypt",
                            opened,
                            null,
                            null,
                            sealed.array(),
                            (long) sealed.capacity(),
                            null,
                            0L,
                            nonce,
                            key))
                    .isZero();
            assertThat(opened).isEqualTo(plain);
        }
    }

    @Test
    void agreesOnHkdfAndHmac() throws Exception {
        Sodium sodium = Sodium.require();
        for (int i = 0; i < CASES; i++) {
            byte[] key = bytes(32);
            byte[] salt = bytes(random.nextInt(70));
            byte[] info = bytes(random.nextInt(70));
            int length = 1 + random.nextInt(300);
            assertThat(Hkdf.derive(key, salt, info, length))
                    .isEqualTo(com.google.crypto.tink.subtle.Hkdf.computeHkdf("HMACSHA256", key, salt, info, length));
            byte[] theirs = new byte[32];
            sodium.call("crypto_auth_hmacsha256", theirs, info, (long) info.length, key);
            Mac mac = Mac.getInstance("HmacSHA256", "SunJCE");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            assertThat(mac.doFinal(info)).isEqualTo(theirs);
        }
    }

    /** Our parallelism is another than libsodium's one lane, so the library is compared, at small costs. */
    @Test
    void agreesOnArgon2idWithLibsodium() {
        Sodium sodium = Sodium.require();
        for (int i = 0; i < 20; i++) {
            byte[] passphrase = bytes(1 + random.nextInt(60));
            byte[] salt = bytes(16);
            int memoryKib = 64 + random.nextInt(2000);
            int passes = 1 + random.nextInt(3);
            byte[] theirs = new byte[32];
            assertThat(sodium.call(
                            "crypto_pwhash",
                            theirs,
                            32L,
                            passphrase,
                            (long) passphrase.length,
                            salt,
                            (long) passes,
                            memoryKib * 1024L,
                            2))
                    .isZero();
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memoryKib)
                    .withIterations(passes)
                    .withParallelism(1)
                    .withSalt(salt)
                    .build());
            byte[] ours = new byte[32];
            argon2.generateBytes(passphrase, ours);
            assertThat(ours).isEqualTo(theirs);
        }
    }

    private interface Answer {
        byte[] get() throws GeneralSecurityException;
    }

    private static boolean refuses(Answer answer) {
        try {
            return answer.get() == null;
        } catch (GeneralSecurityException | SealException | IllegalArgumentException refused) {
            return true;
        }
    }

    private static boolean sodiumVerifies(Sodium sodium, byte[] key, byte[] message, byte[] signature) {
        return sodium.call("crypto_sign_verify_detached", signature, message, (long) message.length, key) == 0;
    }

    private static boolean tinkVerifies(byte[] key, byte[] message, byte[] signature) {
        return !refuses(() -> {
            new Ed25519Verify(key).verify(signature, message);
            return signature;
        });
    }

    private static boolean providerVerifies(
            Provider provider, String algorithm, byte[] der, byte[] message, byte[] signature) {
        return !refuses(() -> {
            Signature verifier = Signature.getInstance(algorithm, provider);
            verifier.initVerify(
                    KeyFactory.getInstance(algorithm, provider).generatePublic(new X509EncodedKeySpec(der)));
            verifier.update(message);
            if (!verifier.verify(signature)) {
                throw new GeneralSecurityException("no");
            }
            return signature;
        });
    }

    private static Provider jdk(String name) {
        return Objects.requireNonNull(Security.getProvider(name));
    }

    private static byte[] ed25519(byte[] key) {
        return der("302a300506032b6570032100", key);
    }

    private static byte[] der(String head, byte[] key) {
        return concat(HexFormat.of().parseHex(head), key);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
