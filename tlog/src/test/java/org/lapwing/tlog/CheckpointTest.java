// SPDX-License-Identifier: Apache-2.0
package org.lapwing.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckpointTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2031-05-04T12:00:00Z"), ZoneOffset.UTC);
    private static final LogKey KEY = new LogKey("lapwing.example/siskin", new byte[32]);
    private static final Checkpoint CHECKPOINT = new Checkpoint(KEY.name(), 3, MerkleTree.leafHash(new byte[32]));
    private static final String SIGNED = CHECKPOINT.sign(KEY, NOON);

    @Test
    void verifiesWhatTheLogSigned() {
        assertThat(Checkpoint.verify(SIGNED, KEY.verifier()))
                .isEqualTo(new Verdict.Verified(CHECKPOINT, NOON.instant()));
        assertThat(SIGNED)
                .startsWith("lapwing.example/siskin\n3\n" + CHECKPOINT.root().base64() + "\n\n\u2014 ");
    }

    @Test
    void signsTheSameFileAgain() {
        assertThat(CHECKPOINT.sign(KEY, NOON)).isEqualTo(SIGNED);
    }

    @Test
    void refusesEveryChangeOfOneByte() {
        byte[] bytes = SIGNED.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            for (int flip : new int[] {1, 2, 0x20, 0x80}) {
                byte[] altered = bytes.clone();
                altered[i] ^= (byte) flip;
                assertThat(Checkpoint.verify(altered, KEY.verifier()).verified())
                        .as("byte %s, bits %s", i, flip)
                        .isFalse();
            }
        }
    }

    @Test
    void refusesEveryTruncationAndTrailingByte() {
        for (int length = 0; length < SIGNED.length(); length++) {
            assertRefused(SIGNED.substring(0, length));
        }
        for (String tail : List.of("\n", " ", "\n\n", "x", "\0", "\u2014 x\n")) {
            assertRefused(SIGNED + tail);
        }
    }

    @Test
    void refusesEitherSignatureMissing() {
        List<String> lines = SIGNED.lines().toList();
        String head = String.join("\n", lines.subList(0, 4)) + "\n";
        assertThat(reason(head + lines.get(4) + "\n")).isEqualTo("the log's ML-DSA-44 signature is missing");
        assertThat(reason(head + lines.get(5) + "\n")).isEqualTo("the log's Ed25519 signature is missing");
    }

    @Test
    void refusesASignatureGivenTwice() {
        String first = SIGNED.lines().toList().get(4);
        assertThat(reason(SIGNED + first + "\n")).contains("twice");
    }

    @Test
    void passesOverTheSignaturesOfOthers() {
        LogKey witness = new LogKey("witness.example/dunnock", new byte[32]);
        Note note = Note.parse(SIGNED).orThrow();
        Note.Signature other = new Note.Signature(witness.name(), 7, new byte[72]);
        Note more = new Note(
                note.text(),
                List.of(other, note.signatures().getFirst(), note.signatures().getLast()));
        assertThat(Checkpoint.verify(more.format(), KEY.verifier()).verified()).isTrue();
    }

    @Test
    void refusesAnotherLogsKeyAndAnotherLogsName() {
        LogKey other = new LogKey(KEY.name(), HexFormat.of().parseHex("01".repeat(32)));
        assertThat(Checkpoint.verify(SIGNED, other.verifier()).verified()).isFalse();
        LogKey renamed = new LogKey("lapwing.example/serin", new byte[32]);
        assertThat(Checkpoint.verify(SIGNED, renamed.verifier()).verified()).isFalse();
        assertThatThrownBy(() -> CHECKPOINT.sign(renamed, NOON)).isInstanceOf(TlogException.class);
    }

    /** Each text is signed rightly, so that only its form can be refused. */
    @Test
    void refusesTextsThatAreSignedButNotCanonical() {
        String root = CHECKPOINT.root().base64();
        for (String text : List.of(
                "lapwing.example/siskin\n03\n" + root + "\n",
                "lapwing.example/siskin\n+3\n" + root + "\n",
                "lapwing.example/siskin\n\u0663\n" + root + "\n",
                "lapwing.example/siskin\n9007199254740992\n" + root + "\n",
                "lapwing.example/siskin\n0\n" + root + "\n",
                "lapwing.example/siskin\n3\n" + root.replace("=", "") + "\n",
                "lapwing.example/siskin\n3\n" + root.substring(0, 42) + "f=\n",
                "lapwing.example/siskin\n3\n" + root + "\nextension\n",
                "lapwing.example/siskin\n3\n" + root + "\n\n",
                "lapwing.example/siskin \n3\n" + root + "\n",
                "lapwing.example/siskin\r\n3\n" + root + "\n")) {
            byte[] signature = KEY.signEd25519(text.getBytes(StandardCharsets.UTF_8));
            Note right = Note.parse(SIGNED).orThrow();
            Note.Signature ed25519 =
                    new Note.Signature(KEY.name(), KEY.verifier().ed25519().id(), signature);
            String note = new Note(text, List.of(ed25519, right.signatures().getLast())).format();
            assertThat(reason(note)).as(text).doesNotContain("signature is wrong");
        }
    }

    @Test
    void refusesAForkACutAndAnotherLog() {
        List<Hash> leaves = MerkleTree.leafHashes(SeededLeaves.list(7));
        List<Hash> forked = MerkleTree.leafHashes(SeededLeaves.list(8, 7));
        Checkpoint four = new Checkpoint(KEY.name(), 4, MerkleTree.root(leaves.subList(0, 4)));
        Checkpoint seven = new Checkpoint(KEY.name(), 7, MerkleTree.root(leaves));
        Checkpoint fork = new Checkpoint(KEY.name(), 7, MerkleTree.root(forked));
        List<Hash> proof = MerkleTree.consistencyProof(leaves, 4);
        assertThat(four.continuedBy(seven, proof).holds()).isTrue();
        assertThat(four.continuedBy(fork, MerkleTree.consistencyProof(forked, 4))
                        .holds())
                .isFalse();
        assertThat(seven.continuedBy(fork, List.of()))
                .isEqualTo(new ProofCheck.Fails("two roots for one size: the log was forked"));
        assertThat(seven.continuedBy(four, proof).holds()).isFalse();
        assertThat(four.continuedBy(new Checkpoint("lapwing.example/serin", seven.head()), proof)
                        .holds())
                .isFalse();
    }

    @Test
    void continuesFromALogWithoutLeaves() {
        Checkpoint empty = new Checkpoint(KEY.name(), 0, MerkleTree.emptyRoot());
        assertThat(empty.continuedBy(CHECKPOINT, List.of()).holds()).isTrue();
        assertThat(empty.continuedBy(CHECKPOINT, List.of(CHECKPOINT.root())).holds())
                .isFalse();
        assertThat(Checkpoint.verify(empty.sign(KEY, NOON), KEY.verifier()).verified())
                .isTrue();
    }

    /** The signed message is rebuilt here from the specification, and the verifier is the JDK's. */
    @Test
    void signsWhatAnotherMlDsaVerifies() throws Exception {
        Note note = Note.parse(SIGNED).orThrow();
        byte[] cosignature = note.signatures().getLast().bytes();
        byte[] message = HexFormat.of()
                .parseHex(
                        "737562747265652f76310a00" // subtree/v1\n\0
                                + "16" + HexFormat.of().formatHex(KEY.name().getBytes(StandardCharsets.US_ASCII))
                                + HexFormat.of().toHexDigits(NOON.instant().getEpochSecond())
                                + "16" + HexFormat.of().formatHex(KEY.name().getBytes(StandardCharsets.US_ASCII))
                                + "0000000000000000" + "0000000000000003"
                                + CHECKPOINT.root().hex());
        Signature jdk = Signature.getInstance("ML-DSA-44");
        jdk.initVerify(jdkKey(KEY.verifier().mlDsa44()));
        jdk.update(message);
        assertThat(jdk.verify(cosignature, 8, cosignature.length - 8)).isTrue();
        assertThat(HexFormat.of().formatHex(cosignature, 0, 8))
                .isEqualTo(HexFormat.of().toHexDigits(NOON.instant().getEpochSecond()));
    }

    @Test
    void signsWhatAnotherEd25519Verifies() throws Exception {
        Signature jdk = Signature.getInstance("Ed25519");
        jdk.initVerify(KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(HexFormat.of()
                        .parseHex("302a300506032b6570032100"
                                + HexFormat.of()
                                        .formatHex(KEY.verifier().ed25519().publicKey())))));
        jdk.update(CHECKPOINT.text().getBytes(StandardCharsets.UTF_8));
        assertThat(jdk.verify(
                        Note.parse(SIGNED).orThrow().signatures().getFirst().bytes()))
                .isTrue();
    }

    @Test
    void readsTheExampleOfTheSpecification() {
        String note = """
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

                \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
                """;
        Note read = Note.parse(note).orThrow();
        assertThat(read.format()).isEqualTo(note);
        assertThat(Checkpoint.parse(read.text()).orThrow().size()).isEqualTo(20852163);
        assertThat(read.signatures().getFirst().bytes()).hasSize(64);
    }

    private static PublicKey jdkKey(NoteKey key) throws Exception {
        String prefix = "30820532300b06096086480165030403110382052100";
        return KeyFactory.getInstance("ML-DSA")
                .generatePublic(new X509EncodedKeySpec(
                        HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(key.publicKey()))));
    }

    private static String reason(String note) {
        return ((Verdict.NotVerified) Checkpoint.verify(note, KEY.verifier())).reason();
    }

    private static void assertRefused(String note) {
        assertThat(Checkpoint.verify(note, KEY.verifier()).verified()).as(note).isFalse();
    }
}
