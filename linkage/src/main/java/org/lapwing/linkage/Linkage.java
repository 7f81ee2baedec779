// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lapwing.linkage.block.Candidates;
import org.lapwing.linkage.cluster.Clustering;
import org.lapwing.linkage.cluster.Clusters;
import org.lapwing.linkage.cluster.Decisions;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.cluster.LostPairs;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;
import org.lapwing.linkage.model.Priors;
import org.lapwing.linkage.model.Scorer;
import org.lapwing.linkage.model.Training;
import org.lapwing.linkage.spill.WorkingMemory;

/**
 * Finds the records that are the same person. The same lists, options and decisions give the same answer to the bit, on any
 * number of threads and for any order of rows.
 */
public final class Linkage {

    private final Records records;
    private final LinkOptions options;
    private final Model model;
    private final Scorer.Tables tables;

    private Linkage(Records records, Layout layout, LinkOptions options) {
        this.records = records;
        this.options = options;
        this.model = options.model().orElseGet(() -> Training.of(records, layout, options.seed()));
        this.tables = new Scorer.Tables(records, model);
    }

    public static Linked of(Records records, Layout layout, Decisions decisions, LinkOptions options) {
        return of(records, layout, decisions, Known.nothing(records), options);
    }

    /** Adds to what is known: only pairs with a new record are compared. */
    public static Linked of(Records records, Layout layout, Decisions decisions, Known known, LinkOptions options) {
        return new Linkage(records, layout, options).run(decisions, known);
    }

    private Linked run(Decisions decisions, Known known) {
        WorkingMemory memory = options.memory();
        memory.reserve(records.bytes()
                + (long) Integer.BYTES * records.size() * model.keys().size());
        Candidates candidates = new Candidates(records, model.keys(), Candidates.mostInAGroup(records.size()), memory);
        Priors priors = new Priors(records, model);
        List<Compared> compared = new ArrayList<>();
        candidates.forEach(options.threads(), _ -> {
            Compared own = new Compared(priors.evidenceFloor() + Clustering.FLOOR, known.seen());
            synchronized (compared) {
                compared.add(own);
            }
            return own;
        });
        List<Edges.Builder> found = new ArrayList<>();
        compared.forEach(each -> found.add(each.found));
        found.add(priors.asEvidence(known.edges()));
        double[] shares = priors.estimate(found);
        double[] bits = Arrays.stream(shares).map(Priors::bits).toArray();
        int lists = records.lists().size();
        Edges edges = Edges.of(
                found, (a, b, weight) -> weight + bits[records.list(a) * lists + records.list(b)], Clustering.FLOOR);
        Clusters clusters = new Clustering(
                        records,
                        edges,
                        decisions,
                        () -> {
                            Scorer scorer = new Scorer(records, tables);
                            return (a, b) -> scorer.of(a, b) + bits[records.list(a) * lists + records.list(b)];
                        },
                        options.samples(),
                        options.seed())
                .run(options.threads());
        LostPairs.putBack(clusters.patterns(), priors.links(shares), model.loss(), options.seed());
        long pairs = compared.stream().mapToLong(each -> each.count).sum();
        return new Linked(records, model, edges, clusters, pairs, candidates.left(), shares, records.notes());
    }

    private final class Compared implements Candidates.Visitor {
        private final Scorer scorer;
        private final double floor;
        private final boolean[] seen;
        private final Edges.Builder found = new Edges.Builder(options.memory());
        private int left;
        private long count;

        Compared(double floor, boolean[] seen) {
            this.floor = floor;
            this.seen = seen;
            this.scorer = new Scorer(records, tables).withFloor(floor);
        }

        @Override
        public void left(int record) {
            left = record;
            scorer.left(record);
        }

        @Override
        public void right(int record) {
            if (seen[left] && seen[record]) {
                return;
            }
            count++;
            double evidence = scorer.right(record);
            if (evidence >= floor) {
                found.add(left, record, evidence);
            }
        }
    }
}
