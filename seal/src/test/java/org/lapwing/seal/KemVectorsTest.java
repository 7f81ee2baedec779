// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lapwing.seal.Vectors.hex;
import static org.lapwing.seal.Vectors.member;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.bouncycastle.crypto.SecretWithEncapsulation;
import org.bouncycastle.crypto.kems.MLKEMExtractor;
import org.bouncycastle.crypto.kems.MLKEMGenerator;
import org.bouncycastle.crypto.params.MLKEMParameters;
import org.bouncycastle.crypto.params.MLKEMPrivateKeyParameters;
import org.bouncycastle.crypto.params.MLKEMPublicKeyParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The two halves of X-Wing as our library computes them, against Wycheproof and CCTV. */
class KemVectorsTest {

    private static final MLKEMParameters ML_KEM_768 = MLKEMParameters.ml_kem_768;
    private static final byte[] NOTHING = new byte[0];

    /**
     * "Acceptable" are public keys on the twist, not canonical or of low order. RFC 7748 computes them all; those whose
     * shared secret is zero are refused, as RFC 9180 section 7.1.4 wants.
     */
    @Test
    void computesWycheproofsX25519SecretsAndRefusesTheZeroOnes() throws IOException {
        HybridIdentity identity = HybridIdentity.fromSeed(new byte[32]);
        int refused = 0;
        for (String test : Wycheproof.tests("x25519_test.json", 518)) {
            byte[] point = hex(member(test, "public"));
            byte[] secret = new byte[32];
            boolean agreed = X25519.calculateAgreement(hex(member(test, "private")), 0, point, 0, secret, 0);
            assertThat(secret).as(test).isEqualTo(hex(member(test, "shared")));
            assertThat(agreed).as(test).isEqualTo(!test.contains("ZeroSharedSecret"));
            if (!agreed) {
                refused++;
                refusesInBothDirections(identity, point);
            }
        }
        assertThat(refused).isEqualTo(31);
    }

    /** The point as the X25519 half of a recipient, and of an encapsulation sent to us. */
    private static void refusesInBothDirections(HybridIdentity identity, byte[] point) {
        byte[] key = identity.recipient().publicKey();
        System.arraycopy(point, 0, key, 1184, 32);
        assertThatThrownBy(() ->
                        Box.seal(HybridRecipient.of(key), NOTHING, NOTHING, NOTHING, new GivenBytes(new byte[64])))
                .isInstanceOf(SealException.class);
        byte[] box = Box.seal(identity.recipient(), NOTHING, NOTHING, NOTHING, new GivenBytes(new byte[64]));
        System.arraycopy(point, 0, box, 1088, 32);
        assertThatThrownBy(() -> Box.open(identity, NOTHING, NOTHING, box)).isInstanceOf(SealException.class);
    }

    @Test
    void decapsulatesAsWycheproofDoes() throws IOException {
        int refused = 0;
        for (String test : Wycheproof.tests("mlkem_768_test.json", 193)) {
            byte[] secret = null;
            try {
                MLKEMPrivateKeyParameters key = new MLKEMPrivateKeyParameters(ML_KEM_768, hex(member(test, "seed")));
                assertThat(HexFormat.of().formatHex(key.getPublicKey())).isEqualTo(member(test, "ek"));
                secret = new MLKEMExtractor(key).extractSecret(hex(member(test, "c")));
            } catch (IllegalArgumentException malformed) {
                refused++;
            }
            assertThat(secret).as(test).isEqualTo(expected(test, "K"));
        }
        assertThat(refused).isEqualTo(40);
    }

    @Test
    void encapsulatesAsWycheproofDoesAndRefusesKeysThatAreNone() throws IOException {
        int refused = 0;
        for (String test : Wycheproof.tests("mlkem_768_encaps_test.json", 265)) {
            SecretWithEncapsulation sealed = null;
            try {
                sealed = MLKEMGenerator.internalGenerateEncapsulated(
                        new MLKEMPublicKeyParameters(ML_KEM_768, hex(member(test, "ek"))), hex(member(test, "m")));
            } catch (IllegalArgumentException malformed) {
                refused++;
                refusesAsARecipient(hex(member(test, "ek")));
            }
            assertThat(sealed == null ? null : sealed.getSecret()).as(test).isEqualTo(expected(test, "K"));
            assertThat(sealed == null ? null : sealed.getEncapsulation())
                    .as(test)
                    .isEqualTo(expected(test, "c"));
        }
        assertThat(refused).isEqualTo(132);
    }

    private static void refusesAsARecipient(byte[] ek) {
        byte[] key = Arrays.copyOf(ek, ek.length + 32);
        key[ek.length] = 9;
        assertThatThrownBy(() -> HybridRecipient.of(key)).isInstanceOf(SealException.class);
    }

    @Test
    void makesWycheproofsKeysFromTheirSeeds() throws IOException {
        for (String test : Wycheproof.tests("mlkem_768_keygen_seed_test.json", 100)) {
            MLKEMPrivateKeyParameters key = new MLKEMPrivateKeyParameters(ML_KEM_768, hex(member(test, "seed")));
            assertThat(key.getPublicKey()).as(test).isEqualTo(expected(test, "ek"));
            assertThat(expanded(key)).as(test).isEqualTo(expected(test, "dk"));
        }
    }

    /** We keep seeds and never read expanded keys; were one read, these would be the verdicts. */
    @Test
    void judgesWycheproofsExpandedKeys() throws IOException {
        int refused = 0;
        for (String test : Wycheproof.tests("mlkem_768_semi_expanded_decaps_test.json", 9)) {
            byte[] secret = null;
            try {
                secret = new MLKEMExtractor(new MLKEMPrivateKeyParameters(ML_KEM_768, hex(member(test, "dk"))))
                        .extractSecret(hex(member(test, "c")));
            } catch (IllegalArgumentException malformed) {
                refused++;
            }
            assertThat(secret).as(test).isEqualTo(expected(test, "K"));
        }
        assertThat(refused).isEqualTo(6);
    }

    private static byte @Nullable [] expected(String test, String member) {
        return member(test, "result").equals("valid") ? hex(member(test, member)) : null;
    }

    private static byte[] expanded(MLKEMPrivateKeyParameters key) {
        return key.withPreferredFormat(MLKEMPrivateKeyParameters.EXPANDED_KEY).getEncoded();
    }

    /** A rejection sampling that needs more SHAKE output than most libraries draw at first. */
    @Test
    void survivesCctvsUnluckySample() throws IOException {
        sealsAndOpens(lines("unluckysample"));
    }

    /** Every intermediate value of one run; we see the ends of it. */
    @Test
    void reachesTheEndsOfCctvsIntermediateValues() throws IOException {
        sealsAndOpens(lines("intermediate"));
    }

    /**
     * From the expanded key on: these two files make keys as the draft of FIPS 203 did, G(d), while the standard has
     * G(d ‖ 3), so their seeds give other keys today. Seeds are put to Wycheproof's hundred above.
     */
    private static void sealsAndOpens(Map<String, byte[]> vector) {
        MLKEMPrivateKeyParameters key = new MLKEMPrivateKeyParameters(ML_KEM_768, vector.get("dk"));
        assertThat(key.getPublicKey()).isEqualTo(vector.get("ek"));
        SecretWithEncapsulation sealed =
                MLKEMGenerator.internalGenerateEncapsulated(key.getPublicKeyParameters(), vector.get("m"));
        assertThat(sealed.getEncapsulation()).isEqualTo(vector.get("c"));
        assertThat(sealed.getSecret()).isEqualTo(vector.get("K"));
        assertThat(new MLKEMExtractor(key).extractSecret(vector.get("c"))).isEqualTo(vector.get("K"));
    }

    /** Ciphertexts that differ behind a zero byte: a comparison by {@code strcmp} would take one for the other. */
    @Test
    void comparesCctvsStrcmpCiphertextsToTheirEnd() throws IOException {
        Map<String, byte[]> vector = lines("strcmp");
        assertThat(new MLKEMExtractor(new MLKEMPrivateKeyParameters(ML_KEM_768, vector.get("dk")))
                        .extractSecret(vector.get("c")))
                .isEqualTo(vector.get("K"));
    }

    private static Map<String, byte[]> lines(String kind) throws IOException {
        Map<String, byte[]> values = new HashMap<>();
        for (String line : Vectors.text("C2SP+CCTV/ML-KEM/" + kind + "/ML-KEM-768.txt")
                .lines()
                .toList()) {
            String[] parts = line.split(" = ", 2);
            if (parts[1].matches("([0-9a-f]{2})+")) {
                values.put(parts[0], hex(parts[1]));
            }
        }
        return values;
    }
}
