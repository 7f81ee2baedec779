// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SealException;
import org.lapwing.seal.SizeClass;

/**
 * {@code report.json} of docs/formats/gate.md, as the gate sealed it. Never shows itself in {@link #toString()}.
 *
 * @param locator of its receipt, 32 hexadecimal digits: under a first report its own, under others that of the report
 *     which they follow
 * @param opening what a first report gives for answers and additions
 * @param proof what the others prove themselves with
 */
record ReportFile(
        Id id,
        ReportKind kind,
        LocalDate day,
        String language,
        boolean urgent,
        String words,
        List<ListedFile> files,
        Id identity,
        String locator,
        Optional<Opening> opening,
        Optional<Proof> proof) {

    private static final int VERSION = 1;
    private static final String LOCATOR = "[0-9a-f]{32}";
    /** At most 35 characters (RFC 5646 section 4.4.1): a longer one could end the stack of the expression. */
    private static final String LANGUAGE = "(?=.{2,35}$)[a-z]{2,8}(-[A-Za-z0-9]{1,8})*";

    private static final HexFormat HEX = HexFormat.of();

    /** A file as the report states it. */
    record ListedFile(String file, String name, String type, long length, String sha256) {}

    /** @param prove the key of the receipt's proofs, in hexadecimal */
    record Opening(String mailbox, String prove) {}

    /** @param proven the canonical JSON without its proof */
    record Proof(byte[] proven, byte[] proof) {
        boolean holds(String proveKey) {
            return Receipt.proves(HEX.parseHex(proveKey), proven, proof);
        }
    }

    ReportFile {
        files = List.copyOf(files);
    }

    /** @throws Unaccepted if it is anything but what a gate writes */
    static ReportFile parse(byte[] json) {
        try {
            return read(CanonicalJson.parse(json).tree());
        } catch (EntryException | SealException | DateTimeException | IllegalArgumentException e) {
            throw new Unaccepted(Unaccepted.Why.NO_REPORT); // the cause may quote the report
        }
    }

    private static ReportFile read(Json.Tree tree) {
        if (tree.get("version").whole() != VERSION) {
            throw new Unaccepted(Unaccepted.Why.NO_REPORT);
        }
        ReportKind kind = ReportKind.valueOf(tree.get("kind").text().toUpperCase(Locale.ROOT));
        boolean first = kind == ReportKind.REPORT;
        return new ReportFile(
                Id.parse(tree.get("id").text()),
                kind,
                LocalDate.parse(tree.get("day").text()),
                matching(LANGUAGE, tree.get("language").text()),
                tree.get("urgent").flag(),
                tree.get("words").text(),
                tree.get("attachments").items().stream()
                        .map(each -> listed(each.tree()))
                        .toList(),
                Id.parse(tree.get("identity").text()),
                matching(LOCATOR, tree.get(first ? "locator" : "follows").text()),
                first ? Optional.of(opening(tree)) : Optional.empty(),
                first ? Optional.empty() : Optional.of(proof(tree)));
    }

    private static ListedFile listed(Json.Tree file) {
        long length = file.get("length").whole();
        if (length < 0 || length > SizeClass.MAX_LENGTH) {
            throw new Unaccepted(Unaccepted.Why.NO_REPORT);
        }
        return new ListedFile(
                matching("[1-9][0-9]{0,3}\\.age", file.get("file").text()),
                file.get("name").text(),
                file.get("type").text(),
                length,
                matching("[0-9a-f]{64}", file.get("sha256").text()));
    }

    private static Opening opening(Json.Tree tree) {
        return new Opening(
                HybridRecipient.parse(tree.get("mailbox").text()).toString(),
                matching("[0-9a-f]{64}", tree.get("prove").text()));
    }

    private static Proof proof(Json.Tree tree) {
        var proven = new TreeMap<>(tree.values());
        proven.remove("proof");
        return new Proof(
                CanonicalJson.encode(Json.tree(proven)),
                HEX.parseHex(matching("[0-9a-f]{64}", tree.get("proof").text())));
    }

    private static String matching(String form, String text) {
        if (!text.matches(form)) {
            throw new Unaccepted(Unaccepted.Why.NO_REPORT);
        }
        return text;
    }

    @Override
    public String toString() {
        return "ReportFile[" + id + "]";
    }
}
