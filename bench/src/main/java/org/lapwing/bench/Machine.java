// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.sqlite.SQLiteJDBCLoader;

/** What the figures were measured on. No name of the machine and no path of it. */
final class Machine {
    private Machine() {}

    static List<String> describe(Workplace place) throws IOException {
        return List.of(
                "date: " + LocalDate.now(ZoneOffset.UTC),
                "machine: " + Runtime.getRuntime().availableProcessors() + " cores, " + processor() + ", " + memory()
                        + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", files on "
                        + Files.getFileStore(place.folder()).type(),
                "load when the table was written: " + load()
                        + " (average of 15 minutes; above the number of cores, others were at work"
                        + " and times are too long)",
                "JDK: " + System.getProperty("java.vm.name") + " " + Runtime.version(),
                "versions: Lapwing 0.1.0, SQLite " + SQLiteJDBCLoader.getVersion() + " (driver)",
                "seed: " + Workplace.SEED,
                "data: SHA-256 " + place.dataHash());
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.isReadable(file) ? Files.readString(file, UTF_8).split(" ")[2] : "not told";
    }

    private static String processor() throws IOException {
        return first(Path.of("/proc/cpuinfo"), "model name").orElse("processor not named");
    }

    private static String memory() throws IOException {
        return first(Path.of("/proc/meminfo"), "MemTotal")
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")) / 1024 / 1024)
                .map(gigabytes -> String.format(Locale.ROOT, "%d GB", gigabytes))
                .orElse("memory not told");
    }

    /** Resident memory of a process in MB, where the system tells it. */
    static double residentMegabytes(long process) throws IOException {
        return first(Path.of("/proc", Long.toString(process), "status"), "VmRSS")
                .map(text -> Double.parseDouble(text.replaceAll("\\D", "")) / 1024)
                .orElse(Double.NaN);
    }

    private static java.util.Optional<String> first(Path file, String key) throws IOException {
        if (!Files.isReadable(file)) {
            return java.util.Optional.empty();
        }
        return Files.readAllLines(file, UTF_8).stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }
}
