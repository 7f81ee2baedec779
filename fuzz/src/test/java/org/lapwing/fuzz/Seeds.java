// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lapwing.cli.SpreadsheetTarget;
import org.lapwing.dossier.DossierTargets;
import org.lapwing.entry.Basis;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.seal.AgeArmor;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.AgeKeyFile;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.Grant;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.Passphrase;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.RootKeyFile;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.Slip39;
import org.lapwing.seal.WordList;
import org.lapwing.tlog.LeafSource;
import org.lapwing.tlog.MerkleTree;
import org.lapwing.tlog.TilesInMemory;
import org.lapwing.tlog.TlogProof;

/** The seeds of the corpus, made by our own writers: {@code main} writes them where the first argument says. */
final class Seeds {
    private final Path corpus;
    private final Cast cast = new Cast();

    private Seeds(Path corpus) {
        this.corpus = corpus;
    }

    /** @param arguments the folder of the corpus */
    public static void main(String[] arguments) throws IOException {
        Seeds seeds = new Seeds(Path.of(arguments[0]));
        seeds.forms();
        seeds.sealed();
        seeds.signed();
        seeds.log();
        seeds.packages();
        seeds.fromTheGate();
        seeds.lists();
        seeds.texts();
    }

    private void write(Target target, String name, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(corpus.resolve(target.folder()));
        Files.write(folder.resolve("seed-" + name), bytes);
    }

    private void write(Target target, String name, String text) throws IOException {
        write(target, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void forms() throws IOException {
        write(
                Target.MULTIPART,
                "form",
                "\u0010--b0und\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\nслова\r\n--b0und\r\n"
                        + "Content-Disposition: form-data; name=\"f\"; filename=\"C:\\\\a \\\"b\\\".jpg\"\r\n"
                        + "Content-Type: image/jpeg\r\n\r\n-\r\n-x\r\n--b0und--\r\n");
        Receipt receipt = Receipt.of(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
        write(Target.RECEIPT, "english", String.join(" ", receipt.revealWords(WordList.ENGLISH)));
        write(Target.RECEIPT, "russian", "1. " + String.join(", ", receipt.revealWords(WordList.RUSSIAN)));
        write(Target.RECEIPT, "digits", receipt.revealDigits());
        write(
                Target.SLIP39,
                "sheets",
                String.join("\n", Slip39.split(new byte[16], 2, 3, cast.random).subList(0, 2)));
        write(
                Target.DESK_REQUEST,
                "reports",
                "/reports\n"
                        + DeskRequest.of("GET", "/reports", new byte[0])
                                .authorize(cast.desk, Instant.parse("2026-11-22T09:00:00Z"), cast.random)
                        + "\n");
    }

    private void sealed() throws IOException {
        byte[] file = AgeFile.sealBytes(
                List.of(cast.custodianKeys.getFirst().recipient()),
                "chiffchaff".getBytes(StandardCharsets.UTF_8),
                cast.random);
        write(Target.AGE_FILE, "binary", file);
        var armored = new ByteArrayOutputStream();
        try (var out = AgeArmor.writer(armored)) {
            out.write(file);
        }
        write(Target.AGE_FILE, "armored", armored.toByteArray());
        write(Target.ARMOR, "file", armored.toByteArray());
        write(Target.AGE_PAYLOAD, "zeros", new byte[72]);
        write(Target.KEY_TEXTS, "age", "# a comment\r\n" + AgeKeyFile.revealText(cast.custodianKeys.getFirst()));
        write(Target.KEY_TEXTS, "root", RootKeyFile.revealText(cast.root));
        write(Target.KEY_TEXTS, "root-public", cast.root.verifyKeys().text());
        write(
                Target.KEY_TEXTS,
                "recipient",
                cast.custodianKeys.getFirst().recipient().toString());
        write(
                Target.KEY_FILE,
                "member",
                new KeyFileOpener(new Argon2Cost(8192, 1, 1), cast.random)
                        .create(cast.keys.getFirst(), Passphrase.generate(WordList.ENGLISH, cast.random))
                        .bytes());
        write(
                Target.IDENTITY_FILE,
                "three",
                IdentityFile.seal(new byte[16], new byte[9], cast.first().custodians(), cast.random)
                        .bytes());
    }

    private void signed() throws IOException {
        List<byte[]> chain = cast.chain();
        var whole = new ByteArrayOutputStream();
        chain.forEach(whole::writeBytes);
        write(Target.ROSTER, "first", chain.getFirst());
        write(Target.ROSTER_CHAIN, "two", whole.toByteArray());
        write(
                Target.ROSTER_LINES,
                "signature",
                RosterSignature.byRoot(cast.root, new byte[32]).line());
        write(
                Target.CERTIFICATE,
                "fortnight",
                IntakeCertificate.sign(cast.custodianKeys.getFirst().recipient(), Cast.DAY, 14, cast.signer(0))
                        .bytes());
        write(
                Target.GRANT,
                "casebook",
                Grant.of(cast.casebook)
                        .seal(cast.first().member(Cast.id(1)).orElseThrow(), cast.signer(0), cast.random));
    }

    private void log() throws IOException {
        var targets = new LogTargets();
        write(Target.NOTE, "checkpoint", targets.signed());
        write(Target.CHECKPOINT, "signed", targets.signed());
        write(
                Target.CHECKPOINT,
                "text",
                targets.signed().substring(0, targets.signed().indexOf("\n\n") + 1));
        write(Target.LOG_KEY, "both", cast.log.verifier().text());
        write(Target.LOG_KEY, "one", cast.log.verifier().ed25519().text());
        var hashes = MerkleTree.leafHashes(targets.leaves());
        write(
                Target.TLOG_PROOF,
                "leaf-7",
                new TlogProof(7, MerkleTree.inclusionProof(hashes, 7), targets.signed()).format());
        var tiles = new TilesInMemory();
        tiles.writeUpTo(LeafSource.of(targets.leaves()), targets.leaves().size());
        for (String path : tiles.paths()) {
            var named = new ByteArrayOutputStream();
            named.writeBytes((path + "\n").getBytes(StandardCharsets.UTF_8));
            named.writeBytes(tiles.read(org.lapwing.tlog.TileName.parse(path).orElseThrow())
                    .orElseThrow());
            if (named.size() < 4096) {
                write(Target.TILES, path.replace('/', '-'), named.toByteArray());
            }
        }
    }

    private void packages() throws IOException {
        var targets = new DossierTargets();
        String json =
                "{\"day\":\"2026-11-22\",\"exhibits\":[],\"findings\":[{\"sentence\":[{\"language\":\"en\",\"words\":\"w\"}],"
                        + "\"standard\":\"reasonable_suspicion\"}],\"format\":\"lapwing/dossier\",\"proofs\":[],\"recipient\":\"r\",\"version\":1}";
        write(Target.PACKAGE, "sealed", targets.zip(json.getBytes(StandardCharsets.UTF_8)));
        write(Target.DOSSIER, "without-proofs", json);
        String hash = "c0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedf";
        String opening = "{\"fields\":[{\"path\":[\"" + String.join("\",\"", java.util.Collections.nCopies(5, hash))
                + "\"],\"salt\":\"" + hash + "\",\"shows\":\"/findings/0/standard\",\"slot\":3,\"value\":\"v\"}],"
                + "\"kind\":\"FindingReviewed\",\"leaf\":{\"ciphertext\":\"" + hash + "\",\"header\":\"" + hash
                + "\",\"root\":\""
                + hash + "\",\"salt\":\"" + hash + "\"}}";
        write(Target.OPENING, "one-field", opening);
        write(
                Target.DOSSIER,
                "with-proof",
                json.replace(
                                "\"proofs\":[]",
                                "\"proofs\":[{\"kind\":\"FindingReviewed\",\"number\":1,\"shows\":[\"/findings/0/standard\"]}]")
                        + "\0" + opening);
    }

    private void fromTheGate() throws IOException {
        var report = new TreeMap<String, Json>(Map.of(
                "version", Json.of(1),
                "kind", Json.of("addition"),
                "id", Json.of("aaaaaaaaaaaacaaaaaaaaaaaai"),
                "day", Json.of("2026-11-22"),
                "language", Json.of("ru"),
                "urgent", Json.of(false),
                "words", Json.of("Слова."),
                "identity", Json.of("aaaaaaaaaaaagaaaaaaaaaaaaq"),
                "follows", Json.of("01507216099e0f9a212b087fd0dc33fd"),
                "proof", Json.of("ab".repeat(32))));
        report.put(
                "attachments",
                Json.items(List.of(Json.tree(Map.of(
                        "file", Json.of("1.age"),
                        "length", Json.of(3),
                        "name", Json.of("photo.jpg"),
                        "sha256", Json.of("ab".repeat(32)),
                        "type", Json.of("image/jpeg"))))));
        write(Target.REPORT, "addition", CanonicalJson.encode(Json.tree(report)));
        report.keySet().removeAll(List.of("follows", "proof"));
        report.put("kind", Json.of("report"));
        report.put("locator", Json.of("01507216099e0f9a212b087fd0dc33fd"));
        report.put("prove", Json.of("ab".repeat(32)));
        report.put("mailbox", Json.of(cast.custodianKeys.getFirst().recipient().toString()));
        write(Target.REPORT, "first", CanonicalJson.encode(Json.tree(report)));
        write(
                Target.WAITING_LIST,
                "one",
                "LAPWING-COLLECT-1\nreport aaaaaaaaaaaacaaaaaaaaaaaai 2026-11-22\nfile 1.age 67195\nfile identity 7887\n"
                        + "file report.age 67195\nend\n");
    }

    private void lists() throws IOException {
        write(Target.CSV, "quoted", "\uFEFFid;name\r\n1;\"a \"\"b\"\";\n\"\r\n2;ё\r\n\r\n");
        write(Target.CSV, "plain", "id,name\n1,Aru\n2,\n");
        write(Target.OVERLAP, "three", "amber,birch,cedar,count\n1,0,0,40\n0,1,0,30\n1,1,0,<5\n0,0,1,20\n");
        byte[] parts =
                ("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>born</t>"
                                + "</is></c></row><row r=\"2\"><c r=\"A2\"><f>1+1</f><v>2</v></c><c r=\"B2\" s=\"1\"><v>33000.5</v></c></row>"
                                + "</sheetData></worksheet>\0<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy\"/></numFmts>"
                                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>\0<sst><si><t>id</t></si></sst>")
                        .getBytes(StandardCharsets.UTF_8);
        write(Target.XLSX, "parts", parts);
        write(Target.XLSX, "zip", SpreadsheetTarget.zipped(parts));
        String shares = "[0.5, 0.5, 0.5]";
        write(
                Target.MODEL,
                "one-field",
                "# A model\nversion: 1\nid_columns: [\"id\"]\nmatch_share: 0.001\nkin_share: 0.01\nnamesake_share: 0.01\n"
                        + "lost_by_keys: 0.1\nfields:\n  - name: \"code\"\n    kind: category\n    columns: [\"code\"]\n    joiner: \" \"\n"
                        + "    levels: [\"a\"]\n    m: " + shares + "\n    u: " + shares + "\n    kin: " + shares
                        + "\n    namesakes: " + shares + "\nkeys:\n  - parts: [0 0] # code\n");
    }

    private void texts() throws IOException {
        List<String> dates = List.of("2017-03-2X~", "../2017-04", "2017-21/2018-XX-XX%", "201X", "/2017?");
        for (int i = 0; i < dates.size(); i++) {
            write(Target.EDTF, "date-" + i, dates.get(i));
        }
        List<String> typed = List.of(
                "between February and 3 April 2017",
                "примерно с марта по апрель 2017",
                "early April 2017",
                "3.04.2019");
        for (int i = 0; i < typed.size(); i++) {
            write(Target.TYPED_DATE, "date-" + i, typed.get(i));
        }
        write(Target.JSON, "all", "{\"a\":[true,false,-12,\"\\\"\\\\\\u0001é\"],\"b\":{}}");
        Header header = new Header(
                new Id(1, 2),
                "ClaimCoded",
                1,
                "casebook",
                new Id(3, 4),
                Instant.parse("2019-05-02T09:30:00Z"),
                List.of(new Id(5, 6)),
                new Id(7, 8));
        Entry entry = new Entry(
                header,
                Fields.of(Map.of(0, Json.of("held"), 3, Json.of(11))),
                new Basis(41, List.of(new Id(5, 6))),
                new byte[32],
                new byte[64]);
        var both = new ByteArrayOutputStream();
        both.writeBytes(header.encode());
        both.write('\n');
        both.writeBytes(entry.encodeBody());
        write(Target.ENTRY, "claim", both.toByteArray());
        for (String example : examples()) {
            Target target = example.contains("lapwing/plan/v1") ? Target.PLAN : Target.SITUATION;
            write(target, "example", example);
        }
    }

    /** The examples of the manual. */
    private static List<String> examples() throws IOException {
        String page = Files.readString(Path.of("docs/formats/plan.md"));
        List<String> found = new ArrayList<>();
        for (String block : Arrays.asList(page.split("```"))) {
            int brace = block.indexOf('{');
            if (block.contains("lapwing/plan/v1") || block.contains("lapwing/situation/v1")) {
                if (brace >= 0 && block.strip().endsWith("}")) {
                    found.add(block.substring(brace));
                }
            }
        }
        return found;
    }
}
