// SPDX-License-Identifier: Apache-2.0
package org.lapwing.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lapwing.seal.AgeFileException.Fault.ARMOR;
import static org.lapwing.seal.AgeFileException.Fault.HEADER;
import static org.lapwing.seal.AgeFileException.Fault.HEADER_MAC;
import static org.lapwing.seal.AgeFileException.Fault.MIXED;
import static org.lapwing.seal.AgeFileException.Fault.NOT_HYBRID;
import static org.lapwing.seal.AgeFileException.Fault.NO_MATCH;
import static org.lapwing.seal.AgeFileException.Fault.PAYLOAD;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * All 143 files of the CCTV age test kit, read twice.
 *
 * <p>First through {@link AgeFile#open}, which knows hybrid recipients only. Its verdict follows from the kit's so:
 *
 * <ul>
 *   <li>hybrid files: exactly the kit's verdict and payload, but for {@code hybrid_and_x25519} (age may open it; we insist
 *       on not mixing, as the specification allows) and {@code hybrid_uppercase} (an unknown stanza alone: "no match" in
 *       the kit, "no hybrid recipient" here).
 *   <li>files to X25519 or scrypt only: "no hybrid recipient", whatever the kit says of their stanzas, MAC or payload,
 *       since these are never reached; unless the header or the armor is at fault before the header's end.
 *   <li>armor faults: at fault as armor where they lie within the header. Those behind it are never reached in a classic
 *       file; the armor reader alone is given the whole file below and refuses all of them.
 * </ul>
 *
 * <p>Then with the file key that each vector states, past the recipients: so the header's MAC and the stream are put to
 * the kit's verdict for the classic files too.
 */
class AgeVectorsTest {

    private static final List<HybridIdentity> STRANGER = List.of(HybridIdentity.fromSeed(new byte[32]));

    /** Header faults of the kit that lie in a classic recipient's arguments or behind the header: not looked at here. */
    private static final Set<String> FAULTS_OF_CLASSIC_RECIPIENTS = Set.of(
            "hybrid_x25519_arg",
            "scrypt_and_x25519",
            "scrypt_double",
            "scrypt_extra_argument",
            "scrypt_long_file_key",
            "scrypt_not_canonical_salt",
            "scrypt_salt_long",
            "scrypt_salt_missing",
            "scrypt_salt_short",
            "scrypt_work_factor_23",
            "scrypt_work_factor_hex",
            "scrypt_work_factor_leading_garbage",
            "scrypt_work_factor_leading_plus",
            "scrypt_work_factor_leading_zero_decimal",
            "scrypt_work_factor_leading_zero_octal",
            "scrypt_work_factor_missing",
            "scrypt_work_factor_negative",
            "scrypt_work_factor_overflow",
            "scrypt_work_factor_trailing_garbage",
            "scrypt_work_factor_zero",
            "x25519_extra_argument",
            "x25519_identity",
            "x25519_long_file_key",
            "x25519_long_share",
            "x25519_low_order",
            "x25519_not_canonical_share",
            "x25519_short_share",
            "stream_no_nonce",
            "stream_short_nonce");

    /** Armor faults that lie behind the header's last line. */
    private static final Set<String> ARMOR_FAULTS_BEHIND_THE_HEADER = Set.of(
            "armor_empty_last_line",
            "armor_empty_line_end",
            "armor_eol_between_padding",
            "armor_garbage_trailing",
            "armor_invalid_character_payload",
            "armor_no_end_line",
            "armor_no_padding",
            "armor_not_canonical",
            "armor_whitespace_end",
            "armor_whitespace_last_line");

    /**
     * The Go implementation lets a full chunk out before it notices that the file ends there without a final one, or that
     * something lies behind a final one; we look one byte ahead and let nothing of that chunk out. The number of bytes
     * that are released instead.
     */
    private static final Map<String, Integer> RELEASES_LESS = Map.of(
            "stream_no_final_full",
            0,
            "stream_no_final_two_chunks_full",
            PayloadCipher.CHUNK_BYTES,
            "armor_garbage_encoded",
            0,
            "stream_trailing_garbage_long",
            0,
            "stream_trailing_garbage_short",
            0,
            "stream_two_final_chunks",
            0,
            "stream_two_final_chunks_full",
            0,
            "stream_two_final_chunks_second",
            PayloadCipher.CHUNK_BYTES);

    @Test
    void givesAHybridOnlyReadersVerdictOnAll143Files() throws Exception {
        var verdicts = new TreeMap<String, String>();
        var expected = new TreeMap<String, String>();
        for (AgeVector vector : AgeVector.all()) {
            expected.put(vector.name(), expectation(vector));
            verdicts.put(vector.name(), verdict(vector));
        }
        assertThat(verdicts).hasSize(143).isEqualTo(expected);
        assertThat(verdicts.values().stream().filter(v -> v.startsWith("success")))
                .as("hybrid files that open")
                .hasSize(4);
    }

    private static String expectation(AgeVector vector) {
        boolean hybrid = !vector.hybridIdentities().isEmpty();
        return switch (vector.expect()) {
            case "success" ->
                vector.name().equals("hybrid_and_x25519")
                        ? MIXED.name()
                        : hybrid ? "success " + vector.payloadHash() : NOT_HYBRID.name();
            case "no match" ->
                hybrid && !vector.name().equals("hybrid_uppercase") ? NO_MATCH.name() : NOT_HYBRID.name();
            case "header failure" ->
                FAULTS_OF_CLASSIC_RECIPIENTS.contains(vector.name()) ? NOT_HYBRID.name() : HEADER.name();
            case "armor failure" ->
                ARMOR_FAULTS_BEHIND_THE_HEADER.contains(vector.name()) ? NOT_HYBRID.name() : ARMOR.name();
            case "HMAC failure", "payload failure" -> NOT_HYBRID.name();
            default -> throw new AssertionError("the kit has a new verdict: " + vector.expect());
        };
    }

    private static String verdict(AgeVector vector) throws IOException {
        List<HybridIdentity> identities = vector.hybridIdentities().isEmpty() ? STRANGER : vector.hybridIdentities();
        try (InputStream plain = AgeFile.open(identities, vector.stream())) {
            return "success " + HexFormat.of().formatHex(Digests.sha256(plain.readAllBytes()));
        } catch (AgeFileException e) {
            return e.fault().name();
        }
    }

    @Test
    void givesTheKitsVerdictOnTheArmorOfWholeFiles() throws Exception {
        int ran = 0;
        for (AgeVector vector : AgeVector.all()) {
            if (!vector.isArmored()) {
                continue;
            }
            ran++;
            AgeFileException.@Nullable Fault fault = null;
            try (InputStream bytes = vector.stream()) {
                bytes.readAllBytes();
            } catch (AgeFileException e) {
                fault = e.fault();
            }
            assertThat(fault).as(vector.name()).isEqualTo(vector.expect().equals("armor failure") ? ARMOR : null);
        }
        assertThat(ran).isEqualTo(33);
    }

    @Test
    void givesTheKitsVerdictOnEveryMacAndStreamUnderItsStatedFileKey() throws Exception {
        int ran = 0;
        for (AgeVector vector : AgeVector.all()) {
            String expect = vector.expect();
            boolean pastRecipients = expect.equals("success")
                    || expect.equals("HMAC failure")
                    || expect.equals("payload failure")
                    || vector.name().startsWith("stream_");
            if (!pastRecipients) {
                continue;
            }
            ran++;
            var released = new ByteArrayOutputStream();
            AgeFileException.@Nullable Fault fault = openWithFileKey(vector, released);
            assertThat(fault)
                    .as(vector.name())
                    .isEqualTo(
                            switch (expect) {
                                case "success" -> null;
                                case "HMAC failure" -> HEADER_MAC;
                                case "payload failure" -> PAYLOAD;
                                default -> HEADER;
                            });
            Integer releases = RELEASES_LESS.get(vector.name());
            if (releases != null) {
                assertThat(released.size()).as(vector.name()).isEqualTo(releases);
            } else if (!vector.payloadHash().isEmpty()) {
                assertThat(HexFormat.of().formatHex(Digests.sha256(released.toByteArray())))
                        .as(vector.name())
                        .isEqualTo(vector.payloadHash());
            }
        }
        assertThat(ran).isEqualTo(48);
    }

    private static AgeFileException.@Nullable Fault openWithFileKey(AgeVector vector, ByteArrayOutputStream released)
            throws IOException {
        try (InputStream in = vector.stream()) {
            AgeHeader.read(in, AgeFile.MAX_HEADER_BYTES).verify(vector.fileKey());
            // byte by byte, so that what is released before a failure is counted exactly
            InputStream plain = AgeFile.payload(in, vector.fileKey());
            for (int b = plain.read(); b >= 0; b = plain.read()) {
                released.write(b);
            }
            return null;
        } catch (AgeFileException e) {
            return e.fault();
        }
    }
}
