// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lapwing.seal.Vectors.hex;
import static org.lapwing.seal.Vectors.member;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.junit.jupiter.api.Test;

/** Ed25519 and ML-DSA-44, against foreign vectors and the JDK. */
class SignaturesTest {

    private static final byte[] MESSAGE = "entry".getBytes(StandardCharsets.UTF_8);

    @Test
    void givesWycheproofsVerdictOnEveryEd25519Signature() throws Exception {
        String json = Vectors.text("C2SP+wycheproof/testvectors_v1/ed25519_test.json");
        int ran = 0;
        for (String group : json.split("\"type\"\\s*:\\s*\"EddsaVerify\"")) {
            if (!group.contains("\"pk\"")) {
                continue;
            }
            VerifyKey key = VerifyKey.of(hex(member(group, "pk")));
            for (String test : testsOf(group)) {
                boolean expected = member(test, "result").equals("valid");
                assertThat(key.verify(hex(member(test, "msg")), hex(member(test, "sig"))))
                        .as("tcId %s", member(test, "tcId"))
                        .isEqualTo(expected);
                ran++;
            }
        }
        assertThat(ran).isEqualTo(151);
    }

    /** 914 signatures that libraries disagree on: most have a low-order or non-canonical part. */
    @Test
    void acceptsOnlyThePlainSignaturesOfTheCctvCorpus() throws Exception {
        String json = Vectors.text("C2SP+CCTV/ed25519/ed25519vectors.json");
        int ran = 0;
        int accepted = 0;
        for (String vector : Pattern.compile("(?=\\{)")
                .splitAsStream(json)
                .filter(v -> v.contains("\"sig\""))
                .toList()) {
            ran++;
            byte[] key = hex(member(vector, "key"));
            boolean doubtfulKey = vector.contains("low_order_A")
                    || vector.contains("low_order_component_A")
                    || vector.contains("non_canonical_A");
            if (doubtfulKey) {
                assertThatThrownBy(() -> VerifyKey.of(key)).as(vector).isInstanceOf(SealException.class);
            } else if (VerifyKey.of(key)
                    .verify(member(vector, "msg").getBytes(StandardCharsets.UTF_8), hex(member(vector, "sig")))) {
                accepted++;
                assertThat(vector).as("no doubtful part").contains("\"flags\": null");
            }
        }
        assertThat(ran).isEqualTo(914);
        assertThat(accepted).isEqualTo(1);
    }

    @Test
    void signsAsTheJdkDoes() throws Exception {
        SigningKey key = SigningKey.generate(new SecureRandom());
        byte[] der = concat(hex("302a300506032b6570032100"), key.verifyKey().bytes());
        assertThat(jdkVerifies("Ed25519", der, MESSAGE, key.sign(MESSAGE))).isTrue();
        assertThat(SigningKey.fromSeed(key.revealSeed()).sign(MESSAGE)).isEqualTo(key.sign(MESSAGE));
    }

    @Test
    void signsMlDsaAsTheJdkVerifies() throws Exception {
        PqSigningKey key = PqSigningKey.generate(new SecureRandom());
        byte[] der = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(new MLDSAPublicKeyParameters(
                        MLDSAParameters.ml_dsa_44, key.verifyKey().bytes()))
                .getEncoded();
        byte[] signature = key.sign(MESSAGE);
        assertThat(signature).hasSize(PqVerifyKey.SIGNATURE_BYTES);
        assertThat(jdkVerifies("ML-DSA-44", der, MESSAGE, signature)).isTrue();
        assertThat(key.verifyKey().verify(MESSAGE, signature)).isTrue();
        assertThat(PqSigningKey.fromSeed(key.revealSeed()).sign(MESSAGE)).isEqualTo(signature);
    }

    @Test
    void refusesEveryChangedByteOfASignature() {
        SigningKey key = SigningKey.fromSeed(new byte[32]);
        byte[] signature = key.sign(MESSAGE);
        assertThat(key.verifyKey().verify(MESSAGE, signature)).isTrue();
        for (int i = 0; i < signature.length; i++) {
            byte[] changed = signature.clone();
            changed[i] ^= 1;
            assertThat(key.verifyKey().verify(MESSAGE, changed))
                    .as("byte %d", i)
                    .isFalse();
        }
        PqSigningKey pq = PqSigningKey.fromSeed(new byte[32]);
        byte[] pqSignature = pq.sign(MESSAGE);
        for (int i = 0; i < pqSignature.length; i += 7) {
            byte[] changed = pqSignature.clone();
            changed[i] ^= 1;
            assertThat(pq.verifyKey().verify(MESSAGE, changed)).as("byte %d", i).isFalse();
        }
    }

    @Test
    void answersFalseToSignaturesOfAnotherLengthMessageOrKey() {
        SigningKey key = SigningKey.fromSeed(new byte[32]);
        PqSigningKey pq = PqSigningKey.fromSeed(new byte[32]);
        assertThat(key.verifyKey().verify(MESSAGE, new byte[0])).isFalse();
        assertThat(key.verifyKey().verify(MESSAGE, Arrays.copyOf(key.sign(MESSAGE), 65)))
                .isFalse();
        assertThat(key.verifyKey().verify(new byte[0], key.sign(MESSAGE))).isFalse();
        assertThat(pq.verifyKey().verify(MESSAGE, new byte[0])).isFalse();
        assertThat(pq.verifyKey().verify(MESSAGE, Arrays.copyOf(pq.sign(MESSAGE), 2421)))
                .isFalse();
        assertThat(pq.verifyKey().verify(new byte[0], pq.sign(MESSAGE))).isFalse();
        byte[] other = new byte[32];
        other[0] = 1;
        assertThat(SigningKey.fromSeed(other).verifyKey().verify(MESSAGE, key.sign(MESSAGE)))
                .isFalse();
    }

    @Test
    void showsNoSecretWhenPrinted() {
        byte[] seed = hex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        assertThat(SigningKey.fromSeed(seed).toString()).doesNotContain("00112233");
        assertThat(PqSigningKey.fromSeed(seed).toString()).doesNotContain("00112233");
        HybridIdentity identity = HybridIdentity.fromSeed(seed);
        assertThat(identity.toString()).doesNotContain("SECRET").doesNotContain("00112233");
    }

    private static List<String> testsOf(String group) {
        return Pattern.compile("(?=\"tcId\")")
                .splitAsStream(group)
                .filter(t -> t.startsWith("\"tcId\""))
                .toList();
    }

    private static boolean jdkVerifies(String algorithm, byte[] der, byte[] message, byte[] signature)
            throws Exception {
        Signature verifier = Signature.getInstance(algorithm);
        verifier.initVerify(KeyFactory.getInstance(algorithm).generatePublic(new X509EncodedKeySpec(der)));
        verifier.update(message);
        return verifier.verify(signature);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
