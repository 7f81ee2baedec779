// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code lapwing bench evacuation [--only CASE] [--keep]}: runs what is not kept yet, then writes the table. */
public final class EvacuationBench {
    private EvacuationBench() {}

    /** 0 when every case ran. */
    public static int run(Path folder, Optional<String> only, boolean keep) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        List<Measured> measured = new ArrayList<>();
        int failed = 0;
        for (Map.Entry<String, Cases.Case> each : new Cases(folder).all().entrySet()) {
            String name = each.getKey();
            Optional<Measured> kept = Measured.kept(folder, name);
            if (kept.isEmpty() && only.isPresent() && !asked(name, only.get())) {
                continue;
            }
            if (kept.isPresent()) {
                measured.add(kept.get());
                continue;
            }
            System.err.println(name + " ...");
            try {
                Measured result = each.getValue().measure(Measured.of(name).put("load", load()));
                result.keep(folder);
                measured.add(result);
                System.err.println(result);
            } catch (IOException | RuntimeException e) {
                failed++;
                System.err.println(name + " could not be measured: " + e);
            }
        }
        String table = new Summary(measured).table();
        System.out.println(table);
        if (keep) {
            Summary.keep(Path.of("docs", "benchmarks.md"), table);
            if (measured.stream().anyMatch(each -> each.name().startsWith("growth-"))) {
                Files.writeString(Path.of("docs", "pictures", "evacuation-growth.svg"), new Summary(measured).growth());
            }
        }
        return failed == 0 ? 0 : 1;
    }

    /** One case by its whole name, or all of a kind: {@code bound-1} is not {@code bound-10}. */
    static boolean asked(String name, String only) {
        return name.equals(only) || name.startsWith(only + "-");
    }

    private static String load() throws IOException {
        Path file = Path.of("/proc/loadavg");
        return Files.isReadable(file) ? Files.readString(file).split(" ")[0] : "not told";
    }
}
