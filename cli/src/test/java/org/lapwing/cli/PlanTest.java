// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code lapwing plan}, {@code plan check} and {@code plan why} as their users meet them. */
class PlanTest {
    private static final String SITUATION = """
            {"format": "lapwing/situation/v1", "first_night": "2031-03-01", "nights": 20,
             "households": [
               {"name": "grey-wren", "women": 1, "ready": "2031-03-02", "latest": "2031-03-04", "stay": 9 PINNED},
               {"name": "blue-coot", "men": 2, "ready": "2031-03-02", "latest": "2031-03-08", "stay": 9}],
             "houses": [{"name": "elm", "beds": 3, "region": "coast"}, {"name": "oak", "beds": BEDS, "region": "coast"}],
             "helpers": [
               {"name": "h1", "duties": ["escort"], "free": [{"from": "2031-03-01", "until": "2031-03-21"}]},
               {"name": "h2", "duties": ["escort"], "free": [{"from": "2031-03-01", "until": "2031-03-21"}]}],
             "apart": [{"households": ["grey-wren", "blue-coot"], "kind": "night"}]}
            """;

    @TempDir
    Path folder;

    private ByteArrayOutputStream out = new ByteArrayOutputStream();
    private StringWriter err = new StringWriter();
    private Path situation;
    private Path plan;

    @BeforeEach
    void names() throws IOException {
        situation = folder.resolve("situation.json");
        plan = folder.resolve("plan.json");
        situation("", 2);
    }

    private void situation(String pinned, int beds) throws IOException {
        Files.writeString(situation, SITUATION.replace("PINNED", pinned).replace("BEDS", Integer.toString(beds)));
    }

    @Test
    void plansChecksAndExplains() throws IOException {
        Path report = folder.resolve("plan.html");
        Path sheets = folder.resolve("sheets");
        assertThat(run(
                        "plan",
                        situation.toString(),
                        "--out",
                        plan.toString(),
                        "--iterations",
                        "50",
                        "--report",
                        report.toString(),
                        "--sheets",
                        sheets.toString()))
                .isZero();
        assertThat(said()).contains("2 of 2 households have a place");
        assertThat(err.toString()).contains("is not sealed");
        assertThat(report).content().contains("<svg").contains("grey-wren");
        try (var files = Files.list(sheets)) {
            assertThat(files.count()).isEqualTo(2);
        }
        assertThat(run("plan", "check", situation.toString(), plan.toString())).isZero();
        assertThat(run("plan", "check", situation.toString(), plan.toString(), "--json"))
                .isZero();
        assertThat(said().strip()).isEqualTo("{\"answer\":\"kept\",\"violations\":[]}");
        String elsewhere = Files.readString(plan).contains("\"household\": \"grey-wren\"") ? "oak" : "elm";
        assertThat(run(
                        "plan",
                        "why",
                        situation.toString(),
                        plan.toString(),
                        "grey-wren",
                        "--night",
                        "2031-03-05",
                        "--house",
                        elsewhere))
                .isZero();
        assertThat(said()).startsWith(elsewhere + ": ");
    }

    @Test
    void theSameIterationsGiveTheSameFile() throws IOException {
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--iterations", "80"))
                .isZero();
        String first = Files.readString(plan);
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--iterations", "80"))
                .isZero();
        assertThat(plan).content().isEqualTo(first);
    }

    @Test
    void answersNoWithReasonsWhereSomebodyHasNoPlace() throws IOException {
        situation("", 0);
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--iterations", "50"))
                .isEqualTo(1);
        assertThat(said()).contains("has no place").contains("it would go with");
        assertThat(run("plan", "check", situation.toString(), plan.toString())).isZero();
        assertThat(run("plan", "check", situation.toString(), plan.toString(), "--language", "ru"))
                .isZero();
        assertThat(said())
                .contains("Все правила соблюдены")
                .contains("без места")
                .contains("поможет: ");
        assertThat(run("plan", "why", situation.toString(), plan.toString(), "grey-wren", "--language", "ru"))
                .isZero();
        assertThat(said()).contains("их ночи: ").doesNotContain("would");
    }

    @Test
    void aPinThatBreaksARuleIsAnsweredBeforePlanning() throws IOException {
        situation(", \"pinned\": [{\"house\": \"oak\", \"from\": \"2031-03-03\", \"until\": \"2031-03-06\"}]", 0);
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--iterations", "50"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("beds").contains("grey-wren, 2031-03-03");
        assertThat(plan).doesNotExist();
    }

    @Test
    void aSpoiledPlanIsRefusedByName() throws IOException {
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--iterations", "50"))
                .isZero();
        Files.writeString(plan, Files.readString(plan).replace("\"from\":\"2031-03-02\"", "\"from\":\"2031-03-01\""));
        assertThat(run("plan", "check", situation.toString(), plan.toString())).isEqualTo(1);
        assertThat(said()).contains("ready").contains("2031-03-01");
    }

    @Test
    void goesOnFromWhatWasTold() throws IOException {
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--iterations", "50"))
                .isZero();
        Path later = folder.resolve("later.json");
        assertThat(run(
                        "plan",
                        situation.toString(),
                        "--told",
                        plan.toString(),
                        "--today",
                        "2031-03-06",
                        "--out",
                        later.toString(),
                        "--iterations",
                        "50"))
                .isZero();
        assertThat(Files.readString(later)).isEqualTo(Files.readString(plan));
    }

    @Test
    void opensSealedFilesAndSealsWhatItWrites() throws IOException {
        Path key = folder.resolve("key.txt");
        assertThat(run("keygen", "-o", key.toString())).isZero();
        String recipient = err.toString().strip().replace("Public key: ", "");
        Path sealed = folder.resolve("situation.age");
        assertThat(run("seal", "-r", recipient, "-o", sealed.toString(), situation.toString()))
                .isZero();
        assertThat(run("plan", sealed.toString(), "--out", plan.toString(), "--iterations", "50"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("it is sealed; name the file of your key with -i");
        assertThat(run("plan", "-i", key.toString(), sealed.toString(), "--out", plan.toString(), "--iterations", "50"))
                .isZero();
        assertThat(err.toString()).doesNotContain("not sealed");
        assertThat(new String(Files.readAllBytes(plan), StandardCharsets.ISO_8859_1))
                .startsWith("age-encryption.org/")
                .doesNotContain("grey-wren");
        assertThat(run("plan", "check", "-i", key.toString(), sealed.toString(), plan.toString()))
                .isZero();
    }

    @Test
    void badInputNamesFileLineAndColumnAndLeavesNothing() throws IOException {
        Files.writeString(situation, Files.readString(situation).replace("2031-03-04", "2031-03-01"));
        assertThat(run("plan", situation.toString(), "--out", plan.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("situation.json: line 3, column 71, households[0].latest: it must not be");
        assertThat(run("plan", situation.toString())).isEqualTo(2);
        assertThat(run("plan", "nowhere.json", "--out", plan.toString())).isEqualTo(2);
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--seconds", "0"))
                .isEqualTo(2);
        assertThat(plan).doesNotExist();
    }

    /** What a tired person types, a row each: exit code, a place in the sample, what stands there instead, what is said. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1 | "men": 2                             | "men": 4                             | has no place
            1 | "free": [{"from": "2031-03-01", "until": "2031-03-21"}] | "free": []       | has no place
            1 | "houses": [{"name": "elm", "beds": 3, "region": "coast"}, {"name": "oak", "beds": 2, "region": "coast"}] | "houses": [] | has no place
            2 | "latest": "2031-03-08"               | "latest": "2031-03-01"               | households[1].latest: it must not be
            2 | {"from": "2031-03-01", "until": "2031-03-21"} | {"from": "2031-03-21", "until": "2031-03-01"} | until: it must be a later date
            2 | ["grey-wren", "blue-coot"]           | ["grey-wren", "pale-coot"]           | no such name
            2 | "name": "blue-coot"                  | "name": "grey-wren"                  | this name stands twice
            """)
    void badInputIsOneClearErrorOrAnAnswerWithReasons(int code, String place, String instead, String words)
            throws IOException {
        String whole = Files.readString(situation);
        assertThat(whole).contains(place);
        Files.writeString(situation, whole.replace(place, instead));
        assertThat(run("plan", situation.toString(), "--out", plan.toString(), "--iterations", "50"))
                .isEqualTo(code);
        assertThat(said() + err).contains(words).doesNotContain("Exception");
        assertThat(Files.exists(plan)).isEqualTo(code == 1);
        if (code == 1) {
            assertThat(run("plan", "check", situation.toString(), plan.toString()))
                    .isZero();
        }
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... words) {
        out = new ByteArrayOutputStream();
        err = new StringWriter();
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), out, new PrintWriter(err, true));
        return Lapwing.commandLine(terminal, new SecureRandom()).execute(words);
    }
}
