// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Json;
import org.lapwing.linkage.LinkOptions;
import org.lapwing.linkage.Linkage;
import org.lapwing.linkage.LinkageException;
import org.lapwing.linkage.Linked;
import org.lapwing.linkage.cluster.ClusterNames;
import org.lapwing.linkage.cluster.Decisions;
import org.lapwing.linkage.files.ModelFile;
import org.lapwing.linkage.files.Outputs;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.Recognition;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;
import org.lapwing.linkage.report.Doubts;
import org.lapwing.linkage.spill.Spill;
import org.lapwing.linkage.spill.WorkingMemory;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.ScratchKey;
import org.lapwing.tables.TableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing link}: which records on several lists are the same person. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the records that are the same person, within a list and between lists: CSV in UTF-8 with a header, or .xlsx.",
            "Needs no labels and no settings: columns are recognised, the model is learned, and both are written to "
                    + "DIR/model.yaml. Lists of real people should be age files; then all outputs are sealed to the same keys."
        },
        footer = {
            "",
            "Example:",
            "  lapwing link -i key.txt hotline.csv.age hospital.xlsx.age --out linked",
            "  lapwing link amber.csv birch.csv --decisions decided.csv --out linked"
        })
final class Link implements Callable<Integer> {

    private final Terminal terminal;
    private final SecureRandom random;

    @Parameters(arity = "1..20", paramLabel = "LIST", description = "CSV or .xlsx, plain or an age file.")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "A folder that does not exist yet.")
    private Path out = Path.of("linked");

    @Option(names = "--model", paramLabel = "MODEL.yaml", description = "Use this model; learn nothing.")
    private @Nullable Path model;

    @Option(
            names = "--decisions",
            paramLabel = "FILE.csv",
            description = "What people decided: left_list,left_id,right_list,right_id,decision (same or different).")
    private @Nullable Path decisions;

    @Option(
            names = "--earlier",
            paramLabel = "DIR",
            description =
                    "An earlier result: clusters keep its names, and pairs of its records are not compared again.")
    private @Nullable Path earlier;

    @Option(
            names = {"-i", "--identity"},
            paramLabel = "KEYFILE",
            description = "Opens sealed lists; outputs are sealed to its keys. May be given again.")
    private List<Path> keyFiles = List.of();

    @Option(names = "--with-values", description = "Write cells, not only ids, into outputs of plain lists.")
    private boolean withValues;

    @Option(names = "--engine", paramLabel = "local|spark", description = "local (default); spark is not built yet.")
    private String engine = "local";

    @Option(names = "--master", paramLabel = "URL", description = "For --engine spark.")
    private @Nullable String master;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "All cores if absent; the answer does not depend on it.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--memory",
            paramLabel = "MB",
            description =
                    "For lists and pairs; what is more waits in an encrypted file beside DIR that nobody can open and"
                            + " that is gone at the end. Half of what Java may take if absent; the answer does not depend on it.")
    private long memory = Runtime.getRuntime().maxMemory() >> 21;

    @Option(names = "--samples", paramLabel = "N", description = "Partitions to sample, 100 if absent.")
    private int samples = 100;

    @Option(names = "--seed", paramLabel = "N", description = "Makes random choices repeatable; 1 if absent.")
    private long seed = 1;

    @Option(names = "--language", paramLabel = "en|ru", description = "Of the report; en if absent.")
    private String language = "en";

    @Option(names = "--json", description = "Tell the result as JSON.")
    private boolean json;

    Link(Terminal terminal, SecureRandom random) {
        this.terminal = terminal;
        this.random = random;
    }

    @Override
    public Integer call() throws IOException {
        checkOptions();
        long start = System.nanoTime();
        ListFiles lists = new ListFiles(keyFiles, terminal.err());
        OutFolder folder = new OutFolder(out);
        try (WorkingMemory working = new WorkingMemory(
                memory << 20, new Spill(folder.above(), random, new ScratchLock(ScratchKey.generate(random))))) {
            List<RecordList> read = lists.read(files);
            Optional<Model> given = model(lists);
            Layout layout = given.map(
                            each -> ListFiles.fitting(each, read, String.valueOf(model == null ? earlier : model)))
                    .orElseGet(() -> Recognition.of(read));
            Records records = Records.of(read, layout);
            Decisions decided = decisions == null ? Decisions.none() : lists.decisions(decisions, records);
            note(layout, records);
            if (records.bytes() >> 20 > memory) {
                terminal.err()
                        .println("  --memory " + memory + ": the lists alone take about " + (records.bytes() >> 20)
                                + " MB, which cannot be put on disk; all else is.");
            }
            Earlier before = earlier == null ? Earlier.none(records) : Earlier.read(earlier, records, lists);
            LinkOptions options = new LinkOptions(given, threads, samples, seed, working);
            Linked linked = Linkage.of(records, layout, decided, before.known(), options);
            String[] names = ClusterNames.of(records, linked.clusters(), before.names());
            List<HybridRecipient> to = lists.recipients();
            boolean cells = withValues || !to.isEmpty();
            if (to.isEmpty()) {
                terminal.err()
                        .println("lapwing link: these lists are not sealed. "
                                + (withValues ? "Outputs hold their cells." : "Outputs hold ids only."));
            }
            folder.write(to, random, sink -> new Outputs(linked, names).all(sink, language, cells));
            if (working.spill().bytes() > 0) {
                terminal.err()
                        .println("  " + (working.spill().bytes() >> 20)
                                + " MB did not fit in memory and waited on disk, encrypted; they are gone.");
            }
            tell(linked, (System.nanoTime() - start) / 1e9);
        } catch (LinkageException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        } catch (TableException e) {
            throw new BadInput(String.valueOf(e.getMessage()));
        }
        return 0;
    }

    private Optional<Model> model(ListFiles lists) throws IOException {
        if (model != null) {
            return Optional.of(ModelFile.read(lists.text(model), model.toString()));
        }
        return earlier == null ? Optional.empty() : Earlier.model(earlier, lists);
    }

    private void checkOptions() {
        if (!engine.equals("local")) {
            throw new BadInput(
                    engine.equals("spark")
                            ? "--engine spark" + (master == null ? "" : " --master " + master)
                                    + ": it is not built yet; accepted: local"
                            : "--engine: accepted are local and spark");
        }
        if (threads < 1 || samples < 1 || samples > 10_000) {
            throw new BadInput("--threads and --samples: accepted are whole numbers from 1, samples to 10000");
        }
        if (memory < 1 || memory > 1 << 24) {
            throw new BadInput("--memory: accepted are whole megabytes from 1");
        }
        if (!List.of("en", "ru").contains(language)) {
            throw new BadInput("--language: accepted are en and ru");
        }
    }

    private void note(Layout layout, Records records) {
        layout.fields()
                .forEach(field -> terminal.err()
                        .println("  " + String.join(", ", field.columns()) + ": "
                                + field.kind().words()));
        layout.ignored()
                .forEach(each -> terminal.err()
                        .println("  " + each.column() + (each.list().isEmpty() ? "" : " of " + each.list())
                                + " is not compared: " + each.reason()));
        records.notes().forEach(note -> terminal.err().println("  " + note));
    }

    private void tell(Linked linked, double seconds) {
        Linked.Persons persons = linked.persons();
        Doubts.of(linked.model()).forEach(doubt -> terminal.err().println("  " + doubt.english()));
        PrintWriter result = new PrintWriter(terminal.out(), false, StandardCharsets.UTF_8);
        if (json) {
            result.println(CanonicalJson.text(Json.tree(Map.of(
                    "records", Json.of(linked.records().size()),
                    "compared", Json.of(linked.compared()),
                    "left_out", Json.of(linked.leftOut()),
                    "persons", Json.of(persons.linked()),
                    "persons_low", Json.of(persons.low()),
                    "persons_high", Json.of(persons.high()),
                    "lost_by_keys_per_mille",
                            Json.of(Math.round(1000 * linked.model().loss())),
                    "milliseconds", Json.of(Math.round(1000 * seconds))))));
        } else {
            result.printf(
                    "%,d records are %,d persons as linked; with what the model may get wrong and what keys lose, %,d to %,d.%n",
                    linked.records().size(), persons.linked(), persons.low(), persons.high());
            result.printf(
                    "%,d pairs compared; an estimated %.1f %% of true pairs share no key and were not compared.%n",
                    linked.compared(), 100 * linked.model().loss());
            if (linked.leftOut() > 0) {
                result.printf("%,d pairs in groups too large were left out.%n", linked.leftOut());
            }
            result.printf("Written to %s in %.1f s.%n", out, seconds);
        }
        result.flush();
    }
}
