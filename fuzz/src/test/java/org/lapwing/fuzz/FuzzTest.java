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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Jazzer on each target for its share of {@code fuzz.minutes}, in processes with little memory, two at a time: one for each
 * target where the share is long, else one for each kind of targets ({@link Batch}). What it breaks fails here by its
 * target and path; to keep it, copy it into the target's folder of the corpus.
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

    /** One target alone, by the name of its folder. */
    private static final Optional<Target> ONLY =
            Optional.ofNullable(System.getProperty("fuzz.only")).map(Target::ofFolder);

    private static final Path WORK = Path.of(System.getProperty("lapwing.root"), "fuzz/target/fuzz");
    private static final Pattern DONE = Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)/");
    private static final Pattern FED = Pattern.compile("^target (\\S+): (\\d+) executions", Pattern.MULTILINE);
    private static final Pattern FOUND = Pattern.compile("Test unit written to (\\S+)");

    static List<Batch> batches() {
        return Batch.of(ONLY, secondsEach());
    }

    @ParameterizedTest
    @MethodSource("batches")
    void nothingBreaks(Batch batch) throws IOException, InterruptedException {
        Path work = WORK.resolve(batch.name());
        Files.createDirectories(work.resolve("corpus"));
        Path log = work.resolve("log");
        Process jazzer = new ProcessBuilder(command(batch, work))
                .directory(work.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        int status = jazzer.waitFor();
        String said = Files.readString(log, StandardCharsets.ISO_8859_1);
        Matcher done = DONE.matcher(said);
        if (status != 0 || !done.find()) {
            throw new AssertionError(broken(batch, said, log));
        }
        System.out.printf(
                "fuzz %-14s %,11d executions, coverage %s (features %s), %s inputs in its corpus%n",
                batch, Long.parseLong(done.group(1)), done.group(2), done.group(3), done.group(4));
        Map<String, Long> executions = new LinkedHashMap<>();
        FED.matcher(said).results().forEach(each -> executions.put(each.group(1), Long.valueOf(each.group(2))));
        if (batch.isShared()) {
            executions.forEach((target, count) -> System.out.printf("  of them %-14s %,11d%n", target, count));
        }
        assertThat(executions.keySet())
                .containsExactlyElementsOf(
                        batch.targets().stream().map(Target::folder).toList());
        for (Target target : batch.targets()) {
            assertThat(executions.get(target.folder()))
                    .as("more was made for %s than its seeds", target.folder())
                    .isGreaterThan(CorpusTest.kept(target).size());
        }
    }

    private static List<String> command(Batch batch, Path work) throws IOException {
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
                "-Dfuzz.targets=" + batch.names(),
                "-cp",
                classPath()));
        int seconds =
                Math.max(1, (int) Math.round(secondsEach() * batch.targets().size()));
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
                "-max_len=" + batch.longest(),
                "-rss_limit_mb=2048",
                work.resolve("corpus").toString(),
                seeds(batch, work).toString()));
        return command;
    }

    /** Without JUnit, which Jazzer would look through for tests of its own, and without what no parser calls: it reads every class. */
    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(each -> UNUSED.stream().noneMatch(each::contains))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The kept corpus; of several targets' together, written anew with the byte in front that says whose each is. */
    private static Path seeds(Batch batch, Path work) throws IOException {
        if (!batch.isShared()) {
            return CorpusTest.CORPUS.resolve(batch.targets().getFirst().folder());
        }
        Path seeds = work.resolve("seeds");
        Files.createDirectories(seeds);
        try (Stream<Path> former = Files.list(seeds)) {
            for (Path each : former.toList()) {
                Files.delete(each);
            }
        }
        for (Target target : batch.targets()) {
            for (Path kept : CorpusTest.kept(target)) {
                Files.write(
                        seeds.resolve(target.folder() + "-" + kept.getFileName()),
                        batch.addressed(target, Files.readAllBytes(kept)));
            }
        }
        return seeds;
    }

    private static double secondsEach() {
        double minutes = Double.parseDouble(System.getProperty("fuzz.minutes"));
        return minutes * 60 / (ONLY.isPresent() ? 1 : Target.values().length);
    }

    /** Whose input broke what, and where that input lies as its target took it. */
    private static String broken(Batch batch, String said, Path log) throws IOException {
        Matcher found = FOUND.matcher(said);
        String target = batch.name();
        String input = "none written";
        if (found.find()) {
            Path file = Path.of(found.group(1));
            byte[] bytes = Files.readAllBytes(file);
            target = batch.targets().get(batch.whose(bytes)).folder();
            Path stripped = Files.createDirectories(WORK.resolve("found").resolve(target))
                    .resolve(file.getFileName());
            Files.write(stripped, batch.stripped(bytes));
            input = stripped.toString();
        }
        int exception = said.indexOf("== Java Exception");
        int fault = exception >= 0 ? exception : said.indexOf("ERROR: libFuzzer");
        return "target %s; input: %s; log: %s%n%s"
                .formatted(
                        target,
                        input,
                        log,
                        said.substring(Math.max(0, fault), Math.min(said.length(), Math.max(0, fault) + 2000)));
    }
}
