// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** The gate's start with and without the cache of {@code lapwing warm}, and its memory before anybody came. */
final class GateStart implements Case {
    private static final int STARTS = 5;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        if (!Files.exists(place.house().resolve("gate.aot"))) {
            Child.finish(
                    List.of(place.house().resolve("../../lapwing").normalize().toString(), "warm"));
        }
        return GateCases.inHouse(place, house -> {
            List<Figure> figures = new ArrayList<>();
            Rounds cold = starts(house, "gate.cold");
            figures.add(
                    Figure.plain("gate", "start of the process to the first page, without a cache", cold.text("s")));
            Rounds warm = starts(house, "gate");
            figures.add(Figure.judged(
                    "gate",
                    "the same with the cache of `lapwing warm`",
                    warm.text("s"),
                    new Figure.Target("1 s", warm.middle() <= 1)));
            try (Child gate = house.start("gate")) {
                double idle = gate.residentMegabytes();
                figures.add(Figure.judged(
                        "gate",
                        "resident memory, idle",
                        Rounds.number(idle) + " MB",
                        new Figure.Target("120 MB", idle < 120)));
            }
            return figures;
        });
    }

    private static Rounds starts(GateHouse house, String room) throws IOException, InterruptedException {
        double[] seconds = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long from = System.nanoTime();
            try (Child _ = house.start(room)) {
                seconds[i] = (System.nanoTime() - from) / 1e9;
            }
        }
        return Rounds.of(seconds);
    }
}
