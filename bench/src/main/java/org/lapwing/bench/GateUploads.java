// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Files of 500 MB, one and then three at once: memory must not grow with them. Then one that breaks off. */
final class GateUploads implements Case {
    private static final long BYTES = 500L << 20;
    private static final int AT_ONCE = 3;
    private static final byte[] PIECE = Workplace.bytes(64 * 1024);

    @Override
    public String name() {
        return "uploads";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        return GateCases.inHouse(place, house -> {
            List<Figure> figures = new ArrayList<>();
            try (Child gate = house.start("gate")) {
                upload(house.port(), 1 << 20);
                double before = gate.residentMegabytes();
                figures.add(uploads(house, gate, 1, before));
                figures.add(uploads(house, gate, AT_ONCE, before));
                figures.add(brokenOff(house));
            }
            return figures;
        });
    }

    private static Figure uploads(GateHouse house, Child gate, int atOnce, double before)
            throws IOException, InterruptedException {
        double most = before;
        long start = System.nanoTime();
        try (ExecutorService senders = Executors.newFixedThreadPool(atOnce)) {
            List<Future<Void>> sending = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                Callable<Void> one = () -> {
                    upload(house.port(), BYTES);
                    return null;
                };
                sending.add(senders.submit(one));
            }
            while (!sending.stream().allMatch(Future::isDone)) {
                most = Math.max(most, gate.residentMegabytes());
                Thread.sleep(50);
            }
            for (Future<Void> each : sending) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("an upload failed", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return Figure.judged(
                "gate",
                atOnce + " of 500 MB at once: seconds, and resident memory before and at most",
                "%s s, %s and %s MB".formatted(Rounds.number(seconds), Rounds.number(before), Rounds.number(most)),
                new Figure.Target("constant memory", most < 200));
    }

    private static void upload(int port, long bytes) throws IOException {
        try (Socket socket = Wire.connect(port)) {
            Wire.Ticket ticket = Wire.begin(socket);
            begin(socket, ticket, bytes, bytes);
            socket.getOutputStream().write(Wire.afterFile());
            String answer = Wire.answer(socket.getInputStream());
            if (Wire.status(answer) != 303 || !Wire.ask(socket, ticket.get()).contains("load.bin")) {
                throw new IOException("the gate did not keep a file of " + bytes + " bytes");
            }
        }
    }

    private static void begin(Socket socket, Wire.Ticket ticket, long stated, long sent) throws IOException {
        OutputStream out = socket.getOutputStream();
        // the page for files is a step of its own; a visit that is not there yet would refuse them
        Wire.ask(socket, ticket.press("act", "files", "words", "With a file.", "urgent", "no"));
        byte[] before = ticket.beforeFile("load.bin");
        out.write(ticket.pressHead(before.length + stated + Wire.afterFile().length));
        out.write(before);
        for (long left = sent; left > 0; left -= PIECE.length) {
            out.write(PIECE, 0, (int) Math.min(left, PIECE.length));
        }
    }

    /** Half of 100 MB, then the line is cut: what lies in the spool is as before, down to the folder. */
    private static Figure brokenOff(GateHouse house) throws IOException, InterruptedException {
        long before = bytesIn(house.spool());
        try (Socket socket = Wire.connect(house.port())) {
            begin(socket, Wire.begin(socket), 100L << 20, 50L << 20);
        }
        long until = System.nanoTime() + 20_000_000_000L;
        while (bytesIn(house.spool()) != before && System.nanoTime() < until) {
            Thread.sleep(20);
        }
        long left = bytesIn(house.spool()) - before;
        return Figure.judged(
                "gate",
                "bytes that an upload of 100 MB leaves when its line is cut in the middle",
                Long.toString(left),
                new Figure.Target("0", left == 0));
    }

    private static long bytesIn(Path folder) throws IOException {
        long sum = 0;
        try (var files = Files.walk(folder)) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                sum += size(each).orElse(0L);
            }
        } catch (java.io.UncheckedIOException gone) {
            return -1; // something was deleted meanwhile: look again
        }
        return sum;
    }

    private static Optional<Long> size(Path file) throws IOException {
        try {
            return Optional.of(Files.size(file));
        } catch (java.nio.file.NoSuchFileException gone) {
            return Optional.empty();
        }
    }
}
