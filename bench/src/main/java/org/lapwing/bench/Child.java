// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of ours or of a peer. Those that serve end when they are closed. */
record Child(Process process) implements AutoCloseable {
    private static final int LONGEST_SECONDS = 90;

    /** The command that starts a class of a built room. */
    static List<String> room(Workplace place, String room, String main, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + place.house().resolve(room),
                main));
        command.addAll(Arrays.asList(words));
        return command;
    }

    static Optional<String> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** What it printed, when it ended well. */
    static String finish(List<String> command) throws IOException, InterruptedException {
        return finish(command, LONGEST_SECONDS);
    }

    static String finish(List<String> command, int longestSeconds) throws IOException, InterruptedException {
        Path told = Files.createTempFile("bench", ".txt");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(told.toFile())
                    .start();
            if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " took longer than " + longestSeconds + " s");
            }
            String text = Files.readString(told, UTF_8);
            if (process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " ended with " + process.exitValue() + ": " + text);
            }
            return text;
        } finally {
            Files.delete(told);
        }
    }

    /** Starts a door; what it prints goes to a file beside its data. */
    static Child serving(List<String> command, Path log) throws IOException {
        return new Child(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    double residentMegabytes() throws IOException {
        return Machine.residentMegabytes(process.pid());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
