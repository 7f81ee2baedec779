// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gate and desk on this machine, as two processes under one small supervisor, on loopback. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts gate and desk on this machine, for trying and rehearsing. For real reports: two machines.",
        footer = {"", "Example:", "  lapwing serve --demo"})
final class Serve implements Callable<Integer> {
    /** A desk that ends with this code has locked its last member and is started again, empty-handed. */
    static final int LOCKED = 75;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "where everything sealed is kept (default: ${DEFAULT-VALUE})")
    private Path data = Path.of("lapwing-data");

    @Option(names = "--demo", description = "fills an empty DIR with the invented world of Morvel")
    private boolean demo;

    @Option(names = "--gate-port", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int gatePort = 7410;

    @Option(names = "--desk-port", paramLabel = "N", description = "default: ${DEFAULT-VALUE}")
    private int deskPort = 7411;

    @Option(
            names = "--collect-port",
            paramLabel = "N",
            description = "where the desk collects from the gate (default: ${DEFAULT-VALUE})")
    private int collectPort = 7412;

    private final AtomicBoolean ending = new AtomicBoolean();
    private final List<Process> children = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        Path home = data.toAbsolutePath().normalize();
        Path desk = home.resolve("desk");
        Files.createDirectories(desk);
        Path roster = desk.resolve("roster");
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::endAll));
        if (demo && !hasRoster(roster)) {
            int made = start("desk", "org.lapwing.desk.demo.DemoMaker", "--data", home.toString())
                    .waitFor();
            if (made != 0) {
                return made;
            }
        }
        var deskWords = new ArrayList<>(List.of(
                "--child",
                "--data",
                desk.toString(),
                "--gate",
                "http://127.0.0.1:" + collectPort,
                "--port",
                Integer.toString(deskPort)));
        if (demo) {
            deskWords.add("--demonstration");
        }
        Thread keeper = Thread.ofPlatform().name("gate-keeper").start(() -> keepGate(home, roster));
        int code = keepDesk(deskWords);
        endAll();
        keeper.join();
        return code;
    }

    private int keepDesk(List<String> words) throws IOException, InterruptedException {
        while (true) {
            int code = start("desk", "org.lapwing.desk.DeskMain", words.toArray(String[]::new))
                    .waitFor();
            if (code != LOCKED || ending.get()) {
                return ending.get() ? 0 : code;
            }
        }
    }

    /** The gate seals to keys that the roster names, so it starts when the first roster has been signed. */
    private void keepGate(Path home, Path roster) {
        try {
            while (!ending.get() && !hasRoster(roster)) {
                Thread.sleep(500);
            }
            if (!ending.get()) {
                var words = new ArrayList<>(List.of(
                        "--child",
                        "--data",
                        home.resolve("gate").toString(),
                        "--roster",
                        roster.toString(),
                        "--port",
                        Integer.toString(gatePort),
                        "--collect-port",
                        Integer.toString(collectPort)));
                if (demo) {
                    words.add("--demonstration");
                }
                start("gate", "org.lapwing.gate.GateMain", words.toArray(String[]::new))
                        .waitFor();
            }
        } catch (IOException e) {
            System.err.println("The gate did not start: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasRoster(Path roster) throws IOException {
        if (!Files.isDirectory(roster)) {
            return false;
        }
        try (var files = Files.list(roster)) {
            return files.findAny().isPresent();
        }
    }

    private Process start(String room, String main, String... words) throws IOException {
        String house = System.getProperty("lapwing.house");
        if (house == null) {
            throw new IOException("start it by ./lapwing serve, which knows where the rooms lie");
        }
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of(house, room));
        command.add(main);
        command.addAll(List.of(words));
        Process child = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                // The pipe stays open as long as we live: a child ends when its standard input closes.
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        synchronized (children) {
            children.add(child);
        }
        return child;
    }

    private void endAll() {
        ending.set(true);
        synchronized (children) {
            children.forEach(Process::destroy);
        }
    }
}
