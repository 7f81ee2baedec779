// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench.evacuation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lapwing.figures.Bars;
import org.lapwing.figures.Caption;
import org.lapwing.figures.Language;

/** The table in Markdown and the picture of growth. */
record Summary(List<Measured> measured) {
    private static final String BEGIN = "<!-- evacuation: written by lapwing bench evacuation --keep -->\n";
    private static final String END = "<!-- end of evacuation -->\n";

    String table() {
        StringBuilder out = new StringBuilder();
        out.append("- machine: ")
                .append(Runtime.getRuntime().availableProcessors())
                .append(" cores, ");
        out.append(System.getProperty("os.name")).append(' ').append(System.getProperty("os.arch"));
        out.append(", JDK ").append(Runtime.version()).append("\n- load at the start of each case: ");
        out.append(spread("", "load", 1)).append(" (middle, worst)\n");
        out.append("- plans with a violation: ").append(sum("violations"));
        out.append("; without a place and without a reason: ").append(sum("unexplained"));
        out.append("; sheets written: ").append(sum("sheets"));
        out.append("; with anything of another: ").append(sum("leaks")).append("\n\n");
        usual(out);
        small(out);
        replanned(out);
        growthTable(out);
        return out.toString();
    }

    private void usual(StringBuilder out) {
        List<Measured> cases = of("usual-");
        if (cases.isEmpty()) {
            return;
        }
        double[] ratios = cases.stream()
                .filter(each -> bound(each).isPresent())
                .mapToDouble(
                        each -> each.number("cost").orElseThrow() / bound(each).orElseThrow())
                .sorted()
                .toArray();
        if (ratios.length > 0) {
            out.append("120 households, 20 houses, 60 nights, 12 escorts, 60 s: ")
                    .append(cases.size());
            out.append(" situations; cost over bound: middle ").append(two(ratios[ratios.length / 2]));
            out.append(", worst ").append(two(ratios[ratios.length - 1])).append(".\n\n");
        }
        out.append(
                "| seed | placed | explained | cost | bound | ratio | tries | Timefold, 60 s |\n|---|---|---|---|---|---|---|---|\n");
        for (Measured each : cases) {
            out.append("| ").append(each.name().substring(6)).append(" | ").append(each.text("placed"));
            out.append(" | ").append(each.text("unplaced")).append(" | ").append(each.text("cost"));
            out.append(" | ").append(bound(each).map(b -> two(b)).orElse("")).append(" | ");
            out.append(bound(each)
                    .map(b -> two(each.number("cost").orElseThrow() / b))
                    .orElse(""));
            out.append(" | ").append(each.text("tries")).append(" | ");
            out.append(peer(each)).append(" |\n");
        }
        out.append('\n');
    }

    private String peer(Measured usual) {
        return of(usual.name().replace("usual", "timefold")).stream()
                .filter(each -> each.name().equals(usual.name().replace("usual", "timefold")))
                .map(each -> each.number("peer_cost").isEmpty()
                        ? each.text("status")
                        : each.text("peer_cost") + ", " + each.text("peer_unplaced") + " without a place"
                                + (each.number("peer_violations").orElse(0.0) > 0
                                        ? ", breaks " + each.text("peer_violations") + " hard rules"
                                        : ""))
                .findFirst()
                .orElse("");
    }

    private Optional<Double> bound(Measured usual) {
        String name = usual.name().replace("usual", "bound");
        return of("bound-").stream()
                .filter(each -> each.name().equals(name))
                .flatMap(each -> each.number("bound").stream())
                .findFirst();
    }

    private void small(StringBuilder out) {
        List<Measured> cases = of("small-");
        if (cases.isEmpty()) {
            return;
        }
        out.append(
                "| small, households | ours, 10 s | CP-SAT | its best | no plan costs less than | ways listed | ours over the"
                        + " optimum |\n|---|---|---|---|---|---|---|\n");
        for (Measured each : cases) {
            double ours = each.number("cost").orElseThrow();
            String ratio = each.number("peer_lower")
                    .map(lower -> (each.text("peer_status").equals("optimal") ? "" : "not proven; at most ")
                            + String.format(Locale.ROOT, "%.4f", ours / lower))
                    .orElse("");
            out.append("| ").append(each.name().substring(6)).append(" | ").append(each.text("cost"));
            out.append(" | ").append(each.text("peer_status")).append(", ").append(each.text("peer_seconds"));
            out.append(" s | ").append(each.text("peer_objective")).append(" | ");
            out.append(each.text("peer_lower")).append(" | ").append(each.text("peer_ways"));
            out.append(" | ").append(ratio).append(" |\n");
        }
        out.append('\n');
    }

    private void replanned(StringBuilder out) {
        List<Measured> cases = of("replanned-");
        if (cases.isEmpty()) {
            return;
        }
        out.append(
                "| replanned, seed | had to move | need not | moved all the same | in 100 | of them without a place now |"
                        + " without a place, of all | without a place if nobody is moved |\n");
        out.append("|---|---|---|---|---|---|---|---|\n");
        for (Measured each : cases) {
            double needNot = each.number("people_who_need_not").orElseThrow();
            double moved = each.number("people_moved_needlessly").orElseThrow();
            out.append("| ").append(each.name().substring(10)).append(" | ").append(each.text("people_who_had_to"));
            out.append(" | ")
                    .append((int) needNot)
                    .append(" | ")
                    .append((int) moved)
                    .append(" | ");
            out.append(two(100 * moved / needNot)).append(" | ");
            out.append(each.text("people_who_lost_a_place")).append(" | ");
            out.append(each.text("people_unplaced")).append(" | ");
            out.append(each.text("people_unplaced_if_nobody_moves")).append(" |\n");
        }
        double[] shares = cases.stream()
                .mapToDouble(each -> 100
                        * each.number("people_moved_needlessly").orElseThrow()
                        / each.number("people_who_need_not").orElseThrow())
                .sorted()
                .toArray();
        out.append("\nOf 100 people who need not move, so many do: middle ").append(two(shares[shares.length / 2]));
        out.append(", worst ").append(two(shares[shares.length - 1])).append(".\n\n");
    }

    private void growthTable(StringBuilder out) {
        out.append("| size | seconds | tries | without a place | memory |\n|---|---|---|---|---|\n");
        for (Measured each : of("growth-")) {
            out.append("| ").append(each.text("households")).append(" households, 60 nights | ");
            out.append(each.text("seconds"))
                    .append(" | 2000 | ")
                    .append(each.text("unplaced"))
                    .append(" | |\n");
        }
        for (Measured each : of("large")) {
            out.append("| 2,000 households, 200 houses, 120 nights | ")
                    .append(each.text("seconds"))
                    .append(" | ");
            out.append(each.text("tries"))
                    .append(" | ")
                    .append(each.text("unplaced"))
                    .append(", each explained | ");
            out.append(each.text("megabytes")).append(" MB in the heap |\n");
        }
        if (!of("growth-").isEmpty()) {
            out.append("\n![Seconds for 2,000 tries, by size](pictures/evacuation-growth.svg)\n");
        }
    }

    String growth() {
        List<Bars.Row> rows = of("growth-").stream()
                .map(each -> new Bars.Row(
                        each.text("households") + " households",
                        each.number("seconds").orElseThrow()))
                .toList();
        return new Bars(
                        new Caption(
                                Language.ENGLISH,
                                "Seconds for 2,000 tries, by size",
                                "The cost of a try grows with the number of houses, gently with that of households."),
                        List.of("seconds"),
                        rows)
                .draw()
                .svg("evacuation-growth");
    }

    private List<Measured> of(String prefix) {
        return measured.stream().filter(each -> each.name().startsWith(prefix)).toList();
    }

    private long sum(String key) {
        return measured.stream()
                .map(each -> each.number(key))
                .flatMap(Optional::stream)
                .mapToLong(Double::longValue)
                .sum();
    }

    private String spread(String prefix, String key, int decimals) {
        double[] sorted = of(prefix).stream()
                .map(each -> each.number(key))
                .flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return sorted.length == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%." + decimals + "f, %." + decimals + "f",
                        sorted[sorted.length / 2],
                        sorted[sorted.length - 1]);
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** Puts the table between its two marks and leaves everything else as it is. */
    static void keep(Path page, String table) throws IOException {
        String text = Files.readString(page);
        int from = text.indexOf(BEGIN);
        int until = text.indexOf(END);
        if (from < 0 || until < from) {
            throw new IOException(page + " lacks the marks between which the table stands");
        }
        Files.writeString(page, text.substring(0, from + BEGIN.length()) + table + text.substring(until));
    }
}
