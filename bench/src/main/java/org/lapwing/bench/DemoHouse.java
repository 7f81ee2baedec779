// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gate and desk of a demonstration as processes of their own, on free ports of loopback. */
final class DemoHouse {
    private static final int STARTS = 3;

    private final Workplace place;
    private final Path home;
    private final int deskPort = freePort();
    private final int collectPort = freePort();
    private Visitor desk = new Visitor(deskPort);

    DemoHouse(Workplace place, Path home) throws IOException {
        this.place = place;
        this.home = home;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Makes the world; how many seconds it took. */
    double make() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Child.finish(Child.room(place, "desk", "org.lapwing.desk.demo.DemoMaker", "--data", home.toString()));
        return (System.nanoTime() - start) / 1e9;
    }

    /** Makes the world with so many accounts more; how many seconds it took. */
    double make(int accounts) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Child.finish(
                Child.room(
                        place,
                        "desk",
                        "org.lapwing.desk.demo.DemoMaker",
                        "--data",
                        home.toString(),
                        "--accounts",
                        Integer.toString(accounts)),
                3600);
        return (System.nanoTime() - start) / 1e9;
    }

    Child startDesk() throws IOException {
        return startDesk("org.lapwing.desk.DeskMain");
    }

    /** The same, and {@code log} tells how much of the heap is in use after each collection. */
    Child startDesk(Path log) throws IOException {
        return startDesk("-Xlog:gc:file=" + log, "org.lapwing.desk.DeskMain");
    }

    private Child startDesk(String first, String... second) throws IOException {
        desk = visitor();
        List<String> words = new ArrayList<>(List.of(second));
        words.addAll(List.of(
                "--data",
                home.resolve("desk").toString(),
                "--gate",
                "http://127.0.0.1:" + collectPort,
                "--port",
                Integer.toString(deskPort),
                "--demonstration"));
        return Child.serving(Child.room(place, "desk", first, words.toArray(String[]::new)), home.resolve("desk.log"));
    }

    /** Somebody more at this desk; a large one may be slow to answer. */
    Visitor visitor() {
        return new Visitor(deskPort, Duration.ofMinutes(10));
    }

    private interface Start {
        Child child() throws IOException;
    }

    /** Seconds from the start of the desk's process to its sign-in page. */
    Rounds deskStarts() throws IOException, InterruptedException {
        return starts(this::startDesk, deskPort);
    }

    private static Rounds starts(Start start, int port) throws IOException, InterruptedException {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long from = System.nanoTime();
            try (Child _ = start.child()) {
                new Visitor(port).waitFor("/");
                seconds[i] = (System.nanoTime() - from) / 1e9;
            }
        }
        return Rounds.of(seconds);
    }

    Visitor desk() {
        return desk;
    }

    /** One press beside the name of the first member with this duty; seconds until their first page is there. */
    double unlock(String duty) throws IOException, InterruptedException {
        return unlock(desk, duty);
    }

    double unlock(Visitor visitor, String duty) throws IOException, InterruptedException {
        List<String> handles = handles(duty);
        Visitor.Form form = Visitor.forms(visitor.get("/").text()).stream()
                .filter(each -> handles.contains(each.fields().getOrDefault("handle", "")))
                .findFirst()
                .orElseThrow(() -> new IOException("the first page offers no member with the duty " + duty));
        long start = System.nanoTime();
        Visitor.Answer first = visitor.post(form);
        while (first.again()) {
            Thread.sleep(50);
            first = visitor.get("/home");
        }
        if (first.status() != 200 || first.text().contains("name=\"passphrase\"")) {
            throw new IOException("unlocking gave status " + first.status());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private List<String> handles(String duty) throws IOException {
        try (var desk = new java.util.zip.ZipFile(
                        place.house().resolve("lib/desk-0.1.0.jar").toFile());
                var members = desk.getInputStream(desk.getEntry("org/lapwing/desk/demo/members.csv"))) {
            return new String(members.readAllBytes(), UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .filter(row -> List.of(row[1].split(" ")).contains(duty))
                    .map(row -> row[0])
                    .toList();
        }
    }
}
