// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.AgeKeyFile;
import org.lapwing.seal.HybridIdentity;

final class EstimateCommandTest {
    private static final String MORVEL =
            "siskin,dunlin,plover,count\n1,0,0,140\n0,1,0,110\n0,0,1,90\n1,1,0,42\n1,0,1,33\n0,1,1,28\n1,1,1,11\n";

    /** By sha256sum. */
    private static final String MORVEL_HASH = "1fb8ddbad7b5755e216cec2d185f46622de29d98e7ddc095084c417dc5a37a7c";

    /** Twenty-five lists, as a table that somebody might well bring. */
    private static final String TWENTY_FIVE =
            "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u,v,w,x,y,count\n1,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,3\n";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final StringWriter err = new StringWriter();

    private int run(String table, String... options) throws IOException {
        Path file = folder.resolve("overlap.csv");
        Files.writeString(file, table);
        List<String> words = new ArrayList<>(List.of("estimate", file.toString()));
        words.addAll(List.of(options));
        out.reset();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true));
        return Lapwing.commandLine(terminal, new SecureRandom()).execute(words.toArray(String[]::new));
    }

    private String told() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void tellsEveryMethodAndRepeatsItsBytes() throws IOException {
        int code = run(MORVEL, "--json", "--seed", "3", "--scans", "6000");
        String first = told();
        assertThat(first)
                .contains("\"method\": \"chapman\"", "\"method\": \"lcmcr\"", "\"method\": \"headline\"")
                .contains("\"seconds\": null", "\"observed\": 454")
                .contains("\"sensitivity\": [", "\"hidden_share\": [", "\"internal_consistency\": [");
        assertThat(run(MORVEL, "--json", "--seed", "3", "--scans", "6000")).isEqualTo(code);
        assertThat(told()).isEqualTo(first);
    }

    @Test
    void writesAReportBeside() throws IOException {
        Path report = folder.resolve("estimate.html");
        run(
                MORVEL,
                "--report",
                report.toString(),
                "--scans",
                "2000",
                "--language",
                "ru",
                "--referral",
                "siskin:dunlin");
        assertThat(report)
                .content(StandardCharsets.UTF_8)
                .contains(
                        "<html lang=\"ru\">",
                        "<svg",
                        "SHA-256 файла таблицы: " + MORVEL_HASH,
                        "Документально",
                        "siskin в dunlin направлены",
                        "Нашли бы");
    }

    @Test
    void whatIsNotEstimableIsTheAnswerNo() throws IOException {
        assertThat(run("a,b,c,count\n1,0,0,9\n0,1,0,8\n0,0,1,7\n", "--scans", "500"))
                .isEqualTo(1);
        assertThat(told()).contains("not estimable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a,b,c,count\n",
                "a,count\n1,3\n",
                "a,b,c,count\n1,0,0,-3\n",
                "a,b,c,count\n1,0,0,2.5\n",
                "a,b,c,count\n0,0,0,3\n",
                "a,A,c,count\n1,0,0,3\n",
                TWENTY_FIVE,
                "a,b,c,count\n1,0,0,3\n1,0,0,4\n"
            })
    void badTablesAreRefusedWithOneErrorThatNamesTheFile(String table) throws IOException {
        assertThat(run(table)).isEqualTo(2);
        assertThat(told()).isEmpty();
        assertThat(err.toString().strip().lines())
                .hasSize(1)
                .first()
                .asString()
                .contains("overlap.csv")
                .contains("accepted");
    }

    @Test
    void anUnknownMethodOrListIsRefused() throws IOException {
        assertThat(run(MORVEL, "--method", "magic")).isEqualTo(2);
        assertThat(run(MORVEL, "--doubtful", "nobody")).isEqualTo(2);
        assertThat(run(MORVEL, "--referral", "siskin:nobody")).isEqualTo(2);
        assertThat(err.toString()).contains("--method", "--doubtful", "--referral");
    }

    @Test
    void strataAreSummedAndThoseThatAreNotEstimableAreNamed() throws IOException {
        StringBuilder table = new StringBuilder("region,siskin,dunlin,plover,count\n");
        for (String region : List.of("north", "south")) {
            MORVEL.lines()
                    .skip(1)
                    .forEach(row -> table.append(region).append(',').append(row).append('\n'));
        }
        table.append("east,1,0,0,9\neast,0,1,0,8\neast,0,0,1,7\n");
        run(table.toString(), "--by", "region", "--method", "dga,headline", "--scans", "6000");
        assertThat(told())
                .contains("region=east: 24 documented; a list shares nobody")
                .contains("No estimate does not mean nobody", "dga (sum)", "headline (region=north");
        assertThat(run(table.toString(), "--by", "year")).isEqualTo(2);
        assertThat(err.toString()).contains("year");
    }

    @Test
    void samplesOfALinkageArePooledAndSayHowMuchComesFromMatching() throws IOException {
        StringBuilder table = new StringBuilder("sample,siskin,dunlin,plover,count\n");
        for (int sample = 1; sample <= 2; sample++) {
            String first = sample + ",";
            MORVEL.lines()
                    .skip(1)
                    .forEach(row -> table.append(first).append(row).append('\n'));
        }
        run(table.toString(), "--samples", "--json", "--method", "dga,sparse");
        assertThat(told()).contains("\"share_from_matching\": 0", "\"tables\": 2", "\"different_tables\": 1");
        assertThat(run(table.toString().replace(",11\n", ",<12\n"), "--samples"))
                .isEqualTo(2);
    }

    @Test
    void samplesAndStrataGoTogether() throws IOException {
        StringBuilder table = new StringBuilder("region,sample,siskin,dunlin,plover,count\n");
        for (String group : List.of("north,1,", "north,2,", "south,1,", "south,2,")) {
            MORVEL.lines()
                    .skip(1)
                    .forEach(row -> table.append(group).append(row).append('\n'));
        }
        Path report = folder.resolve("strata.html");
        run(
                table.toString(),
                "--samples",
                "--by",
                "region",
                "--json",
                "--method",
                "dga",
                "--report",
                report.toString());
        assertThat(told()).contains("\"stratum\": \"region=south\"", "\"stratum\": \"sum\"", "\"share_from_matching\"");
        assertThat(report)
                .content(StandardCharsets.UTF_8)
                .contains("SHA-256 of the table", "options: methods dga; seed 1", "by region; samples; tables 30");
    }

    /** Where the table is sealed, report and answer are sealed to its key; nothing plain is left beside. */
    @Test
    void aSealedTableGivesASealedAnswerAndReport() throws IOException {
        HybridIdentity identity = HybridIdentity.generate(new SecureRandom());
        Path key = folder.resolve("key.txt");
        Files.writeString(key, AgeKeyFile.revealText(identity));
        Path sealed = folder.resolve("overlap.csv.age");
        try (OutputStream file = Files.newOutputStream(sealed)) {
            AgeFile.seal(
                    List.of(identity.recipient()),
                    new ByteArrayInputStream(MORVEL.getBytes(StandardCharsets.UTF_8)),
                    file,
                    new SecureRandom());
        }
        Path report = folder.resolve("estimate.html.age");
        Path answer = folder.resolve("answer.json.age");
        String[] words = {
            "estimate",
            sealed.toString(),
            "-i",
            key.toString(),
            "--method",
            "chao",
            "--json",
            "--report",
            report.toString(),
            "-o",
            answer.toString()
        };
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true));
        assertThat(Lapwing.commandLine(terminal, new SecureRandom()).execute(words))
                .isZero();
        assertThat(told()).isEmpty();
        for (Path each : List.of(report, answer)) {
            try (InputStream in = Files.newInputStream(each)) {
                assertThat(Files.readString(each, StandardCharsets.ISO_8859_1)).startsWith("age-encryption.org/v1\n");
                String plain = new String(AgeFile.open(List.of(identity), in).readAllBytes(), StandardCharsets.UTF_8);
                assertThat(plain).contains(each == report ? MORVEL_HASH : "\"method\": \"chao\"");
            }
        }
        words[2] = "--grid";
        words[3] = "0";
        assertThat(Lapwing.commandLine(terminal, new SecureRandom()).execute(words))
                .isEqualTo(2);
        assertThat(err.toString()).contains("it is sealed");
    }
}
