// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The gate as a process with the keys of a demonstration: its start, its memory, reports at rising fixed arrivals. */
final class GateCase implements Case {
    private static final int[] ARRIVALS = {25, 50, 100, 200, 400, 1000};
    private static final int SECONDS = 5;

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Path home = place.empty("gate");
        DemoHouse house = new DemoHouse(place, home);
        house.make();
        Rounds started = house.gateStarts();
        figures.add(Figure.judged(
                name(),
                "start of the process to the first page",
                started.text("s"),
                new Figure.Target("1 s", started.middle() <= 1)));
        try (Child gate = house.startGate()) {
            house.gate().waitFor("/");
            double idle = gate.residentMegabytes();
            figures.add(Figure.judged(
                    name(),
                    "resident memory, idle",
                    Rounds.number(idle) + " MB",
                    new Figure.Target("120 MB", idle < 120)));
            bringKeys(house);
            figures.addAll(arrivals(house, home));
            double loaded = gate.residentMegabytes();
            figures.add(Figure.judged(
                    name(),
                    "resident memory after these reports",
                    Rounds.number(loaded) + " MB",
                    new Figure.Target("200 MB", loaded < 200)));
        }
        Workplace.sweep(home);
        return figures;
    }

    /** The desk runs until it has brought the gate this week's intake key, then ends: the gate is measured alone. */
    private static void bringKeys(DemoHouse house) throws IOException, InterruptedException {
        try (Child _ = house.startDesk()) {
            house.desk().waitFor("/");
            house.unlock("intake");
            long until = System.nanoTime() + 60_000_000_000L;
            while (!house.gate().get("/").text().contains("name=\"words\"")) {
                if (System.nanoTime() > until) {
                    throw new IOException("no intake key reached the gate within a minute");
                }
                Thread.sleep(100);
            }
        }
    }

    /** Rises until the gate no longer keeps up; the last rate that was tried is in the table too. */
    private List<Figure> arrivals(DemoHouse house, Path home) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (Arrival arrival = new Arrival(house.gatePort())) {
            arrival.run(20, 4); // warm
            for (int rate : ARRIVALS) {
                Arrival.Outcome outcome = arrival.run(rate, SECONDS);
                figures.add(told(rate, outcome));
                if (outcome.milliseconds().middle() > 1000 || outcome.late() > 0) {
                    break;
                }
            }
            long kept = reports(home.resolve("gate").resolve("spool"));
            if (kept < arrival.sent()) {
                throw new IOException("%d reports were answered as sent, %d are there".formatted(arrival.sent(), kept));
            }
            figures.add(Figure.plain(
                    name(), "reports answered as sent, and found in the spool", arrival.sent() + " and " + kept));
        }
        return figures;
    }

    private Figure told(int rate, Arrival.Outcome outcome) {
        String what = "sealed reports of 4 kB arriving at " + rate + " /s for " + SECONDS + " s, p50 and p99";
        String measured = Rounds.number(outcome.milliseconds().middle()) + " and "
                + Rounds.number(outcome.milliseconds().quantile(0.99)) + " ms"
                + (outcome.late() == 0 ? "" : "; " + outcome.late() + " of " + outcome.due() + " not answered in time");
        return rate == ARRIVALS[ARRIVALS.length - 1]
                ? Figure.judged(name(), what, measured, new Figure.Target("50 ms", outcome.keptUp()))
                : Figure.plain(name(), what, measured);
    }

    private static long reports(Path spool) throws IOException {
        try (Stream<Path> folders = Files.list(spool)) {
            return folders.filter(each -> Files.exists(each.resolve("report.age")))
                    .count();
        }
    }
}
