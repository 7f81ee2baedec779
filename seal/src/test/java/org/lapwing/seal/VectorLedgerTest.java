// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every foreign vector file and what runs it, or why nothing does. A file that comes in later and is in no row fails this
 * test, and so does a row whose test no longer names its file.
 */
class VectorLedgerTest {

    private static final String SEAL = "seal/src/test/java/org/lapwing/seal/";
    private static final String MERKLE = "tlog/src/test/java/org/lapwing/tlog/MerkleVectorsTest.java";

    /**
     * A row.
     *
     * @param files which files: a regular expression of their path
     * @param number how many files that is
     * @param vectors how many vectors they hold, which the test asserts
     * @param test the source that runs them; empty where nothing does
     * @param says what stands in that source, or the reason why nothing runs them
     */
    private record Row(String files, int number, int vectors, String test, String says) {}

    private static final List<Row> LEDGER = List.of(
            ran("C2SP.CCTV/age/testdata/.*", 143, 143, "AgeVectorsTest", "hasSize(143)"),
            ran("C2SP.CCTV/ed25519/ed25519vectors.json", 1, 914, "SignaturesTest", "ed25519vectors.json"),
            ran("C2SP.CCTV/ML-KEM/modulus/ML-KEM-768.txt.gz", 1, 780, "XWingVectorsTest", "modulus/ML-KEM-768.txt.gz"),
            ran("C2SP.CCTV/ML-KEM/unluckysample/ML-KEM-768.txt", 1, 1, "KemVectorsTest", "lines(\"unluckysample\")"),
            ran("C2SP.CCTV/ML-KEM/intermediate/ML-KEM-768.txt", 1, 1, "KemVectorsTest", "lines(\"intermediate\")"),
            ran("C2SP.CCTV/ML-KEM/strcmp/ML-KEM-768.txt", 1, 1, "KemVectorsTest", "lines(\"strcmp\")"),
            not(
                    "C2SP.CCTV/ML-KEM/[a-z]+/ML-KEM-(512|1024).txt(.gz)?",
                    8,
                    "other parameter sets: X-Wing has ML-KEM-768"),
            wycheproof("x25519_test.json", 518, "KemVectorsTest"),
            wycheproof("mlkem_768_test.json", 193, "KemVectorsTest"),
            wycheproof("mlkem_768_encaps_test.json", 265, "KemVectorsTest"),
            wycheproof("mlkem_768_keygen_seed_test.json", 100, "KemVectorsTest"),
            wycheproof("mlkem_768_semi_expanded_decaps_test.json", 9, "KemVectorsTest"),
            wycheproof("ed25519_test.json", 151, "SignaturesTest"),
            // 66 of its 316 have the sizes that we use; the test says which
            wycheproof("aes_gcm_test.json", 316, "PrimitivesTest"),
            wycheproof("chacha20_poly1305_test.json", 325, "PrimitivesTest"),
            wycheproof("hkdf_sha256_test.json", 86, "PrimitivesTest"),
            wycheproof("hmac_sha256_test.json", 174, "PrimitivesTest"),
            not("C2SP.wycheproof/testvectors_v1/xchacha20_poly1305_test.json", 1, "we have no 192-bit nonces"),
            not("C2SP.wycheproof/testvectors_v1/ecdh_secp256r1_test.json", 1, "we have no NIST curves"),
            ran("dconnolly.*/spec/test-vectors.json", 1, 3, "XWingVectorsTest", "hasSize(3)"),
            not("dconnolly.*/spec/test-vectors.txt", 1, "the same three vectors as the JSON file"),
            // the two of KEM 0x647a; the other eleven have KEMs that we do not use
            ran("hpkewg.hpke-pq/test-vectors.json", 1, 2, "XWingVectorsTest", "hpkeVectorOf(\"25722\", \"17\", \"3\")"),
            merkle("inclusion", 98),
            merkle("consistency", 98),
            merkle("subtreeinclusion", 204),
            merkle("subtreeconsistency", 118),
            ran("trezor.*/vectors.json", 1, 45, "Slip39Test", "isEqualTo(45)"),
            ran("trezor.*/wordlist.txt", 1, 1, "Slip39Test", "shamir_mnemonic/wordlist.txt"),
            not("(.*/)?(SOURCE|README)\\.txt|.*/LICENSE(\\.md)?|.*/package.json", 15, "about the vectors"));

    private static Row ran(String files, int number, int vectors, String test, String says) {
        return new Row(files, number, vectors, SEAL + test + ".java", says);
    }

    private static Row wycheproof(String file, int vectors, String test) {
        return ran("C2SP.wycheproof/testvectors_v1/" + file, 1, vectors, test, file);
    }

    private static Row merkle(String group, int vectors) {
        return new Row(
                "transparency-dev.merkle/testdata/" + group + "/.*\\.json",
                vectors,
                vectors,
                MERKLE,
                "judged(\"" + group + "\"");
    }

    private static Row not(String files, int number, String reason) {
        return new Row(files, number, 0, "", reason);
    }

    @Test
    void everyVectorFileIsRunByATestOrSaysWhyNot() throws IOException {
        Path root = Vectors.at("");
        TreeSet<String> unlisted = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root)) {
            files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .forEach(unlisted::add);
        }
        for (Row row : LEDGER) {
            Pattern pattern = Pattern.compile(row.files());
            List<String> its = new ArrayList<>(
                    unlisted.stream().filter(f -> pattern.matcher(f).matches()).toList());
            assertThat(its).as(row.files()).hasSize(row.number());
            its.forEach(unlisted::remove);
        }
        assertThat(unlisted).as("vector files that nothing runs").isEmpty();
    }

    @Test
    void everyRowsTestNamesItsFileAndItsNumber() throws IOException {
        Path house = Path.of(System.getProperty("lapwing.root", ".."));
        for (Row row : LEDGER) {
            if (row.test().isEmpty()) {
                assertThat(row.says()).isNotBlank();
                continue;
            }
            String source = Files.readString(house.resolve(row.test()));
            assertThat(source).as(row.files()).contains(row.says());
            if (row.vectors() > 1) {
                assertThat(source).as(row.files()).containsPattern("\\b" + row.vectors() + "\\b");
            }
        }
        assertThat(LEDGER.stream().mapToInt(Row::vectors).sum()).isEqualTo(4546);
    }
}
