// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lapwing.seal.Vectors.hex;
import static org.lapwing.seal.Vectors.member;
import static org.lapwing.seal.Vectors.members;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.hpke.HPKEContext;
import org.bouncycastle.pqc.crypto.xwing.XWingKEMExtractor;
import org.bouncycastle.pqc.crypto.xwing.XWingPrivateKeyParameters;
import org.junit.jupiter.api.Test;

/** X-Wing and HPKE against the vectors of their drafts. */
class XWingVectorsTest {

    @Test
    void derivesTheXWingDraftsKeysAndSecretsFromTheirSeeds() throws Exception {
        String json = Vectors.text("dconnolly+draft-connolly-cfrg-xwing-kem/spec/test-vectors.json");
        List<String> vectors = Arrays.asList(json.split("\\}\\s*,\\s*\\{"));
        assertThat(vectors).hasSize(3);
        for (String vector : vectors) {
            HybridIdentity identity = HybridIdentity.fromSeed(hex(member(vector, "sk")));
            assertThat(identity.recipient().publicKey()).isEqualTo(hex(member(vector, "pk")));
            byte[] secret = new XWingKEMExtractor(
                            (XWingPrivateKeyParameters) identity.pair().getPrivate())
                    .extractSecret(hex(member(vector, "ct")));
            assertThat(secret).isEqualTo(hex(member(vector, "ss")));
        }
    }

    /** KDF 1 is ours, HKDF-SHA256: the first of its ten messages is our one-shot box, and the rest run on its context. */
    @Test
    void opensAndRepeatsTheHpkeDraftsBoxForOurSuite() throws Exception {
        String ours = hpkeVectorOf("25722", "1", "3");
        HybridIdentity identity = HybridIdentity.fromSeed(hex(member(ours, "skRm")));
        assertThat(identity.recipient()).isEqualTo(HybridRecipient.of(hex(member(ours, "pkRm"))));
        byte[] info = hex(member(ours, "info"));
        byte[] enc = hex(member(ours, "enc"));
        List<byte[]> aads = members(ours, "aad").stream().map(Vectors::hex).toList();
        List<byte[]> plaintexts = members(ours, "pt").stream().map(Vectors::hex).toList();
        List<byte[]> ciphertexts =
                members(ours, "ct").stream().map(Vectors::hex).toList();
        assertThat(ciphertexts).hasSize(10);

        byte[] box = hex(member(ours, "enc") + member(ours, "ct"));
        assertThat(Box.open(identity, info, aads.getFirst(), box)).isEqualTo(plaintexts.getFirst());
        GivenBytes given = new GivenBytes(hex(member(ours, "ikmE")));
        assertThat(Box.seal(identity.recipient(), info, aads.getFirst(), plaintexts.getFirst(), given))
                .isEqualTo(box);

        HPKEContext opening =
                new HPKE(HPKE.mode_base, (short) 0x647a, (short) 1, (short) 3).setupBaseR(enc, identity.pair(), info);
        for (int i = 0; i < 10; i++) {
            assertThat(opening.open(aads.get(i), ciphertexts.get(i))).isEqualTo(plaintexts.get(i));
        }
    }

    /** KDF 17 is SHAKE256, which neither age nor we use: what applies to us of that vector is its KEM. */
    @Test
    void agreesOnTheKemOfTheHpkeDraftsOtherSuite() throws Exception {
        String other = hpkeVectorOf("25722", "17", "3");
        HybridIdentity identity = HybridIdentity.fromSeed(hex(member(other, "skRm")));
        assertThat(identity.recipient().publicKey()).isEqualTo(hex(member(other, "pkRm")));
        assertThat(new XWingKEMExtractor(
                                (XWingPrivateKeyParameters) identity.pair().getPrivate())
                        .extractSecret(hex(member(other, "enc"))))
                .isEqualTo(hex(member(other, "shared_secret")));
        byte[] box = Box.seal(
                identity.recipient(),
                new byte[0],
                new byte[0],
                new byte[0],
                new GivenBytes(hex(member(other, "ikmE"))));
        assertThat(Arrays.copyOf(box, Hpke.ENC_BYTES)).isEqualTo(hex(member(other, "enc")));
    }

    @Test
    void refusesPublicKeysOutsideTheModulus() throws Exception {
        byte[] gz = Files.readAllBytes(Vectors.at("C2SP+CCTV/ML-KEM/modulus/ML-KEM-768.txt.gz"));
        String text =
                new String(new GZIPInputStream(new ByteArrayInputStream(gz)).readAllBytes(), StandardCharsets.UTF_8);
        byte[] x25519 = Arrays.copyOfRange(
                HybridIdentity.fromSeed(new byte[32]).recipient().publicKey(), 1184, 1216);
        int ran = 0;
        for (String line : text.split("\n")) {
            if (line.isBlank()) {
                continue;
            }
            byte[] key = Arrays.copyOf(hex(line.strip()), 1216);
            System.arraycopy(x25519, 0, key, 1184, 32);
            assertThatThrownBy(() -> HybridRecipient.of(key)).isInstanceOf(SealException.class);
            ran++;
        }
        assertThat(ran).isEqualTo(780);
    }

    private static String hpkeVectorOf(String kem, String kdf, String aead) throws Exception {
        String json = Vectors.text("hpkewg+hpke-pq/test-vectors.json");
        List<String> all = Pattern.compile("(?=\\{\\s*\"mode\")")
                .splitAsStream(json)
                .filter(s -> s.contains("kem_id"))
                .toList();
        assertThat(all).hasSize(13);
        List<String> matching = all.stream()
                .filter(v -> member(v, "kem_id").equals(kem)
                        && member(v, "kdf_id").equals(kdf)
                        && member(v, "aead_id").equals(aead))
                .toList();
        assertThat(matching).hasSize(1);
        return matching.getFirst();
    }
}
