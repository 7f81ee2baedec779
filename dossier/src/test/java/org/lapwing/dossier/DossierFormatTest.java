// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.lapwing.entry.Basis;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;

/** Recomputes every value that {@code docs/formats/dossier.md} prints. */
class DossierFormatTest {
    private static final HexFormat HEX = HexFormat.of();

    private static byte[] counting(int from, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (from + i);
        }
        return bytes;
    }

    private static String page() throws Exception {
        return Files.readString(Path.of(System.getProperty("lapwing.root", ".."), "docs/formats/dossier.md"));
    }

    @Test
    void theOpeningIsAsPrinted() throws Exception {
        Header header = new Header(
                Id.of(counting(0x00, 16)),
                "FindingReviewed",
                1,
                "casebook",
                Id.of(counting(0x10, 16)),
                Instant.parse("2019-05-02T09:30:00Z"),
                List.of(Id.of(counting(0x20, 16))),
                Id.of(counting(0x30, 16)));
        Fields fields = Fields.of(Map.of(
                0, Json.of(Id.of(counting(0x20, 16))),
                1, Json.of(1),
                2, Json.of("reasonable_suspicion"),
                3, Json.of(true),
                4, Json.of("I read every account and agree.")));
        Entry entry = new Entry(header, fields, Basis.NOTHING, counting(0x40, 32), new byte[64]);
        var proven = new ProvenEntry(entry, entry.leaf(counting(0xc0, 32)));
        var proof = new Proof(1, header.id(), "FindingReviewed", new TreeMap<>(Map.of(3, "/findings/0/review/agrees")));
        byte[] opening = CanonicalJson.encode(Opening.of(proof, proven).toJson());
        assertThat(page())
                .contains(new String(opening, StandardCharsets.UTF_8))
                .contains(HEX.formatHex(proven.leaf().hash()))
                .contains(Fingerprint.hex(opening));
    }

    @Test
    void theSealIsAsPrinted() throws Exception {
        var payload = new TreeMap<String, byte[]>();
        payload.put(DossierPackage.JSON, "{}".getBytes(StandardCharsets.UTF_8));
        payload.put(DossierPackage.HTML, "<p/>\n".getBytes(StandardCharsets.UTF_8));
        payload.put(Seal.PROOF, "not vouched for by itself".getBytes(StandardCharsets.UTF_8));
        byte[] leaf = Seal.leaf(counting(0, 32), payload);
        assertThat(page())
                .contains(Fingerprint.hex(payload.get(DossierPackage.JSON)) + "  data/dossier.json")
                .contains(Fingerprint.hex(payload.get(DossierPackage.HTML)) + "  data/dossier.html")
                .contains(HEX.formatHex(leaf));
    }
}
