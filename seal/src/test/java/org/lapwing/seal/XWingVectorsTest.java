// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lapwing.seal.Vectors.hex;
import static org.lapwing.seal.Vectors.member;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
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

    @Test
    void opensAndRepeatsTheHpkeDraftsBoxForOurSuite() throws Exception {
        String ours = hpkeVectorOf("25722", "1", "3");
        HybridIdentity identity = HybridIdentity.fromSeed(hex(member(ours, "skRm")));
        assertThat(identity.recipient()).isEqualTo(HybridRecipient.of(hex(member(ours, "pkRm"))));
        byte[] info = hex(member(ours, "info"));
        byte[] aad = hex(member(ours, "aad"));
        byte[] plaintext = hex(member(ours, "pt"));
        byte[] box = hex(member(ours, "enc") + member(ours, "ct"));

        assertThat(Box.open(identity, info, aad, box)).isEqualTo(plaintext);
        byte[] again = Box.seal(identity.recipient(), info, aad, plaintext, new GivenBytes(hex(member(ours, "ikmE"))));
        assertThat(again).isEqualTo(box);
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
