// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The gate as a process with the keys of a demonstration: its start, its memory, reports at a fixed arrival. */
final class GateCase implements Case {
    private static final int STARTS = 3;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Path home = place.empty("gate");
        DemoHouse house = new DemoHouse(place, home);
        if (!house.hasGate()) {
            throw new IOException("the gate is not built");
        }
        house.make();
        double[] starts = new double[STARTS];
        for (int i = 0; i < STARTS; i++) {
            long start = System.nanoTime();
            try (Child _ = house.startGate()) {
                house.gate().waitFor("/");
                starts[i] = (System.nanoTime() - start) / 1e9;
            }
        }
        Rounds started = Rounds.of(starts);
        figures.add(Figure.judged(
                name(),
                "start of the process to the first page",
                started.text("s"),
                new Figure.Target("1 s", started.middle() <= 1)));
        Workplace.sweep(home);
        return figures;
    }
}
