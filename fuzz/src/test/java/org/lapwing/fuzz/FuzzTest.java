// SPDX-License-Identifier: Apache-2.0
package org.lapwing.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Jazzer on each target for its share of {@code fuzz.minutes}, in a process of its own with little memory, two at a time.
 * What it breaks fails here by its path; to keep it, copy it into the target's folder of the corpus.
 */
@Execution(ExecutionMode.CONCURRENT)
class FuzzTest {
    /** Of the child: a parser that takes more for an input of a few kB takes memory without bound. */
    private static final String MEMORY = "-Xmx160m";
    /** An input that takes longer counts as a hang; far above what a loaded machine needs for an honest one. */
    private static final int LONGEST_SECONDS = 20;

    private static final List<String> UNUSED = List.of(
            "junit",
            "surefire",
            "spring",
            "tomcat",
            "lucene",
            "openhtmltopdf",
            "pdfbox",
            "postgresql",
            "sqlite",
            "modulith");

    private static final Path WORK = Path.of(System.getProperty("lapwing.root"), "fuzz/target/fuzz");
    private static final Pattern DONE = Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)/");
    private static final Pattern FOUND = Pattern.compile("Test unit written to (\\S+)");

    @ParameterizedTest
    @EnumSource(Target.class)
    void nothingBreaks(Target target) throws IOException, InterruptedException {
        Path work = WORK.resolve(target.folder());
        Files.createDirectories(work.resolve("corpus"));
        Path log = work.resolve("log");
        Process jazzer = new ProcessBuilder(command(target, work))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = jazzer.waitFor();
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        Matcher done = DONE.matcher(said);
        assertThat(status == 0 && done.find()).as(broken(target, said, log)).isTrue();
        System.out.printf(
                "fuzz %-14s %,11d executions, coverage %s (features %s), %s inputs in its corpus%n",
                target.folder(), Long.parseLong(done.group(1)), done.group(2), done.group(3), done.group(4));
    }

    private static List<String> command(Target target, Path work) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                MEMORY,
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:+EnableDynamicAgentLoading",
                "-XX:-CreateCoredumpOnCrash",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dfuzz.target=" + target.name(),
                "-cp",
                classPath()));
        int seconds = seconds();
        if (seconds < 60) {
            command.add(1, "-XX:TieredStopAtLevel=1"); // a short run has no time for the second compiler
        }
        command.addAll(List.of(
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + Fuzzed.class.getName(),
                "--instrumentation_includes=org.lapwing.**",
                "--custom_hook_includes=org.lapwing.**",
                "--reproducer_path=" + work,
                "-artifact_prefix=" + work + "/",
                "-max_total_time=" + seconds,
                "-timeout=" + LONGEST_SECONDS,
                "-max_len=" + target.longest(),
                "-rss_limit_mb=2048",
                work.resolve("corpus").toString(),
                CorpusTest.CORPUS.resolve(target.folder()).toString()));
        return command;
    }

    /** Without JUnit, which Jazzer would look through for tests of its own, and without what no parser calls: it reads every class. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(each -> UNUSED.stream().noneMatch(each::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static int seconds() {
        double minutes = Double.parseDouble(System.getProperty("fuzz.minutes"));
        return Math.max(1, (int) Math.round(minutes * 60 / Target.values().length));
    }

    private static String broken(Target target, String said, Path log) {
        Matcher found = FOUND.matcher(said);
        int exception = said.indexOf("== Java Exception");
        int fault = exception >= 0 ? exception : said.indexOf("ERROR: libFuzzer");
        return "target %s; input: %s; log: %s%n%s"
                .formatted(
                        target.folder(),
                        found.find() ? found.group(1) : "none written",
                        log,
                        said.substring(Math.max(0, fault), Math.min(said.length(), Math.max(0, fault) + 2000)));
    }
}
