// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.lapwing.linkage.Threads;
import org.lapwing.linkage.cluster.Decisions;
import org.lapwing.linkage.lists.FieldPlan;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;
import org.lapwing.seal.AgeArmor;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.SealException;
import org.lapwing.tables.CodedTable;
import org.lapwing.tables.Limits;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.TableReader;

/** Lists and what belongs to them, read from plain and sealed files, CSV and spreadsheets. */
final class ListFiles {

    private static final byte[] AGE = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ARMOR = "-----BEGIN AGE".getBytes(StandardCharsets.US_ASCII);

    private final List<HybridIdentity> identities;
    private final PrintWriter notes;
    private volatile boolean anySealed;

    ListFiles(List<Path> keyFiles, PrintWriter notes) throws IOException {
        this.notes = notes;
        this.identities = Source.identities(keyFiles);
    }

    /** To whom outputs are sealed: nobody if no list was sealed. */
    List<HybridRecipient> recipients() {
        return anySealed ? identities.stream().map(HybridIdentity::recipient).toList() : List.of();
    }

    /** Several at a time; of what is refused, the first file's first fault is told. */
    List<RecordList> read(List<Path> files) throws IOException {
        Set<String> names = new HashSet<>();
        List<Callable<RecordList>> readers = new ArrayList<>();
        for (Path file : files) {
            String name = name(file);
            for (int again = 2; !names.add(name); again++) {
                name = name(file) + " " + again;
            }
            String own = name;
            readers.add(() -> list(file, own));
        }
        try {
            return Threads.all(readers);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private RecordList list(Path file, String name) {
        try (InputStream in = open(file)) {
            return isSpreadsheet(file)
                    ? Spreadsheet.read(in, name, file.toString(), notes)
                    : csv(in, name, file.toString());
        } catch (SealException e) {
            throw new BadInput(file.toString(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replaceAll("(?i)\\.age$", "").replaceAll("(?i)\\.(csv|xlsx)$", "");
    }

    private static boolean isSpreadsheet(Path file) {
        return file.getFileName().toString().matches("(?i).*\\.xlsx(\\.age)?");
    }

    private static RecordList csv(InputStream in, String name, String file) throws IOException {
        return new RecordList(name, file, CodedTable.read(in, file, Limits.DEFAULT));
    }

    /** A file's plain content. */
    private InputStream open(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(
                new Source(
                                new Terminal(
                                        InputStream.nullInputStream(), java.io.OutputStream.nullOutputStream(), notes),
                                file)
                        .open(),
                1 << 16);
        in.mark(64);
        byte[] head = in.readNBytes(32);
        in.reset();
        if (!begins(head, AGE) && !begins(head, ARMOR)) {
            return in;
        }
        anySealed = true;
        if (identities.isEmpty()) {
            throw new BadInput(file + ": it is sealed; accepted: the key file that opens it, with -i");
        }
        return AgeFile.open(identities, AgeArmor.unwrapped(in));
    }

    private static boolean begins(byte[] head, byte[] with) {
        return head.length >= with.length && java.util.Arrays.equals(head, 0, with.length, with, 0, with.length);
    }

    String text(Path file) throws IOException {
        boolean before = anySealed;
        try (InputStream in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (SealException e) {
            throw new BadInput(file.toString(), e);
        } finally {
            anySealed = before;
        }
    }

    /** The rows of a small table, each as a map by column; columns that are needed must be there. */
    List<Row> rows(Path file, Schema schema) throws IOException {
        boolean before = anySealed;
        List<Row> rows = new ArrayList<>();
        try (InputStream in = open(file)) {
            TableReader.open(in, file.toString(), schema).forEachRemaining(rows::add);
        } catch (SealException e) {
            throw new BadInput(file.toString(), e);
        } finally {
            anySealed = before;
        }
        return rows;
    }

    Decisions decisions(Path file, Records records) throws IOException {
        Map<String, Integer> known = numbers(records);
        Set<Long> same = new LinkedHashSet<>();
        Set<Long> different = new LinkedHashSet<>();
        Schema schema = Schema.of(
                        org.lapwing.tables.Column.text("left_list"),
                        org.lapwing.tables.Column.text("left_id"),
                        org.lapwing.tables.Column.text("right_list"),
                        org.lapwing.tables.Column.text("right_id"),
                        org.lapwing.tables.Column.text("decision"))
                .andOthers()
                .orNoRows();
        for (Row row : rows(file, schema)) {
            Integer left = known.get(row.text("left_list") + "\0" + row.text("left_id"));
            Integer right = known.get(row.text("right_list") + "\0" + row.text("right_id"));
            Set<Long> kind = switch (row.text("decision")) {
                case "same" -> same;
                case "different" -> different;
                default ->
                    throw new BadInput(
                            file + ", line " + row.line() + ", column \"decision\": accepted are same and different");
            };
            if (left != null && right != null && !left.equals(right)) {
                kind.add(Decisions.pair(left, right));
                if (same.contains(Decisions.pair(left, right)) && different.contains(Decisions.pair(left, right))) {
                    throw new BadInput(file + ", line " + row.line()
                            + ", column \"decision\": an earlier line decides this pair the other way; accepted: one"
                            + " decision a pair");
                }
            } else {
                notes.println("  " + file + ", line " + row.line()
                        + ": a record of this decision is on none of the lists; it is kept for when it is");
            }
        }
        return new Decisions(same, different);
    }

    static Map<String, Integer> numbers(Records records) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int record = 0; record < records.size(); record++) {
            numbers.put(records.lists().get(records.list(record)) + "\0" + records.id(record), record);
        }
        return numbers;
    }

    /** The model's layout, if each of its fields finds a column in some list. */
    static Layout fitting(Model model, List<RecordList> lists, String file) {
        for (FieldPlan field : model.layout().fields()) {
            boolean fed =
                    lists.stream().anyMatch(list -> field.columns().stream().anyMatch(list.header()::contains));
            if (!fed) {
                throw new BadInput(file + ", column \"" + String.join("\", \"", field.columns())
                        + "\": no list has it; accepted: a model whose columns the lists have");
            }
        }
        return model.layout();
    }
}
