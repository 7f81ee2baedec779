// SPDX-License-Identifier: Apache-2.0
package org.lapwing.estimate.latent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.lapwing.estimate.Answer;
import org.lapwing.estimate.Estimate;
import org.lapwing.estimate.PublishedTables;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.Table;

/** Where R's LCMCR mixed, its mean and ours are of the same posterior; where it never did, our chains agree. */
final class LatentReferenceTest {
    private static final Pattern PRINTED = Pattern.compile("mean=([0-9.]+) sd=([0-9.]+) ESS=([0-9]+)");
    private static final double ENOUGH = 1000;

    @Test
    void meansAgreeWithinFourMonteCarloErrorsWhereTheReferenceHasAThousandEffectiveDraws() {
        int ran = 0;
        for (Row row :
                Table.read(PublishedTables.file("reference"), Schema.none()).rows()) {
            Matcher printed = PRINTED.matcher(row.text("extra"));
            if (!row.text("method").equals("lcmcr")
                    || !printed.find()
                    || Double.parseDouble(printed.group(3)) < ENOUGH) {
                continue;
            }
            Estimate ours = estimate(row.text("table"), 5_000);
            assertThat(ours.answer()).as(row.text("table")).isInstanceOf(Answer.Interval.class);
            double theirError = Double.parseDouble(printed.group(2)) / Math.sqrt(Double.parseDouble(printed.group(3)));
            double ourError = number(ours, "sd") / Math.sqrt(number(ours, "effective_sample"));
            assertThat(number(ours, "mean"))
                    .as(row.text("table"))
                    .isCloseTo(
                            Double.parseDouble(printed.group(1)), Offset.offset(4 * Math.hypot(theirError, ourError)));
            ran++;
        }
        assertThat(ran).isEqualTo(4);
    }

    @Test
    void fourChainsAgreeOnTablesWhereTheReferenceNeverConverged() {
        for (String table : new String[] {"Ned", "UKdat", "UKdat_5"}) {
            Estimate ours = estimate(table, 2_500);
            assertThat(number(ours, "r_hat")).as(table).isLessThanOrEqualTo(1.01);
            assertThat(number(ours, "effective_sample")).as(table).isGreaterThan(400);
        }
    }

    /** Near 50,000, where the reference stays, and near 145,000: a chain crosses once in some thousand paths. */
    @Test
    void aPosteriorOfTwoModesIsRefused() {
        Estimate ours = estimate("Ned_5", 2_000);
        assertThat(number(ours, "r_hat")).isGreaterThan(1.01);
        assertThat(ours.answer()).isInstanceOf(Answer.Refused.class);
    }

    /** The reference's own settings: ten classes, no more than twenty unseen for each one seen. */
    private static Estimate estimate(String table, int draws) {
        return new LatentClasses(PublishedTables.table(table), new LatentSettings(10, 20, 4, draws, 1)).estimate();
    }

    private static double number(Estimate estimate, String name) {
        return ((Number) estimate.diagnostics().get(name)).doubleValue();
    }
}
