// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process run to its end: how long it took by the clock and on processors, and the most memory that it held. */
record MeasuredRun(String told, double seconds, double processorSeconds, double megabytes) {

    private static final int LONGEST_MINUTES = 30;

    static MeasuredRun of(List<String> command) throws IOException, InterruptedException {
        Path told = Files.createTempFile("bench", ".txt");
        Path notes = Files.createTempFile("bench", ".err");
        try {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command)
                    .redirectOutput(told.toFile())
                    .redirectError(notes.toFile())
                    .start();
            double most = 0;
            double busy = 0;
            while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
                most = Math.max(most, peak(process.pid()));
                busy = process.info()
                        .totalCpuDuration()
                        .map(each -> each.toMillis() / 1000.0)
                        .orElse(busy);
                if (System.nanoTime() - start > LONGEST_MINUTES * 60e9) {
                    process.destroyForcibly();
                    throw new IOException(command.getFirst() + " took longer than " + LONGEST_MINUTES + " min");
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (process.exitValue() != 0) {
                throw new IOException(command.getFirst() + " ended with " + process.exitValue() + ": "
                        + Files.readString(notes, UTF_8));
            }
            return new MeasuredRun(Files.readString(told, UTF_8), seconds, busy, most);
        } finally {
            Files.delete(told);
            Files.delete(notes);
        }
    }

    private static double peak(long process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process), "status");
        try {
            return Files.readAllLines(status, UTF_8).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException justEnded) {
            return 0;
        }
    }
}
