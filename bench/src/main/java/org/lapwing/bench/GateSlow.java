// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** Thousands who send their words one byte a second, while others send theirs. */
final class GateSlow implements Case {
    private static final int SLOW = 3000;
    private static final int REPORTS = 100;
    private static final int SECONDS = 20;

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        return GateCases.inHouse(place, house -> {
            try (Child gate = house.start("gate");
                    Arrival others = new Arrival(house.port())) {
                others.run(20, 5);
                AtomicBoolean over = new AtomicBoolean();
                List<Socket> slow = begin(house.port());
                Thread dripping = Thread.ofPlatform().start(() -> drip(slow, over));
                Thread.sleep(3000); // when they came all at once, the first seconds are theirs
                Arrival.Outcome outcome = others.run(REPORTS, SECONDS);
                double memory = gate.residentMegabytes();
                over.set(true);
                dripping.join();
                for (Socket each : slow) {
                    each.close();
                }
                return List.of(Figure.judged(
                        "gate",
                        "reports at %d /s for %d s beside %,d who send a byte a second, p50 and p99, and resident memory"
                                .formatted(REPORTS, SECONDS, slow.size()),
                        "%s and %s ms, %d not answered%s, %s MB"
                                .formatted(
                                        Rounds.number(outcome.milliseconds().middle()),
                                        Rounds.number(outcome.milliseconds().quantile(0.99)),
                                        outcome.late(),
                                        outcome.why().isEmpty() ? "" : " " + outcome.why(),
                                        Rounds.number(memory)),
                        new Figure.Target("all answered", outcome.late() == 0)));
            }
        });
    }

    private static List<Socket> begin(int port) throws IOException {
        Wire.Ticket ticket;
        try (Socket socket = Wire.connect(port)) {
            ticket = Wire.begin(socket);
        }
        byte[] head = ticket.pressHead(4000);
        List<Socket> slow = new ArrayList<>();
        while (slow.size() < SLOW) {
            Socket socket = Wire.connect(port);
            socket.getOutputStream().write(head);
            slow.add(socket);
        }
        return slow;
    }

    private static void drip(List<Socket> slow, AtomicBoolean over) {
        while (!over.get()) {
            for (Socket each : slow) {
                try {
                    each.getOutputStream().write('-');
                } catch (IOException hungUp) {
                    // the gate made room for others
                }
            }
            try {
                Thread.sleep(1000);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Milliseconds of the first page, each over a connection of its own. */
    static Rounds pages(int port, int count) throws IOException {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            long start = System.nanoTime();
            try (Socket socket = Wire.connect(port)) {
                Wire.begin(socket);
            }
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return Rounds.of(times);
    }
}
