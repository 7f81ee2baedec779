// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.lapwing.figures.Language;
import org.lapwing.linkage.Linked;
import org.lapwing.linkage.Threads;
import org.lapwing.linkage.cluster.Clusters;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Bits;
import org.lapwing.linkage.report.LinkReport;
import org.lapwing.tables.Count;
import org.lapwing.tables.OverlapTable;
import org.lapwing.tables.TableWriter;
import org.lapwing.tables.TableWriter.Formulas;

/** The files of one run, to the byte in docs/formats/linkage.md. They hold ids, never other cells, unless asked. */
public final class Outputs {

    /** Pairs of at least this probability are written; less likely ones only as doubt in samples. */
    private static final double LEAST_WRITTEN = -3.3;

    /** Between these weights, one chance in twenty each way, people should look. */
    private static final double REVIEW_FROM = -4.25;

    private static final double REVIEW_TO = 4.25;

    private final Linked linked;
    private final String[] names;
    private final Records records;

    /** @param names by record: its cluster's name */
    public Outputs(Linked linked, String[] names) {
        this.linked = linked;
        this.names = names;
        this.records = linked.records();
    }

    /** All files, several at a time. {@code language} of the report is en or ru. */
    public void all(Sink sink, String language, boolean withValues) throws IOException {
        try {
            Threads.all(List.of(
                    () -> done(() -> pairs(sink)),
                    () -> done(() -> {
                        clusters(sink);
                        rest(sink, withValues);
                    }),
                    () -> done(() -> report(sink, language, withValues))));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static boolean done(Writing writing) {
        try {
            writing.run();
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void write(Sink sink, boolean withValues) throws IOException {
        pairs(sink);
        clusters(sink);
        rest(sink, withValues);
    }

    private void rest(Sink sink, boolean withValues) throws IOException {
        review(sink, withValues);
        overlap(sink);
        samples(sink);
        try (OutputStream out = sink.open("model.yaml")) {
            out.write(ModelFile.text(linked.model(), records).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    /** Writes {@code report.html}; {@code language} is en or ru. */
    public void report(Sink sink, String language, boolean withValues) throws IOException {
        Language spoken = language.equals("ru") ? Language.RUSSIAN : Language.ENGLISH;
        try (OutputStream out = sink.open("report.html")) {
            out.write(LinkReport.html(linked, names, spoken, withValues)
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private void pairs(Sink sink) throws IOException {
        List<String> header = List.of("left_list", "left_id", "right_list", "right_id", "weight", "probability");
        Edges edges = linked.edges();
        try (OutputStream out = sink.open("pairs.csv");
                TableWriter table = TableWriter.to(out, header, Formulas.AS_THEY_ARE)) {
            for (int e = 0; e < edges.size(); e++) {
                if (edges.weight(e) >= LEAST_WRITTEN) {
                    table.row(pair(edges, e));
                }
            }
            table.finish();
        }
    }

    private List<String> pair(Edges edges, int e) {
        int a = edges.left(e);
        int b = edges.right(e);
        return List.of(
                records.lists().get(records.list(a)),
                records.id(a),
                records.lists().get(records.list(b)),
                records.id(b),
                fixed(edges.weight(e), 3),
                fixed(probability(edges.weight(e)), 6));
    }

    private void clusters(Sink sink) throws IOException {
        List<String> header = List.of("list", "id", "cluster", "probability");
        Clusters clusters = linked.clusters();
        try (OutputStream out = sink.open("clusters.csv");
                TableWriter table = TableWriter.to(out, header, Formulas.AS_THEY_ARE)) {
            for (int record = 0; record < records.size(); record++) {
                table.row(List.of(
                        records.lists().get(records.list(record)),
                        records.id(record),
                        names[record],
                        fixed(clusters.probability()[record], 2)));
            }
            table.finish();
        }
    }

    /** Pairs that people should look at, the most doubtful first. */
    private void review(Sink sink, boolean withValues) throws IOException {
        List<String> header = new ArrayList<>(
                List.of("left_list", "left_id", "right_list", "right_id", "weight", "probability", "together"));
        if (withValues) {
            records.fields().forEach(field -> {
                header.add("left " + field.plan().name());
                header.add("right " + field.plan().name());
            });
        }
        try (OutputStream out = sink.open("review.csv");
                TableWriter table = TableWriter.to(out, header, Formulas.AS_THEY_ARE)) {
            for (int e : doubtful(linked.edges())) {
                List<String> row = new ArrayList<>(pair(linked.edges(), e));
                int a = linked.edges().left(e);
                int b = linked.edges().right(e);
                row.add(linked.clusters().clusterOf()[a] == linked.clusters().clusterOf()[b] ? "yes" : "no");
                for (int f = 0; withValues && f < records.fields().size(); f++) {
                    row.add(defused(records.text(f, a)));
                    row.add(defused(records.text(f, b)));
                }
                table.row(row);
            }
            table.finish();
        }
    }

    /** What a spreadsheet would run as a formula gets an apostrophe before it; weights below 0 stay numbers. */
    private static String defused(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    /** Edges between the two review weights, nearest to even odds first. */
    public static List<Integer> doubtful(Edges edges) {
        List<Integer> doubtful = new ArrayList<>();
        for (int e = 0; e < edges.size(); e++) {
            if (edges.weight(e) >= REVIEW_FROM && edges.weight(e) <= REVIEW_TO) {
                doubtful.add(e);
            }
        }
        doubtful.sort(java.util.Comparator.<Integer>comparingDouble(e -> Math.abs(edges.weight(e)))
                .thenComparing(e -> e));
        return doubtful;
    }

    private void overlap(Sink sink) throws IOException {
        int lists = records.lists().size();
        int[] counts = linked.clusters().overlap(listOf(), lists);
        try (OutputStream out = sink.open("overlap.csv")) {
            if (lists > 1) {
                SequencedMap<Integer, Count> known = new TreeMap<>();
                for (int pattern = 1; pattern < counts.length; pattern++) {
                    known.put(pattern, new Count.Exactly(counts[pattern]));
                }
                new OverlapTable(records.lists(), known).write(out);
            } else {
                TableWriter table =
                        TableWriter.to(out, List.of(records.lists().getFirst(), "count"), Formulas.AS_THEY_ARE);
                table.row(List.of("1", Integer.toString(counts[1])));
                table.finish();
            }
        }
    }

    private int[] listOf() {
        int[] listOf = new int[records.size()];
        for (int record = 0; record < listOf.length; record++) {
            listOf[record] = records.list(record);
        }
        return listOf;
    }

    private void samples(Sink sink) throws IOException {
        List<String> header = new ArrayList<>(List.of("sample"));
        header.addAll(records.lists());
        header.add("count");
        int[][] patterns = linked.clusters().patterns();
        try (OutputStream out = sink.open("samples.csv");
                TableWriter table = TableWriter.to(out, header, Formulas.AS_THEY_ARE)) {
            for (int sample = 0; sample < patterns.length; sample++) {
                for (int pattern = 1; pattern < patterns[sample].length; pattern++) {
                    if (patterns[sample][pattern] > 0) {
                        List<String> row = new ArrayList<>(List.of(Integer.toString(sample + 1)));
                        for (int list = 0; list < records.lists().size(); list++) {
                            row.add((pattern >> list & 1) == 1 ? "1" : "0");
                        }
                        row.add(Integer.toString(patterns[sample][pattern]));
                        table.row(row);
                    }
                }
            }
            table.finish();
        }
    }

    /** With so many places, the last one rounded: {@code String.format} took longer than all else that is written. */
    static String fixed(double value, int places) {
        long scale = 1;
        for (int k = 0; k < places; k++) {
            scale *= 10;
        }
        long rounded = Math.round(Math.abs(value) * scale);
        String digits = Long.toString(rounded % scale + scale);
        return (value < 0 && rounded > 0 ? "-" : "") + rounded / scale + "." + digits.substring(1);
    }

    /** From the log2 of the odds. */
    public static double probability(double weight) {
        return Bits.probability(weight);
    }
}
