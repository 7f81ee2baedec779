// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.lapwing.estimate.decomposable.GraphAveraging;
import org.lapwing.estimate.loglinear.Heterogeneity;
import org.lapwing.estimate.loglinear.LogLinearSearch;
import org.lapwing.estimate.loglinear.SparseStepwise;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;

/** The exact methods give the digits that R's packages printed. */
final class ReferenceTest {
    private final Map<String, CaptureTable> tables = new HashMap<>();
    private final Map<String, List<Estimate>> computed = new HashMap<>();

    private CaptureTable table(String name) {
        return tables.computeIfAbsent(name, PublishedTables::table);
    }

    private List<Estimate> once(String key, String table, Function<CaptureTable, List<Estimate>> method) {
        return computed.computeIfAbsent(key + table, _ -> method.apply(table(table)));
    }

    /** The estimate and whether the interval is to be compared, or nothing where the row is not of an exact method. */
    private List<Estimate> ours(String table, String method, String settings) {
        if (method.startsWith("chapman:")) {
            String pair = method.substring(8);
            return once("chapman", table, ListPairs::chapman).stream()
                    .filter(each -> pair.equals(each.settings().get("pair"))
                            && "wald".equals(each.settings().get("interval")))
                    .toList();
        }
        if (method.equals("chao1987")) {
            return List.of(once("chao", table, ListPairs::chao).getLast());
        }
        if (method.startsWith("rcap:MS-")) {
            return once(
                            "ms",
                            table,
                            each -> new LogLinearSearch(each, LogLinearSearch.usualOrder(each.size())).estimates())
                    .stream()
                    .filter(each -> method.substring(8).equals(each.settings().get("selection")))
                    .toList();
        }
        if (method.startsWith("rcap:")) {
            return once("mh", table, each -> new Heterogeneity(each).estimates()).stream()
                    .filter(each -> method.substring(5).equals(each.settings().get("model")))
                    .toList();
        }
        if (method.equals("sparsemain")) {
            return List.of(once("main", table, each -> new Heterogeneity(each).independence())
                    .getFirst());
        }
        if (method.equals("sparsemse-wald")) {
            return List.of(once("sparse", table, each -> new SparseStepwise(each, 0.02).estimates(0, 1))
                    .getFirst());
        }
        if (method.equals("dga")) {
            long last = Long.parseLong(settings.replaceAll(".*Nmis=1\\.\\.", ""));
            int multiple = (int) (last / table(table).observed());
            return List.of(
                    new GraphAveraging(table(table), Math.pow(2, -table(table).size())).estimate(multiple));
        }
        return List.of();
    }

    @Test
    void exactMethodsGiveThePrintedDigits() {
        SoftAssertions softly = new SoftAssertions();
        int ran = 0;
        List<String> refused = new ArrayList<>();
        for (Row row :
                Table.read(PublishedTables.file("reference"), Schema.none()).rows()) {
            String method = row.text("method");
            String what = row.text("table") + " " + method;
            for (Estimate each : ours(row.text("table"), method, row.text("settings"))) {
                ran++;
                if (each.interval().isEmpty()) {
                    refused.add(what);
                    continue;
                }
                Answer.Interval interval = each.interval().orElseThrow();
                double expected = Double.parseDouble(row.text("estimate"));
                softly.assertThat(interval.estimate())
                        .as(what)
                        .isCloseTo(expected, org.assertj.core.data.Offset.offset(tolerance(method, expected)));
                if (method.startsWith("sparse") || method.equals("dga") || method.startsWith("chapman")) {
                    double tolerance = method.equals("dga") ? 0.6 : Math.max(0.0051, 2e-5 * Math.abs(interval.upper()));
                    softly.assertThat(interval.lower())
                            .as(what + " lower")
                            .isCloseTo(
                                    Double.parseDouble(row.text("lo")), org.assertj.core.data.Offset.offset(tolerance));
                    softly.assertThat(interval.upper())
                            .as(what + " upper")
                            .isCloseTo(
                                    Double.parseDouble(row.text("hi")), org.assertj.core.data.Offset.offset(tolerance));
                }
            }
        }
        softly.assertAll();
        // these models have no finite fit to that table; the reference printed where its iterations stopped
        assertThat(refused).hasSize(6).allMatch(each -> each.startsWith("Artificial_3 rcap:M"));
        assertThat(ran).isEqualTo(211);
    }

    /**
     * Half of the last printed digit, or a fifth of a millionth, since R's iterations stop at 1e-8 of the deviance. At the top of a profile likelihood neither program can tell N more closely than about
     * a millionth: the difference in log likelihood there is below the precision of a double.
     */
    private static double tolerance(String method, double expected) {
        return method.startsWith("rcap:MS") ? Math.max(0.0051, 1e-6 * expected) : Math.max(0.0051, 2e-7 * expected);
    }
}
