// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The desk with the demonstration's world over real HTTP: making it, starting it, its pages. */
final class DeskCase implements Case {
    private static final int ASKED = 60;

    @Override
    public String name() {
        return "desk";
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
            figures.addAll(pages(member));
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

    /** The works named in the page's own navigation, and of each the first page that it leads to. */
    private List<Figure> pages(Visitor member) throws IOException, InterruptedException {
        List<String> works = member.links("/home").stream()
                .filter(link -> link.matches("/[a-z]+"))
                .filter(link -> !link.equals("/lock"))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
        Map<String, String> addresses = new TreeMap<>();
        for (String work : works) {
            if (member.get(work).status() == 200) {
                addresses.put(work, work);
                member.links(work).stream()
                        .filter(link -> link.matches(work + "/[a-z2-7]{26}"))
                        .findFirst()
                        .ifPresent(first -> addresses.put(work + "/ID", first));
            }
        }
        List<Figure> figures = new ArrayList<>();
        for (var each : addresses.entrySet()) {
            double[] milliseconds = new double[ASKED];
            for (int i = -ASKED / 2; i < ASKED; i++) {
                long start = System.nanoTime();
                member.get(each.getValue());
                if (i >= 0) {
                    milliseconds[i] = (System.nanoTime() - start) / 1e6;
                }
            }
            Rounds told = Rounds.of(milliseconds);
            figures.add(Figure.judged(
                    name(),
                    "page `" + each.getKey() + "`, p50 and p99 of " + ASKED,
                    Rounds.number(told.middle()) + " and " + Rounds.number(told.quantile(0.99)) + " ms",
                    new Figure.Target("100 ms", told.quantile(0.99) < 100)));
        }
        return figures;
    }
}
