// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;

/**
 * Start-up caches (JEP 483, JEP 514) of gate, desk and command, made where they are used: they hold for one Java, these very
 * files and this folder. A house of the demonstration is thrown together beside the built rooms, walked through and thrown
 * away; no data of anybody's is touched. Without a cache, or with one that no longer fits, everything runs as before.
 */
@Command(
        name = "warm",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Makes what lets gate, desk and this command start faster on this machine; needs nobody's data.",
        footer = {"", "Example:", "  lapwing warm"})
final class Warm implements Callable<Integer> {
    private static final int PATIENCE_SECONDS = 180;

    private final Terminal terminal;

    Warm(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String built = System.getProperty("lapwing.house");
        if (built == null) {
            throw new BadInput("start it by ./lapwing warm, which knows where the rooms lie");
        }
        Path house = Path.of(built);
        Path place = Files.createTempDirectory(house, "warm-");
        try {
            for (String room : List.of("gate", "desk", "cli")) {
                if (!Files.exists(house.resolve(room + ".cold"))) {
                    throw new BadInput("the room " + room + " is not built; start it by ./lapwing warm");
                }
            }
            // One after the other: a cold start on a small machine would otherwise be measured against its neighbour.
            end(train(house, place, "cli", "org.lapwing.cli.WarmCommands", place.toString()), "cli");
            end(
                    start(
                            house,
                            place,
                            "desk",
                            List.of(),
                            "org.lapwing.desk.demo.DemoMaker",
                            "--data",
                            place + "/demo"),
                    "desk");
            trainDoors(house, place);
            for (String room : List.of("gate", "desk", "cli")) {
                Path made = place.resolve(room + ".aot");
                if (!Files.exists(made)) {
                    throw new IOException("this Java made no cache for " + room);
                }
                Files.move(made, house.resolve(room + ".aot"), StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            sweep(place);
        }
        terminal.err().println("Gate, desk and command start from caches now.");
        return 0;
    }

    private static void trainDoors(Path house, Path place) throws IOException, InterruptedException {
        WarmVisit visit = new WarmVisit();
        Path demo = place.resolve("demo");
        Process gate = train(
                house,
                place,
                "gate",
                "org.lapwing.gate.GateMain",
                "--child",
                "--demonstration",
                "--data",
                demo.resolve("gate").toString(),
                "--roster",
                demo.resolve("desk").resolve("roster").toString(),
                "--port",
                visit.gatePort(),
                "--collect-port",
                visit.collectPort());
        Process desk = train(
                house,
                place,
                "desk",
                "org.lapwing.desk.DeskMain",
                "--child",
                "--demonstration",
                "--data",
                demo.resolve("desk").toString(),
                "--gate",
                "http://127.0.0.1:" + visit.collectPort(),
                "--port",
                visit.deskPort());
        try {
            visit.walk();
        } finally {
            gate.getOutputStream().close(); // both end when their standard input closes, and write their caches
            desk.getOutputStream().close();
        }
        end(gate, "gate");
        end(desk, "desk");
    }

    private static Process train(Path house, Path place, String room, String main, String... words) throws IOException {
        List<String> record = List.of("-XX:AOTCacheOutput=" + place.resolve(room + ".aot"), "-Xlog:aot=off");
        return start(house, place, room, record, main, words);
    }

    private static Process start(
            Path house, Path place, String room, List<String> options, String main, String... words)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.add("@" + house.resolve(room + ".cold"));
        command.add(main);
        command.addAll(List.of(words));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        place.resolve(room + ".told").toFile()))
                .start();
    }

    private static void end(Process process, String room) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(room + " did not end within " + PATIENCE_SECONDS + " s");
            }
            if (process.exitValue() != 0) {
                throw new IOException(room + " ended with " + process.exitValue() + " while it was being warmed");
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private static void sweep(Path place) throws IOException {
        try (Stream<Path> all = Files.walk(place)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
