// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reports at rising fixed rates until the gate no longer holds one: p99 under 50 ms with none late. Every report that it
 * answered as sent must lie whole in its spool afterwards.
 */
final class GateArrivals implements Case {
    private static final int TARGET = 1000;
    private static final int REST_MILLIS = 10_000;

    private final String name;
    private final int[] rates;
    private final int seconds;

    GateArrivals(String name, int[] rates, int seconds) {
        this.name = name;
        this.rates = rates.clone();
        this.seconds = seconds;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        return GateCases.inHouse(place, house -> {
            try (Child gate = house.start("gate", "--spool-gigabytes", "100")) {
                return arrivals(house, gate);
            }
        });
    }

    private List<Figure> arrivals(GateHouse house, Child gate) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        int highest = 0;
        String p99 = "";
        try (Arrival arrival = new Arrival(house.port())) {
            arrival.run(100, 10); // warm
            arrival.run(300, 10);
            for (int rate : rates) {
                Arrival.Outcome outcome = arrival.run(rate, seconds);
                figures.add(told(rate, outcome));
                if (outcome.keptUp()) {
                    highest = rate;
                    p99 = Rounds.number(outcome.milliseconds().quantile(0.99)) + " ms";
                } else if (outcome.late() > 0 || rate >= TARGET) {
                    break;
                }
            }
            figures.add(Figure.judged(
                    "gate",
                    "the highest of these rates held with p99 under 50 ms, and that p99",
                    highest == 0 ? "none" : "%,d /s, %s".formatted(highest, p99),
                    new Figure.Target("1,000 /s, 50 ms", highest >= TARGET)));
            long there = house.reports();
            if (there < arrival.sent()) {
                throw new IOException(
                        "%d reports were answered as sent, %d are there".formatted(arrival.sent(), there));
            }
            figures.add(Figure.plain(
                    "gate",
                    "reports answered as sent, and found whole in the spool",
                    "%,d and %,d".formatted(arrival.sent(), there)));
        }
        double loaded = gate.residentMegabytes();
        Thread.sleep(REST_MILLIS);
        figures.add(Figure.judged(
                "gate",
                "resident memory after these reports",
                Rounds.number(loaded) + " MB",
                new Figure.Target("200 MB", loaded < 200)));
        figures.add(Figure.plain(
                "gate",
                "the same after ten seconds of quiet, its free memory overwritten and given back",
                Rounds.number(gate.residentMegabytes()) + " MB"));
        return figures;
    }

    private Figure told(int rate, Arrival.Outcome outcome) {
        String what =
                "sealed reports of 4 kB, name and contact split to three, arriving at %,d /s for %d s, p50 and p99"
                        .formatted(rate, seconds);
        String measured = Rounds.number(outcome.milliseconds().middle()) + " and "
                + Rounds.number(outcome.milliseconds().quantile(0.99)) + " ms"
                + (outcome.late() == 0 ? "" : "; " + outcome.late() + " of " + outcome.due() + " not answered in time");
        return rate == TARGET
                ? Figure.judged("gate", what, measured, new Figure.Target("50 ms", outcome.keptUp()))
                : Figure.plain("gate", what, measured);
    }
}
