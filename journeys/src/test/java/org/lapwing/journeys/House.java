// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Gate and desk as {@code ./lapwing serve} starts them: a supervisor and its children, on free ports, with data, temp and
 * log folders of their own, so that each can be searched afterwards.
 */
final class House implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("lapwing.root"));
    private static final Path PACKAGED = ROOT.resolve("target/lapwing");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path folder;
    private final Process supervisor;
    private final int gatePort;
    private final int deskPort;

    private House(Path folder, Process supervisor, int gatePort, int deskPort) {
        this.folder = folder;
        this.supervisor = supervisor;
        this.gatePort = gatePort;
        this.deskPort = deskPort;
    }

    /** The invented world of Morvel, made anew. */
    static House demonstration(Path folder) throws IOException {
        return start(folder, "--demo");
    }

    /** A house that nobody has founded yet: only the desk answers, with its set-up. */
    static House empty(Path folder) throws IOException {
        return start(folder);
    }

    private static House start(Path folder, String... more) throws IOException {
        List<Integer> ports = freePorts(3);
        var command = new ArrayList<>(List.of(
                "serve",
                "--data",
                folder.resolve("data").toString(),
                "--gate-port",
                ports.get(0).toString(),
                "--desk-port",
                ports.get(1).toString(),
                "--collect-port",
                ports.get(2).toString()));
        command.addAll(List.of(more));
        Process supervisor = begin(folder, "serve", command);
        House house = new House(folder, supervisor, ports.get(0), ports.get(1));
        try {
            house.awaitAnswer(house.desk());
            if (List.of(more).contains("--demo") && hasGate()) {
                house.awaitAnswer(house.gate());
            }
        } catch (IOException | RuntimeException | Error e) {
            house.close();
            throw e;
        }
        return house;
    }

    /** Runs one command of {@code lapwing} to its end, its output in {@code logs/NAME.out} and {@code .err}. */
    static int run(Path folder, String name, List<String> words) throws IOException, InterruptedException {
        Process command = begin(folder, name, words);
        command.getOutputStream().close();
        if (!command.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            command.destroyForcibly();
            throw new AssertionError("lapwing " + words.getFirst() + " did not end");
        }
        return command.exitValue();
    }

    private static Process begin(Path folder, String name, List<String> words) throws IOException {
        for (String room : hasGate() ? List.of("cli", "gate", "desk") : List.of("cli", "desk")) {
            if (!Files.exists(PACKAGED.resolve(room))) {
                // Plain Maven packages the rooms but not the ways to start them: said by name, not passed over.
                Assumptions.abort("the journeys start the packaged house, and target/lapwing/" + room
                        + " is missing: run ./lapwing --version once (./check does)");
            }
        }
        Path temp = Files.createDirectories(folder.resolve("temp"));
        Path logs = Files.createDirectories(folder.resolve("logs"));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dlapwing.house=" + PACKAGED,
                "@" + PACKAGED.resolve("cli"),
                "org.lapwing.cli.Lapwing"));
        command.addAll(words);
        var builder = new ProcessBuilder(command)
                .redirectOutput(logs.resolve(name + ".out").toFile())
                .redirectError(logs.resolve(name + ".err").toFile());
        // The only way to give the children of a child a temp folder that can be searched afterwards.
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temp);
        return builder.start();
    }

    /** While the public process is being built, the desk is walked alone. */
    static boolean hasGate() {
        return Files.isDirectory(ROOT.resolve("gate/src/main/java"));
    }

    URI gate() {
        return URI.create("http://127.0.0.1:" + gatePort);
    }

    URI desk() {
        return URI.create("http://127.0.0.1:" + deskPort);
    }

    Path folder() {
        return folder;
    }

    /** After the founding: the supervisor starts the gate once there is a roster to start it with. */
    void awaitGate() throws IOException {
        awaitAnswer(gate());
    }

    private void awaitAnswer(URI address) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            if (!supervisor.isAlive()) {
                throw new AssertionError("serve ended with code " + supervisor.exitValue() + ": " + said());
            }
            if (answers(address)) {
                return;
            }
            pause();
        }
        throw new AssertionError("nothing answered at " + address + ": " + said());
    }

    private static boolean answers(URI address) {
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(20_000);
            return connection.getResponseCode() < 500;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("logs/serve.err"));
    }

    private static List<Integer> freePorts(int count) throws IOException {
        var held = new ArrayList<ServerSocket>();
        try {
            for (int i = 0; i < count; i++) {
                held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return held.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket each : held) {
                each.close();
            }
        }
    }

    /** Ends the supervisor and whatever it started, children first known, and waits for each. */
    @Override
    public void close() {
        List<ProcessHandle> all = new ArrayList<>(supervisor.descendants().toList());
        all.add(supervisor.toHandle());
        supervisor.destroy();
        for (ProcessHandle each : all) {
            try {
                each.onExit().get(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                each.destroyForcibly();
            }
        }
    }

    static Path folderFor(String journey) {
        try {
            return Files.createTempDirectory("lapwing-" + journey + "-").toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
