// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;

/**
 * Lists with a known truth: once for us without it, once for the peer with the columns {@code id} and {@code truth}.
 *
 * @param kind which settings the peer uses
 * @param theirs empty where the peer is not run
 */
record LinkageSet(String name, String kind, List<Path> ours, List<Path> theirs, Truth truth) {

    /** Who a record is, by the list's name and the id. */
    interface Truth {
        int person(String list, String id);

        static Truth of(Map<String, String> byRecord) {
            Map<String, Integer> persons = new HashMap<>();
            byRecord.values().forEach(person -> persons.putIfAbsent(person, persons.size()));
            return (list, id) -> Objects.requireNonNull(persons.get(byRecord.get(list + "|" + id)));
        }
    }

    /** FEBRL 3 and 4 and RLdata10000, where they lie beside the repository. */
    static List<LinkageSet> labelled(Path data, Path folder) throws IOException {
        List<LinkageSet> sets = new ArrayList<>();
        sets.add(febrl("FEBRL 3", data, folder, "dataset3.csv"));
        sets.add(febrl("FEBRL 4", data, folder, "dataset4a.csv", "dataset4b.csv"));
        sets.add(rl(data, folder));
        return sets;
    }

    private static LinkageSet febrl(String name, Path data, Path folder, String... files) throws IOException {
        List<Path> ours = new ArrayList<>();
        List<Path> theirs = new ArrayList<>();
        Map<String, String> truth = new HashMap<>();
        for (String file : files) {
            Table table = Table.read(data.resolve(file), Schema.none());
            List<List<String>> rows = new ArrayList<>();
            for (Row row : table.rows()) {
                List<String> cells = row.cells().stream().map(String::strip).toList();
                String person = cells.getFirst().replaceAll("rec-(\\d+)-.*", "$1");
                truth.put(file.replace(".csv", "") + "|" + cells.getFirst(), person);
                rows.add(with(cells, person));
            }
            List<String> header = new ArrayList<>(List.of("id"));
            table.header().stream().skip(1).map(String::strip).forEach(header::add);
            ours.add(write(folder.resolve(file), header, rows, false));
            theirs.add(write(folder.resolve("peer-" + file), header, rows, true));
        }
        return new LinkageSet(name, files.length == 1 ? "febrl3" : "febrl4", ours, theirs, Truth.of(truth));
    }

    private static LinkageSet rl(Path data, Path folder) throws IOException {
        Map<String, String> truth = new HashMap<>();
        List<List<String>> rows = new ArrayList<>();
        for (Row row :
                Table.read(data.resolve("RLdata10000.csv"), Schema.none()).rows()) {
            String date = String.format(
                    Locale.ROOT,
                    "%s-%02d-%02d",
                    row.text("by"),
                    Integer.parseInt(row.text("bm")),
                    Integer.parseInt(row.text("bd")));
            truth.put("rl|" + row.text("rec_id"), row.text("ent_id"));
            rows.add(with(
                    List.of(row.text("rec_id"), row.text("fname_c1"), row.text("lname_c1"), date), row.text("ent_id")));
        }
        List<String> header = List.of("id", "given_name", "surname", "date_of_birth");
        return new LinkageSet(
                "RLdata10000",
                "rl",
                List.of(write(folder.resolve("rl.csv"), header, rows, false)),
                List.of(write(folder.resolve("peer-rl.csv"), header, rows, true)),
                Truth.of(truth));
    }

    /** Invented people; the peer, which knows no scripts, is given names that are romanised and folded already. */
    static LinkageSet invented(Path folder, int records, boolean withPeer) throws IOException {
        List<Path> made = new InventedPeople(Workplace.SEED, records).write(folder, records);
        int[][] persons = new int[made.size()][records / 2];
        List<Path> ours = new ArrayList<>();
        List<Path> theirs = new ArrayList<>();
        for (int list = 0; list < made.size(); list++) {
            Path file = made.get(list);
            Path own = folder.resolve("ours").resolve(file.getFileName());
            Path peer = folder.resolve("peer-" + file.getFileName());
            Files.createDirectories(own.getParent());
            try (BufferedWriter forUs = Files.newBufferedWriter(own);
                    BufferedWriter forThem = Files.newBufferedWriter(peer);
                    var lines = Files.lines(file)) {
                for (String line : (Iterable<String>) lines::iterator) {
                    boolean header = line.startsWith("id,");
                    int last = line.lastIndexOf(',');
                    forUs.write(line.substring(0, last) + "\n");
                    if (withPeer) {
                        forThem.write((header ? line : Romanised.row(line)) + "\n");
                    }
                    if (!header) {
                        int number = Integer.parseInt(line.substring(1, line.indexOf(',')));
                        persons[list][number] = Integer.parseInt(line.substring(last + 1));
                    }
                }
            }
            Files.delete(file);
            ours.add(own);
            theirs.add(peer);
        }
        Truth truth = (list, id) -> persons[list.equals("amber") ? 0 : 1][Integer.parseInt(id.substring(1))];
        return new LinkageSet(
                "invented, " + records + " records", "people", ours, withPeer ? theirs : List.of(), truth);
    }

    private static List<String> with(List<String> cells, String person) {
        List<String> all = new ArrayList<>(cells);
        all.add(person);
        return all;
    }

    private static Path write(Path file, List<String> header, List<List<String>> rows, boolean withTruth)
            throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", header) + (withTruth ? ",truth" : "") + "\n");
            for (List<String> row : rows) {
                out.write(String.join(",", withTruth ? row : row.subList(0, row.size() - 1)) + "\n");
            }
        }
        return file;
    }

    /** Where the labelled data lie, if they do. */
    static Optional<Path> data() {
        return Optional.of(Path.of("..", "shared", "data", "linkage")).filter(Files::isDirectory);
    }
}
