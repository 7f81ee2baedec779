// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Standard;
import org.lapwing.dossier.Chapter;
import org.lapwing.dossier.Counts;
import org.lapwing.dossier.Dossier;
import org.lapwing.dossier.DossierPackage;
import org.lapwing.dossier.Proof;
import org.lapwing.dossier.ProvenEntry;
import org.lapwing.dossier.PublicLog;
import org.lapwing.dossier.Tongue;
import org.lapwing.dossier.Worded;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Fields;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.tlog.LogKey;

class VerifyTest {
    private static final String SENTENCE = "Men were held in the depot at Tarsk.";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final LogKey key = new LogKey("lapwing.example/siskin", LogKey.freshSecret(random));
    private final StringWriter err = new StringWriter();
    private String out = "";

    @BeforeEach
    void aPackageAndItsKey() throws Exception {
        Files.write(folder.resolve("dossier.zip"), made().zip());
        Files.writeString(folder.resolve("log.key"), key.verifier().text());
        Files.writeString(
                folder.resolve("other.key"),
                new LogKey("lapwing.example/siskin", LogKey.freshSecret(random))
                        .verifier()
                        .text());
    }

    private DossierPackage made() {
        Header header = new Header(
                Id.random(random),
                "FindingProposed",
                1,
                "casebook",
                Id.random(random),
                Instant.parse("2019-05-02T09:30:00Z"),
                List.of(),
                Id.random(random));
        Fields fields = Fields.of(Map.of(
                3, Json.tree(Map.of("language", Json.of("en"), "words", Json.of(SENTENCE))),
                8, Json.of("reasonable_suspicion")));
        Entry entry = new Entry(header, fields, Basis.NOTHING, new byte[32], new byte[64]);
        Chapter chapter = new Chapter(
                FindingType.PATTERN,
                new Worded(List.of(new Text(SENTENCE, "en")), true),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Standard.REASONABLE_SUSPICION,
                new Chapter.Review(Standard.REASONABLE_SUSPICION, true, Optional.empty()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Counts.Withheld(5));
        Dossier dossier = new Dossier(
                LocalDate.of(2019, 7, 4),
                "Commission of Inquiry on Morvel",
                Purpose.SHARE,
                List.of(Tongue.ENGLISH),
                List.of(chapter),
                List.of(),
                List.of(new Proof(
                        1,
                        header.id(),
                        "FindingProposed",
                        new TreeMap<>(Map.of(3, "/findings/0/sentence/0", 8, "/findings/0/standard")))));
        return DossierPackage.of(
                dossier, _ -> new ProvenEntry(entry, entry.leaf(new byte[32])), new PublicLog(key, List.of()), random);
    }

    private int lapwing(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), bytes, new PrintWriter(err, true));
        int code = Lapwing.commandLine(terminal, random).execute(arguments);
        out = bytes.toString(StandardCharsets.UTF_8);
        return code;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void verifiesWithTheKeyOfTheLog() {
        assertThat(lapwing("verify", at("dossier.zip"), "--log-key", at("log.key")))
                .isZero();
        assertThat(out).startsWith("Verified").contains(SENTENCE).contains("2 values");
    }

    @Test
    void anotherKeyIsANo() {
        assertThat(lapwing("verify", at("dossier.zip"), "--log-key", at("other.key")))
                .isEqualTo(1);
        assertThat(out).contains("data/proofs/log.key").doesNotContain(SENTENCE);
    }

    @Test
    void withoutAKeyTheAnswerIsNeverYes() {
        assertThat(lapwing("verify", at("dossier.zip"))).isEqualTo(1);
        assertThat(out).contains("nobody vouched for the key").contains("SHA-256");
    }

    @Test
    void oneChangedByteNamesTheFile() throws Exception {
        String zip = Files.readString(folder.resolve("dossier.zip"), StandardCharsets.ISO_8859_1);
        int place = zip.indexOf("Men were held");
        byte[] bytes = zip.getBytes(StandardCharsets.ISO_8859_1);
        bytes[place] ^= 1;
        Files.write(folder.resolve("dossier.zip"), bytes);
        assertThat(lapwing("verify", at("dossier.zip"), "--log-key", at("log.key")))
                .isEqualTo(1);
        assertThat(out).containsAnyOf("dossier.html", "dossier.json");
    }

    @Test
    void answersMachinesInJson() {
        assertThat(lapwing("verify", "--json", at("dossier.zip"), "--log-key", at("log.key")))
                .isZero();
        assertThat(out).startsWith("{\"answer\":\"verified\"");
    }

    @Test
    void aMissingPackageOrABadKeyIsBadInput() {
        assertThat(lapwing("verify", at("none.zip"))).isEqualTo(2);
        assertThat(err.toString()).contains("none.zip");
        assertThat(lapwing("verify", at("dossier.zip"), "--log-key", at("dossier.zip")))
                .isEqualTo(2);
        assertThat(lapwing("verify", at("dossier.zip"), "--witness", "a+b+c")).isEqualTo(2);
        assertThat(lapwing("verify")).isEqualTo(2);
    }
}
