// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One set of lists linked by {@code lapwing link} and by Splink with its DuckDB backend, each as a process of its own, one
 * after the other. Splink is looked for in the Python that LAPWING_SPLINK names, or in {@code python3}.
 */
record LinkageCase(String name) implements Case {

    private static final double BILLION = 1e9;
    private static final int EXTRAPOLATED_CORES = 8;

    static List<Case> all() {
        return List.of(
                new LinkageCase("febrl3"),
                new LinkageCase("febrl4"),
                new LinkageCase("rldata"),
                new LinkageCase("invented100k"),
                new LinkageCase("invented1m"),
                new LinkageCase("invented10m"));
    }

    @Override
    public List<Figure> measure(Workplace place) throws IOException, InterruptedException {
        Path folder = place.empty("linkage-" + name);
        Optional<LinkageSet> set = set(folder);
        if (set.isEmpty()) {
            return List.of(Figure.absent("linkage", name + ": the labelled lists are not beside the repository"));
        }
        if (!Files.exists(place.house().resolve("cli.aot"))) {
            Child.finish(List.of(launcher(place), "warm"));
        }
        List<Figure> figures = new ArrayList<>();
        Path out = folder.resolve("out");
        MeasuredRun ours = MeasuredRun.of(command(place, set.get(), out));
        LinkageTruth truth = LinkageTruth.of(set.get(), out);
        String title = set.get().name();
        Optional<MeasuredRun> theirs = splink(folder, set.get(), 0);
        theirs.ifPresent(run -> figures.add(peer(title + ": Splink " + word(run, "version"), run)));
        if (theirs.isPresent()) {
            int keys = LinkageKeys.add(set.get(), out.resolve("model.yaml"));
            splink(folder, set.get(), keys)
                    .ifPresent(run -> figures.add(peer(title + ": Splink with our " + keys + " blocking keys", run)));
        }
        String measured = String.format(
                Locale.ROOT,
                "F1 %.4f (P %.4f, R %.4f), %s, %.0f MB",
                truth.f1(),
                truth.precision(),
                truth.recall(),
                time(ours),
                ours.megabytes());
        figures.add(theirs.map(run -> Figure.judged(
                        "linkage",
                        title + ": `lapwing link`, no settings",
                        measured
                                + String.format(
                                        Locale.ROOT,
                                        "; %.1f times as fast by the clock, %.1f by processors",
                                        number(run, "seconds") / ours.seconds(),
                                        number(run, "worked") / ours.processorSeconds()),
                        new Figure.Target(
                                "F1 at least Splink's, 10 times as fast",
                                truth.f1() >= number(run, "f1") && number(run, "seconds") >= 10 * ours.seconds())))
                .orElse(Figure.plain("linkage", title + ": `lapwing link`; no Splink beside it", measured)));
        figures.add(Figure.plain("linkage", title + ": said and true by tenths", truth.calibration()));
        figures.add(Figure.plain(
                "linkage",
                title + ": what it told",
                ours.told().replaceAll("(?m)^Written to .*$", "").strip().replace("\n", " ")
                        + String.format(Locale.ROOT, " In truth they are %,d.", truth.persons())));
        if (name.startsWith("invented")) {
            figures.add(aBillionPairs(title, ours));
        }
        Workplace.sweep(folder);
        return figures;
    }

    /** From the whole run, with reading, learning, clustering and writing, as if eight cores were kept as busy as these. */
    private static Figure aBillionPairs(String title, MeasuredRun run) {
        Matcher compared = Pattern.compile("([0-9,]+) pairs compared").matcher(run.told());
        double pairs = compared.find() ? Double.parseDouble(compared.group(1).replace(",", "")) : Double.NaN;
        double aCore = pairs / run.processorSeconds();
        double seconds = BILLION / aCore / EXTRAPOLATED_CORES;
        return Figure.judged(
                "linkage",
                title + ": a billion candidate pairs on " + EXTRAPOLATED_CORES + " cores, extrapolated",
                String.format(
                        Locale.ROOT,
                        "%.2f million pairs a second and core in the whole run; extrapolated: a billion take %.0f s",
                        aCore / 1e6,
                        seconds),
                new Figure.Target("within 60 s", seconds <= 60));
    }

    /** The time until its clusters are there; what the script does afterwards to judge them is not counted. */
    private static Figure peer(String what, MeasuredRun run) {
        return Figure.peer(
                "linkage",
                what + " at its best threshold, found with the truth",
                String.format(
                        Locale.ROOT,
                        "F1 %.4f (P %.4f, R %.4f), %.1f s (%.1f s of processors), %.0f MB",
                        number(run, "f1"),
                        number(run, "precision"),
                        number(run, "recall"),
                        number(run, "seconds"),
                        number(run, "worked"),
                        run.megabytes()));
    }

    private Optional<LinkageSet> set(Path folder) throws IOException {
        if (name.startsWith("invented")) {
            return Optional.of(
                    switch (name) {
                        case "invented10m" -> LinkageSet.invented(folder, 10_000_000, false);
                        case "invented1m" -> LinkageSet.invented(folder, 1_000_000, true);
                        default -> LinkageSet.invented(folder, 100_000, true);
                    });
        }
        Optional<Path> data = LinkageSet.data();
        return data.isEmpty()
                ? Optional.empty()
                : Optional.of(LinkageSet.labelled(data.get(), folder)
                        .get(name.equals("febrl3") ? 0 : name.equals("febrl4") ? 1 : 2));
    }

    /** As anybody would: by the launcher, with everything that it chooses. */
    private static List<String> command(Workplace place, LinkageSet set, Path out) {
        List<String> command = new ArrayList<>(List.of(launcher(place), "link", "--out", out.toString()));
        set.ours().forEach(file -> command.add(file.toString()));
        return command;
    }

    private static String launcher(Workplace place) {
        return place.house().resolve("../../lapwing").normalize().toString();
    }

    private static Optional<MeasuredRun> splink(Path folder, LinkageSet set, int keys)
            throws IOException, InterruptedException {
        if (set.theirs().isEmpty()) {
            return Optional.empty();
        }
        Optional<String> python =
                Optional.ofNullable(System.getenv("LAPWING_SPLINK")).or(() -> Child.onPath("python3"));
        if (python.isEmpty() || !has(python.get())) {
            System.err.println("Splink is not on this machine: name a Python that has it in LAPWING_SPLINK");
            return Optional.empty();
        }
        Path script = folder.resolve("splink_peer.py");
        try (InputStream in = Objects.requireNonNull(LinkageCase.class.getResourceAsStream("splink_peer.py"))) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(List.of(python.get(), script.toString(), set.kind()));
        if (keys > 0) {
            command.addAll(List.of("--keys", Integer.toString(keys)));
        }
        set.theirs().forEach(file -> command.add(file.toString()));
        return Optional.of(MeasuredRun.of(command));
    }

    private static boolean has(String python) throws IOException, InterruptedException {
        return new ProcessBuilder(python, "-c", "import splink")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static String time(MeasuredRun run) {
        return String.format(Locale.ROOT, "%.1f s (%.1f s of processors)", run.seconds(), run.processorSeconds());
    }

    private static double number(MeasuredRun run, String name) {
        return Double.parseDouble(word(run, name));
    }

    private static String word(MeasuredRun run, String name) {
        Matcher found = Pattern.compile("\"" + name + "\": \"?([^,\"}]+)").matcher(run.told());
        return found.find() ? found.group(1) : "NaN";
    }
}
