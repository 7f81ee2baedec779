// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.util.List;

/** What is measured of the gate, each with a gate of its own that nobody else talks to. */
final class GateCases {
    private static final int[] RATES = {200, 400, 600, 800, 1000};
    private static final int MINUTE = 60;
    private static final int BRIEF = 5;

    private GateCases() {}

    /** @param asked whether one of them is asked for by its name: the brief one runs only then */
    static List<Case> all(boolean asked) {
        List<Case> whole = List.of(
                new GateStart(),
                new GateArrivals("arrivals", RATES, MINUTE),
                new GateUploads(),
                new GateConnections(),
                new GateSlow(),
                new GateFlood());
        return asked
                ? java.util.stream.Stream.concat(
                                whole.stream(), java.util.stream.Stream.of(new GateArrivals("brief", RATES, BRIEF)))
                        .toList()
                : whole;
    }

    interface Measuring {
        List<Figure> with(GateHouse house) throws IOException, InterruptedException;
    }

    /** In a folder that is gone afterwards. */
    static List<Figure> inHouse(Workplace place, Measuring measuring) throws IOException, InterruptedException {
        var home = place.empty("gate");
        List<Figure> figures = measuring.with(new GateHouse(place, home));
        Workplace.sweep(home);
        return figures;
    }
}
