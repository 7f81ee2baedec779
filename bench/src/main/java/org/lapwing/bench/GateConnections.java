// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Ten thousand connections that say nothing, while somebody opens the page. Needs as many open files on either side. */
final class GateConnections implements Case {
    private static final int IDLE = 10_000;
    private static final int PAGES = 100;

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        return GateCases.inHouse(place, house -> {
            List<Socket> idle = new ArrayList<>();
            try (Child gate = house.start("gate")) {
                GateSlow.pages(house.port(), PAGES);
                try {
                    while (idle.size() < IDLE) {
                        idle.add(Wire.connect(house.port()));
                    }
                } catch (IOException full) {
                    // the machine allows no more: the figure says how many there were
                }
                Rounds pages = GateSlow.pages(house.port(), PAGES);
                double memory = gate.residentMegabytes();
                return List.of(Figure.judged(
                        "gate",
                        "page beside %,d idle connections, p50 and p99, and resident memory".formatted(idle.size()),
                        "%s and %s ms, %s MB"
                                .formatted(
                                        Rounds.number(pages.middle()),
                                        Rounds.number(pages.quantile(0.99)),
                                        Rounds.number(memory)),
                        new Figure.Target("10,000; 200 MB", idle.size() == IDLE && memory < 200)));
            } finally {
                for (Socket each : idle) {
                    each.close();
                }
            }
        });
    }
}
