// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What in a machine or in this Java would write memory to a disk. */
final class Precautions {

    private Precautions() {}

    /** @throws GateException if this Java would write its heap to a file */
    static void refuseHeapDumps() {
        for (String option : List.of("HeapDumpOnOutOfMemoryError", "HeapDumpBeforeFullGC", "HeapDumpAfterFullGC")) {
            if (isOn(option)) {
                throw new GateException("this Java would write its memory to a file: -XX:+" + option
                        + " is set; accepted is a start without it");
            }
        }
    }

    private static boolean isOn(String option) {
        try {
            HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return java != null && Boolean.parseBoolean(java.getVMOption(option).getValue());
        } catch (IllegalArgumentException unknownHere) {
            return false;
        }
    }

    /** What whoever starts the gate should change on this machine. */
    static List<String> warnings() {
        var warnings = new ArrayList<String>();
        if (lines("/proc/swaps").size() > 1) {
            warnings.add("this machine swaps: what is typed may be written to its disk; turn swap off, or encrypt it");
        }
        for (String line : lines("/proc/self/limits")) {
            if (line.startsWith("Max core file size") && !line.matches("Max core file size +0 .*")) {
                warnings.add("this process may leave a core dump: start it under \"ulimit -c 0\"");
            }
        }
        return warnings;
    }

    private static List<String> lines(String file) {
        try {
            return Files.readAllLines(Path.of(file));
        } catch (IOException notLinux) {
            return List.of();
        }
    }
}
