// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** Starts the gate. Exit codes: 2 for bad usage or what was handed over, 3 for our fault. */
public final class GateMain {

    private GateMain() {}

    /** See {@link GateSettings} for the words. */
    public static void main(String[] words) {
        try {
            run(GateSettings.of(words));
        } catch (IllegalArgumentException | GateException e) {
            end(2, String.valueOf(e.getMessage()));
        } catch (Exception e) {
            end(3, e.toString());
        }
    }

    private static void run(GateSettings settings) throws IOException, InterruptedException {
        Precautions.refuseHeapDumps();
        temporaryFilesInside(settings.data());
        Precautions.warnings().forEach(warning -> System.err.println("lapwing gate: " + warning));
        Gate gate = Gate.start(settings, Clock.systemUTC(), new SecureRandom());
        gate.wipeAfterVisits();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(gate)));
        if (!gate.takesReports()) {
            System.err.println("lapwing gate: nothing can be sent yet: no intake certificate counts today,"
                    + " or the roster has not three custodians");
        }
        System.out.println("The gate answers at " + gate.address());
        if (settings.child()) {
            while (System.in.read() >= 0) {
                // whoever started us holds the other end; when it closes, so do we
            }
            System.exit(0);
        }
        new CountDownLatch(1).await();
    }

    private static void temporaryFilesInside(Path data) throws IOException {
        Path folder = data.toAbsolutePath().resolve("tmp");
        Files.createDirectories(folder);
        System.setProperty("java.io.tmpdir", folder.toString());
    }

    private static void close(Gate gate) {
        try {
            gate.close();
        } catch (IOException e) {
            System.err.println("lapwing gate: " + e.getClass().getSimpleName() + " while ending");
        }
    }

    private static void end(int code, String message) {
        System.err.println("lapwing gate: " + message);
        System.exit(code);
    }
}
