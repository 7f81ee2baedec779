// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A desk with many invented accounts, about ten entries each. The world is made once and kept beside the bench's other
 * files; each run begins without snapshots, so that the rows are read first.
 */
record LargeDeskCase(int accounts) implements Case {
    private static final Pattern COLLECTED = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    @Override
    public String name() {
        return "large" + (accounts / 1000) + "k";
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        Path home = place.folder().resolve("world-" + accounts);
        DemoHouse house = new DemoHouse(place, home);
        List<Figure> figures = new ArrayList<>();
        figures.add(plain("the world: " + accounts + " accounts and the demonstration's, written", made(home, house)));
        Workplace.sweep(snapshots(home));
        figures.addAll(fromRows(home, house));
        figures.addAll(kept(home));
        figures.addAll(fromSnapshot(home, house));
        return figures;
    }

    private Figure plain(String what, String measured) {
        return Figure.plain(name(), what, measured);
    }

    private Figure within(String what, double seconds, double target) {
        return Figure.judged(
                name(),
                what,
                Rounds.number(seconds) + " s",
                new Figure.Target(Rounds.number(target) + " s", seconds <= target));
    }

    /** Half a world is begun anew: a file beside it says that it is whole, and how long it took. */
    private String made(Path home, DemoHouse house) throws IOException, InterruptedException {
        Path whole = home.resolve("whole");
        if (!Files.exists(whole)) {
            Workplace.sweep(home);
            Files.createDirectories(home);
            System.err.println(name() + ": writing the world; it is kept in " + home.getFileName());
            Files.writeString(whole.resolveSibling("making"), "");
            double seconds = house.make(accounts);
            Files.writeString(whole, Rounds.number(seconds) + " s");
        }
        return Files.readString(whole).strip() + "; journal "
                + Rounds.number(Files.size(home.resolve("desk").resolve("journal.db")) / 1e6) + " MB";
    }

    private static Path snapshots(Path home) {
        return home.resolve("desk").resolve("snapshots");
    }

    /** Until the first page of a member is there whose compartments were all read from the rows; then snapshots settle. */
    private List<Figure> fromRows(Path home, DemoHouse house) throws IOException, InterruptedException {
        try (Child _ = house.startDesk()) {
            Visitor member = house.desk();
            member.waitFor("/");
            double seconds = house.unlock("investigator");
            long there = System.currentTimeMillis();
            long files = -1;
            for (long now = size(home); now == 0 || now != files; now = size(home)) {
                files = now;
                Thread.sleep(3000);
            }
            return List.of(
                    within("unlocking from the rows to the first page", seconds, 30),
                    plain(
                            "from there until the last snapshot of this member's compartments was written",
                            Rounds.number(Math.max(0, newest(home) - there) / 1000.0) + " s"));
        }
    }

    private List<Figure> kept(Path home) throws IOException {
        return List.of(plain("snapshots of this member's compartments", Rounds.number(size(home) / 1e6) + " MB"));
    }

    /** When the last snapshot was written, in milliseconds. */
    private static long newest(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(snapshots(home))) {
            long newest = 0;
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                newest = Math.max(newest, Files.getLastModifiedTime(each).toMillis());
            }
            return newest;
        }
    }

    private static long size(Path home) throws IOException {
        if (!Files.isDirectory(snapshots(home))) {
            return 0;
        }
        long bytes = 0;
        try (Stream<Path> files = Files.walk(snapshots(home))) {
            for (Path each : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(each);
            }
        }
        return bytes;
    }

    private List<Figure> fromSnapshot(Path home, DemoHouse house) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Rounds started = house.deskStarts();
        figures.add(within("start of the process to the sign-in page", started.middle(), 4));
        Path collections = home.resolve("heap.log");
        try (Child desk = house.startDesk(collections)) {
            Visitor member = house.desk();
            member.waitFor("/");
            long from = System.nanoTime();
            figures.add(within("unlocking from the snapshot to the first page", house.unlock("investigator"), 5));
            figures.add(plain("from there until search is ready", Rounds.number(untilSearch(member, from)) + " s"));
            DeskPages pages = new DeskPages(name(), member);
            figures.addAll(pages.works());
            figures.addAll(pages.searches());
            figures.addAll(others(house));
            double resident = desk.residentMegabytes();
            figures.add(Figure.judged(
                    name(),
                    "resident memory after these pages",
                    Rounds.number(resident) + " MB; heap " + heap(collections),
                    new Figure.Target("2 GB", resident < 2048)));
        }
        return figures;
    }

    /** The page says how far the index is by a bar; seconds since {@code from} until it has none. */
    private static double untilSearch(Visitor member, long from) throws IOException, InterruptedException {
        while (member.get("/search").text().contains("<progress")) {
            Thread.sleep(50);
        }
        return (System.nanoTime() - from) / 1e9;
    }

    /** Pages that the investigator has not. */
    private List<Figure> others(DemoHouse house) throws IOException, InterruptedException {
        List<Figure> figures = new ArrayList<>();
        Visitor publisher = house.visitor();
        house.unlock(publisher, "publisher");
        figures.add(new DeskPages(name(), publisher).page("/publishing", "/publishing"));
        Visitor intake = house.visitor();
        figures.add(plain(
                "unlocking the intake beside them, names and originals from the rows",
                Rounds.number(house.unlock(intake, "intake")) + " s"));
        figures.add(new DeskPages(name(), intake).page("/inbox", "/inbox"));
        return figures;
    }

    /** In use after the collection that left most, and reserved then. */
    private static String heap(Path collections) throws IOException {
        Optional<int[]> most = Files.readAllLines(collections).stream()
                .map(COLLECTED::matcher)
                .filter(Matcher::find)
                .map(found -> new int[] {Integer.parseInt(found.group(2)), Integer.parseInt(found.group(3))})
                .max(java.util.Comparator.comparingInt(each -> each[0]));
        return most.map(each -> each[0] + " MB in use after a collection, " + each[1] + " MB reserved")
                .orElse("not collected");
    }
}
