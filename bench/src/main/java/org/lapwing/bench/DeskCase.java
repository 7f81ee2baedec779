// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The desk with the demonstration's world over real HTTP: making it, starting it, its pages. */
final class DeskCase implements Case {
    /** The last is what the targets speak of; it runs only when it is asked for. */
    private static final int[] LARGE = {1_000, 10_000, 100_000};

    /** @param asked whether one of them is asked for by its name: the large ones run only then */
    static List<Case> all(boolean asked) {
        Stream<Case> large = IntStream.of(LARGE).mapToObj(LargeDeskCase::new);
        return Stream.concat(Stream.of(new DeskCase()), asked ? large : Stream.<Case>of())
                .toList();
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Path home = place.empty("desk");
        DemoHouse house = new DemoHouse(place, home);
        figures.add(Figure.plain(
                name(),
                "the demonstration's world written (`DemoMaker`, a process)",
                Rounds.number(house.make()) + " s"));
        Rounds started = house.deskStarts();
        figures.add(Figure.judged(
                name(),
                "start of the process to the sign-in page",
                started.text("s"),
                new Figure.Target("4 s", started.middle() <= 4)));
        try (Child desk = house.startDesk()) {
            Visitor member = house.desk();
            member.waitFor("/");
            figures.add(Figure.plain(
                    name(),
                    "unlocking a member to the first page",
                    Rounds.number(house.unlock("investigator")) + " s"));
            figures.addAll(new DeskPages(name(), member).works());
            double resident = desk.residentMegabytes();
            figures.add(Figure.judged(
                    name(),
                    "resident memory after these pages",
                    Rounds.number(resident) + " MB",
                    new Figure.Target("2 GB", resident < 2048)));
        }
        Workplace.sweep(home);
        return figures;
    }
}
