// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lapwing.gate.spool.SpoolLimits;

class GateSettingsTest {

    @Test
    void hasTheseDefaults() {
        assertThat(GateSettings.of("--data", "d", "--roster", "r"))
                .isEqualTo(new GateSettings(
                        Path.of("d"),
                        Path.of("r"),
                        7410,
                        7411,
                        false,
                        false,
                        Duration.ofMinutes(30),
                        5000,
                        new SpoolLimits(500L << 20, 40, 20L << 30, 10_000)));
    }

    @Test
    void takesWhatIsSaid() {
        GateSettings said = GateSettings.of(
                "--data",
                "d",
                "--roster",
                "r",
                "--port",
                "0",
                "--collect-port",
                "8",
                "--upload-megabytes",
                "9",
                "--spool-gigabytes",
                "3",
                "--child",
                "--demonstration");
        assertThat(said.port()).isZero();
        assertThat(said.collectPort()).isEqualTo(8);
        assertThat(said.limits().uploadBytes()).isEqualTo(9L << 20);
        assertThat(said.limits().spoolBytes()).isEqualTo(3L << 30);
        assertThat(said.child() && said.demonstration()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        for (String[] words : new String[][] {
            {},
            {"--data", "d"},
            {"--data", "d", "--roster", "r", "--port", "70000"},
            {"--data", "d", "--roster", "r", "x"},
            {"--data", "d", "--roster"},
            {"--data", "d", "--roster", "r", "--spool-gigabytes", "0"}
        }) {
            assertThatThrownBy(() -> GateSettings.of(words)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void refusesToStartWhereMemoryWouldBeWrittenToAFile() {
        HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        Precautions.refuseHeapDumps();
        java.setVMOption("HeapDumpOnOutOfMemoryError", "true");
        try {
            assertThatThrownBy(Precautions::refuseHeapDumps)
                    .isInstanceOf(GateException.class)
                    .hasMessageContaining("HeapDumpOnOutOfMemoryError");
        } finally {
            java.setVMOption("HeapDumpOnOutOfMemoryError", "false");
        }
    }
}
