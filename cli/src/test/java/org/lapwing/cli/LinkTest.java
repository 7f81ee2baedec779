// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.tables.OverlapTable;

/** {@code lapwing link} as its users meet it. All people are invented. */
class LinkTest {

    @TempDir
    Path folder;

    private Path out = Path.of("");
    private ByteArrayOutputStream told = new ByteArrayOutputStream();
    private StringWriter err = new StringWriter();

    @BeforeEach
    void chooseAFolder() {
        out = folder.resolve("linked");
    }

    private int link(String... words) {
        String[] all = Stream.concat(
                        Stream.of("link", "--out", out.toString(), "--samples", "20"), Arrays.stream(words))
                .toArray(String[]::new);
        return run(all);
    }

    private int run(String... words) {
        told = new ByteArrayOutputStream();
        err = new StringWriter();
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), told, new PrintWriter(err, true));
        return Lapwing.commandLine(terminal, new SecureRandom()).execute(words);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    /** The first list in Latin letters, the second partly the same people in Cyrillic. */
    private String[] twoLists() throws IOException {
        String[] latin = {"karimo", "velusa", "tonibe", "darlen", "gupiva", "moreka", "sanilu", "bedara"};
        String[] cyrillic = {"каримо", "велуса", "тонибе", "дарлен", "гупива", "морека", "санилу", "бедара"};
        Random random = new Random(4);
        StringBuilder amber = new StringBuilder("id,given name,family name,birth date\n");
        StringBuilder birch = new StringBuilder("id;имя;фамилия;дата рождения\n");
        for (int i = 0; i < 240; i++) {
            int given = random.nextInt(8);
            int family = random.nextInt(8);
            int tail = random.nextInt(8);
            int year = 1950 + random.nextInt(50);
            int month = 1 + random.nextInt(12);
            int day = 1 + random.nextInt(28);
            if (i % 3 != 2) {
                amber.append("a%d,%s,%s%s,%d-%02d-%02d%n"
                        .formatted(i, latin[given], latin[family], latin[tail], year, month, day));
            }
            if (i % 3 != 1) {
                birch.append("b%d;%s;%s%s;%02d.%02d.%d%n"
                        .formatted(i, cyrillic[given], cyrillic[family], cyrillic[tail], day, month, year));
            }
        }
        return new String[] {write("amber.csv", amber.toString()), write("birch.csv", birch.toString())};
    }

    private void refuses(String... partsOfTheMessage) throws IOException {
        assertThat(err.toString()).startsWith("lapwing link: ").contains(partsOfTheMessage);
        assertThat(told.size()).isZero();
        try (var files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()).filter(name -> name.contains("linked")))
                    .isEmpty();
        }
    }

    @Test
    void linksTwoScriptsAndWritesEveryFile() throws IOException {
        assertThat(link(twoLists())).as(err.toString()).isZero();
        for (String name : new String[] {
            "pairs.csv", "clusters.csv", "review.csv", "overlap.csv", "samples.csv", "model.yaml", "report.html"
        }) {
            assertThat(out.resolve(name)).isNotEmptyFile();
        }
        OverlapTable overlap = OverlapTable.read(out.resolve("overlap.csv"));
        assertThat(overlap.count(3).least()).isBetween(76L, 84L);
        assertThat(Files.readString(out.resolve("model.yaml")))
                .doesNotContain("karimo")
                .doesNotContain("каримо");
        assertThat(Files.readString(out.resolve("report.html")))
                .doesNotContain("<script")
                .doesNotContain("karimo");
        assertThat(err.toString()).contains("ids only");
    }

    @Test
    void withHardlyAnyMemoryTheAnswerIsTheSameAndNothingStaysOnDisk() throws IOException {
        String[] lists = twoLists();
        assertThat(link(lists)).isZero();
        Path first = out;
        out = folder.resolve("linked in little");
        assertThat(link(lists[0], lists[1], "--memory", "1")).as(err.toString()).isZero();
        try (var files = Files.list(first)) {
            for (Path each : files.toList()) {
                assertThat(out.resolve(each.getFileName())).hasSameBinaryContentAs(each);
            }
        }
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(4);
        }
        out = folder.resolve("linked not");
        assertThat(link(lists[0], "--memory", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--memory: accepted are");
    }

    @Test
    void refusesAFolderThatHoldsSomething() throws IOException {
        String[] lists = twoLists();
        Files.createDirectory(out);
        Files.writeString(out.resolve("mine"), "stays");
        assertThat(link(lists)).isEqualTo(2);
        assertThat(out.resolve("mine")).hasContent("stays");
    }

    @Test
    void opensSealedListsAndSealsEveryOutputToTheSameKey() throws IOException {
        Path key = folder.resolve("key.txt");
        run("keygen", "-o", key.toString());
        String recipient = err.toString().strip().replace("Public key: ", "");
        String[] lists = twoLists();
        for (String list : lists) {
            run("seal", "-r", recipient, "-o", list + ".age", list);
            Files.delete(Path.of(list));
        }
        assertThat(link(lists[0] + ".age", lists[1] + ".age")).isEqualTo(2);
        refuses("amber.csv.age", "sealed", "-i");
        assertThat(link("-i", key.toString(), lists[0] + ".age", lists[1] + ".age"))
                .isZero();
        try (var files = Files.list(out)) {
            assertThat(files).hasSize(7).allMatch(each -> each.toString().endsWith(".age"));
        }
        assertThat(run(
                        "open",
                        "-i",
                        key.toString(),
                        out.resolve("report.html.age").toString()))
                .isZero();
        assertThat(told.toString(StandardCharsets.UTF_8)).contains("amber").endsWith("</html>\n");
    }

    @Test
    void keepsDecisionsAndAddsAListToAnEarlierResult() throws IOException {
        String[] lists = twoLists();
        assertThat(link(lists[0])).isZero();
        Path first = out;
        String decided = write(
                "decided.csv",
                "left_list,left_id,right_list,right_id,decision\namber,a0,birch,b0,different\namber,a1,birch,b2,same\n");
        out = folder.resolve("linked again");
        assertThat(link(lists[0], lists[1], "--earlier", first.toString(), "--decisions", decided))
                .as(err.toString())
                .isZero();
        String clusters = Files.readString(out.resolve("clusters.csv"));
        assertThat(cluster(clusters, "amber,a0")).isNotEqualTo(cluster(clusters, "birch,b0"));
        assertThat(cluster(clusters, "amber,a1")).isEqualTo(cluster(clusters, "birch,b2"));
        assertThat(cluster(clusters, "amber,a4"))
                .isEqualTo(cluster(Files.readString(first.resolve("clusters.csv")), "amber,a4"));
    }

    private static String cluster(String clusters, String record) {
        return clusters.lines()
                .filter(line -> line.startsWith(record + ","))
                .findFirst()
                .orElseThrow()
                .split(",")[2];
    }

    @Test
    void namesFileLineAndColumnOfBadInputAndLeavesNothing() throws IOException {
        assertThat(link(write("twice.csv", "id,name,name\n1,a,b\n"))).isEqualTo(2);
        refuses("twice.csv, line 1, column \"name\"");
        assertThat(link(write("ragged.csv", "id,name\n1,a,b\n"))).isEqualTo(2);
        refuses("ragged.csv, line 2", "3 cells");
        Files.write(folder.resolve("latin.csv"), "id,name\n1,Zo\u00eb\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(link(folder.resolve("latin.csv").toString())).isEqualTo(2);
        refuses("latin.csv, line 2, column \"name\"", "UTF-8");
        assertThat(link(write("ids.csv", "id,name\n1,karimo\n2,velusa\n1,tonibe\n")))
                .isEqualTo(2);
        refuses("ids.csv, line 4, column \"id\"", "same id");
        assertThat(link(write("none.csv", "id,name\n"))).isEqualTo(2);
        refuses("none.csv, line 1");
        assertThat(link(write("long.csv", "id,name\n1," + "x".repeat(10 << 20) + "\n")))
                .isEqualTo(2);
        refuses("long.csv, line 2, column \"name\"", "longer");
        assertThat(link(folder.resolve("absent.csv").toString())).isEqualTo(2);
        refuses("absent.csv", "no such file");
        assertThat(link("--engine", "spark", write("one.csv", "id,name\n1,a\n")))
                .isEqualTo(2);
        refuses("--engine spark");
    }

    @Test
    void refusesAModelWhoseColumnsTheListsLack() throws IOException {
        String[] lists = twoLists();
        assertThat(link(lists)).isZero();
        Path model = Files.copy(out.resolve("model.yaml"), folder.resolve("model.yaml"));
        out = folder.resolve("linked by it");
        assertThat(link(write("other.csv", "id,colour\n1,red\n2,blue\n"), "--model", model.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("model.yaml, column \"given name", "no list has it");
        assertThat(out).doesNotExist();
    }

    @Test
    void survivesAColumnOfOneValueAndTenThousandIdenticalRows() throws IOException {
        StringBuilder rows = new StringBuilder("id,given name,family name,town\n");
        for (int i = 0; i < 10_000; i++) {
            rows.append(i).append(",karimo,velusa,darlen\n");
        }
        assertThat(link(write("same.csv", rows.toString()))).as(err.toString()).isZero();
        assertThat(err.toString()).contains("one value");
    }

    @Test
    void readsASpreadsheetAndNamesTheCellOfAFormula() throws IOException {
        Path sheet = folder.resolve("cedar.xlsx");
        spreadsheet(sheet, "<c r=\"B3\"><f>CONCAT(A1)</f><v>44</v></c>");
        assertThat(link(sheet.toString())).as(err.toString()).isZero();
        assertThat(err.toString()).contains("cedar.xlsx, line 3, column \"age\": a formula");
        out = folder.resolve("linked too");
        spreadsheet(sheet, "<c r=\"B3\"><f>CONCAT(A1)</f></c>");
        assertThat(link(sheet.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("cedar.xlsx, line 3, column \"age\"", "never computed");
        assertThat(out).doesNotExist();
    }

    private static void spreadsheet(Path file, String cell) throws IOException {
        StringBuilder rows = new StringBuilder();
        for (int row = 4; row < 40; row++) {
            rows.append(
                    "<row r=\"%d\"><c r=\"A%d\" t=\"inlineStr\"><is><t>karimo velu%d</t></is></c><c r=\"B%d\"><v>%d</v></c></row>"
                            .formatted(row, row, row, row, 20 + row));
        }
        String sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c>"
                + "<c r=\"B1\" t=\"inlineStr\"><is><t>age</t></is></c></row>"
                + "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>tonibe darlen</t></is></c><c r=\"B2\"><v>30</v></c></row>"
                + "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>gupi moreka</t></is></c>" + cell + "</row>" + rows
                + "</sheetData></worksheet>";
        try (OutputStream raw = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(raw)) {
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            zip.write("<sst><si><t>full name</t></si></sst>".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write(sheet.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }
}
