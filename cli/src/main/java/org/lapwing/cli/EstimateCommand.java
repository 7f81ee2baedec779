// SPDX-License-Identifier: Apache-2.0
package org.lapwing.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lapwing.estimate.CaptureTable;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.EstimateJson;
import org.lapwing.estimate.EstimateReport;
import org.lapwing.estimate.Estimator;
import org.lapwing.estimate.GroupedTables;
import org.lapwing.estimate.Headline;
import org.lapwing.estimate.ManyTablesReport;
import org.lapwing.estimate.Method;
import org.lapwing.estimate.Pool;
import org.lapwing.estimate.Provenance;
import org.lapwing.estimate.Referral;
import org.lapwing.estimate.Said;
import org.lapwing.estimate.Sensitivity;
import org.lapwing.estimate.Settings;
import org.lapwing.estimate.Strata;
import org.lapwing.estimate.Withheld;
import org.lapwing.figures.Language;
import org.lapwing.tables.OverlapTable;
import org.lapwing.tables.TableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lapwing estimate}: how many in all, by every method side by side, or why that cannot be said. */
@Command(
        name = "estimate",
        mixinStandardHelpOptions = true,
        description = {
            "Estimates how many people there are in all, including those on nobody's list, from an overlap table.",
            "The headline is a refusal where the lists cannot carry a number."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there is an estimate",
            "1:not estimable, and the reason is given",
            "2:the table or an option cannot be used"
        },
        footer = {"", "Example:", "  lapwing estimate overlap.csv --seed 1 --report estimate.html"})
final class EstimateCommand implements Callable<Integer> {
    private static final Said NOTHING = new Said("", "");

    private final Terminal terminal;

    @Parameters(
            paramLabel = "TABLE.csv",
            description =
                    "One 0/1 column a list, and count; plain, or an age file with -i. Cells such as <5 are drawn by likelihood.")
    private Path file = Path.of(".");

    @Mixin
    private SealedFiles files = new SealedFiles();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "The answer goes there, not to standard output: sealed, as the report is, if -i names keys.")
    private @Nullable Path out;

    private byte[] content = {};

    @Mixin
    private EstimateOptions options = new EstimateOptions();

    @Option(names = "--json", description = "Answer as JSON. With --seed, seconds are null, so that bytes repeat.")
    private boolean json;

    @Option(names = "--report", paramLabel = "FILE.html", description = "Writes a report for people, with figures.")
    private @Nullable Path report;

    @Option(names = "--language", paramLabel = "en|ru", description = "Of sentence and report. Default: en.")
    private String language = "en";

    @Option(
            names = "--referral",
            paramLabel = "FROM:TO",
            description =
                    "Two lists of which the first sends people on to the second; may be given again. The report of one"
                            + " table shows what the estimate becomes if some of those on both were sent.")
    private List<String> referrals = List.of();

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            split = ",",
            description =
                    "Columns beside the lists that tell strata apart. Each stratum is estimated, and draws are added;"
                            + " strata that are not estimable are named and are in no sum.")
    private List<String> by = List.of();

    @Option(
            names = "--samples",
            description =
                    "The file is samples.csv of lapwing link: the tables of all samples are pooled, so that intervals"
                            + " include the doubt of matching, and how much of each comes from it is told.")
    private boolean samples;

    @Option(
            names = "--tables",
            paramLabel = "N",
            description = "At most so many samples, evenly over all; or so many draws of withheld counts. Default: 30.")
    private int mostTables = 30;

    EstimateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Settings settings = options.settings();
        EstimateOptions.range("--tables", mostTables, 1, 10_000);
        Language reader = reader();
        content = files.content(file, terminal);
        if (samples) {
            return by.isEmpty() ? samples(settings, reader) : samplesOfStrata(settings, reader);
        }
        return by.isEmpty() ? whole(settings, reader) : strata(settings, reader);
    }

    private int whole(Settings settings, Language reader) throws IOException {
        OverlapTable read = reading(in -> OverlapTable.read(in, file.toString()));
        knownLists(read.lists());
        List<Referral> sending = referrals(read.lists());
        Withheld withheld = new Withheld(read, settings.seed());
        if (withheld.isAny()) {
            tellWithheld("", read);
            return pooled(new Pool(withheld.completions(mostTables), settings, "withheld"), settings, reader);
        }
        CaptureTable table = CaptureTable.of(read);
        List<Estimate> estimates = new ArrayList<>(new Estimator(table, settings).estimates());
        Sensitivity sensitivity = new Sensitivity(table, sending, settings);
        if (json) {
            estimates.replaceAll(
                    each -> each.method() == Method.HEADLINE && table.observed() > 0 ? sensitivity.told(each) : each);
        }
        if (report != null) {
            toReport(new EstimateReport(reader, table, sensitivity).html(estimates, provenance(settings)));
        }
        Said sentence = estimates.stream()
                .filter(each -> each.method() == Method.HEADLINE)
                .map(Headline::sentence)
                .findFirst()
                .orElse(NOTHING);
        return tell(sentence, estimates, reader);
    }

    private Provenance provenance(Settings settings) {
        List<String> others = new ArrayList<>();
        if (!by.isEmpty()) {
            others.add("by " + String.join(",", by));
        }
        if (samples) {
            others.add("samples");
        }
        others.add("tables " + mostTables);
        referrals.forEach(each -> others.add("referral " + each));
        return Provenance.of(content, settings, others);
    }

    private int strata(Settings settings, Language reader) throws IOException {
        Map<String, List<CaptureTable>> tables = new LinkedHashMap<>();
        reading(in -> GroupedTables.read(in, file.toString(), by)).tables().forEach((name, read) -> {
            knownLists(read.lists());
            Withheld withheld = new Withheld(read, settings.seed());
            tables.put(name, withheld.completions(mostTables));
            if (withheld.isAny()) {
                tellWithheld(name + ": ", read);
            }
        });
        return summed(new Strata(tables, settings), settings, reader);
    }

    private int samplesOfStrata(Settings settings, Language reader) throws IOException {
        List<String> columns = new ArrayList<>(by);
        columns.add("sample");
        Map<String, List<CaptureTable>> tables = new LinkedHashMap<>();
        reading(in -> GroupedTables.read(in, file.toString(), columns))
                .nested()
                .forEach((name, read) -> tables.put(
                        name, Pool.thinned(read.stream().map(this::sample).toList(), mostTables)));
        return summed(Strata.ofSamples(tables, settings), settings, reader);
    }

    private int summed(Strata strata, Settings settings, Language reader) throws IOException {
        List<Estimate> estimates = strata.estimates();
        Said sentence = estimates.stream()
                .filter(each -> "sum".equals(each.settings().get("stratum")))
                .reduce((first, last) -> last)
                .map(Strata::sentence)
                .orElse(NOTHING);
        if (report != null) {
            toReport(new ManyTablesReport(reader, provenance(settings)).html(sentence, estimates));
        }
        return tell(sentence, estimates, reader);
    }

    private int samples(Settings settings, Language reader) throws IOException {
        List<CaptureTable> tables = new ArrayList<>();
        reading(in -> GroupedTables.read(in, file.toString(), List.of("sample")))
                .tables()
                .values()
                .forEach(read -> tables.add(sample(read)));
        Pool pool = new Pool(Pool.thinned(tables, mostTables), settings, "matching");
        return pooled(pool, settings, reader);
    }

    private CaptureTable sample(OverlapTable read) {
        knownLists(read.lists());
        if (read.leastObserved() < read.mostObserved()) {
            throw new BadInput(file + ": a sample of a linkage withholds no counts; accepted are whole numbers");
        }
        return CaptureTable.of(read);
    }

    private int pooled(Pool pool, Settings settings, Language reader) throws IOException {
        List<Estimate> estimates = pool.estimates();
        Said sentence = settings.asks(Method.HEADLINE) ? pool.sentence(estimates.getLast()) : NOTHING;
        if (report != null) {
            toReport(new ManyTablesReport(reader, provenance(settings)).html(sentence, estimates));
        }
        return tell(sentence, estimates, reader);
    }

    private List<Referral> referrals(List<String> lists) {
        List<Referral> named = new ArrayList<>();
        for (String each : referrals) {
            int colon = each.indexOf(':');
            Referral referral = new Referral(each.substring(0, Math.max(0, colon)), each.substring(colon + 1));
            if (!lists.contains(referral.from())
                    || !lists.contains(referral.to())
                    || referral.from().equals(referral.to())) {
                throw new BadInput("--referral: accepted are two lists as FROM:TO, of " + String.join(", ", lists));
            }
            named.add(referral);
        }
        return named;
    }

    private void tellWithheld(String where, OverlapTable read) {
        terminal.err()
                .println(where + "some counts are withheld: from " + read.leastObserved() + " to " + read.mostObserved()
                        + " people are documented. What they may be is drawn by likelihood.");
    }

    private void knownLists(List<String> lists) {
        for (String each : options.doubtful()) {
            if (!lists.contains(each)) {
                throw new BadInput("--doubtful: there is no list of this name; accepted: " + String.join(", ", lists));
            }
        }
    }

    private void toReport(String html) throws IOException {
        if (report != null) {
            files.write(report, html, terminal);
        }
    }

    private int tell(Said sentence, List<Estimate> estimates, Language reader) throws IOException {
        String told =
                json ? new EstimateJson(options.isTimed()).of(estimates) : EstimateText.of(sentence, estimates, reader);
        if (out != null) {
            files.write(out, told, terminal);
        } else {
            terminal.out().write(told.getBytes(StandardCharsets.UTF_8));
            terminal.out().flush();
        }
        return answered(estimates) ? 0 : 1;
    }

    /** The headline's answer where it was asked for, else whether any method has one. */
    private static boolean answered(List<Estimate> estimates) {
        Optional<Estimate> headline = estimates.stream()
                .filter(each -> each.method() == Method.HEADLINE)
                .reduce((first, last) -> last);
        return headline.map(each -> each.interval().isPresent())
                .orElseGet(() ->
                        estimates.stream().anyMatch(each -> each.interval().isPresent()));
    }

    private <T> T reading(Function<InputStream, T> table) {
        try {
            return table.apply(new ByteArrayInputStream(content));
        } catch (TableException e) {
            throw new BadInput(e.getMessage() == null ? file.toString() : e.getMessage());
        }
    }

    private Language reader() {
        return switch (language) {
            case "en" -> Language.ENGLISH;
            case "ru" -> Language.RUSSIAN;
            default -> throw new BadInput("--language: accepted are en and ru");
        };
    }
}
