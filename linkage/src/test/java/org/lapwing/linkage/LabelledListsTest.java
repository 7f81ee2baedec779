// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.lapwing.linkage.block.Candidates;
import org.lapwing.linkage.cluster.Decisions;
import org.lapwing.linkage.lists.Layout;
import org.lapwing.linkage.lists.Recognition;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;
import org.lapwing.tables.Row;
import org.lapwing.tables.Schema;
import org.lapwing.tables.TableReader;

/** Published lists whose true pairs are known. The truth never reaches the linking. */
class LabelledListsTest {

    private static final Path LINKAGE = Path.of(System.getProperty("lapwing.shared", "none"), "data", "linkage");

    private final Map<String, String> truth = new HashMap<>();

    private record Judged(double precision, double recall, double statedLoss, double trueLoss) {
        double f1() {
            return 2 * precision * recall / (precision + recall);
        }
    }

    private RecordList read(String file, String truthColumn) throws IOException {
        Path path = LINKAGE.resolve(file);
        Assumptions.assumeTrue(Files.exists(path), "skipped: the labelled lists are not beside the repository");
        try (InputStream in = Files.newInputStream(path)) {
            TableReader reader = TableReader.open(in, file, Schema.none());
            List<String> header = new ArrayList<>(reader.header());
            int secret = header.indexOf(truthColumn);
            int id = header.indexOf("rec_id");
            header.remove(truthColumn);
            RecordList.Builder list = new RecordList.Builder(file, file, header);
            while (reader.hasNext()) {
                Row row = reader.next();
                List<String> cells = new ArrayList<>(row.cells());
                String own = cells.get(id).strip();
                truth.put(file + own, secret < 0 ? own.replaceAll("rec-(\\d+)-.*", "$1") : cells.get(secret));
                if (secret >= 0) {
                    cells.remove(secret);
                }
                list.row(row.line(), cells);
            }
            return list.build();
        }
    }

    private Judged judged(RecordList... lists) {
        List<RecordList> given = List.of(lists);
        Layout layout = Recognition.of(given);
        Records records = Records.of(given, layout);
        Linked linked = Linkage.of(records, layout, Decisions.none(), new LinkOptions(Optional.empty(), 2, 20, 1));
        Candidates candidates = new Candidates(records, linked.model().keys(), Candidates.mostInAGroup(records.size()));
        Map<String, List<Integer>> persons = new HashMap<>();
        Map<Integer, List<Integer>> clusters = new HashMap<>();
        for (int record = 0; record < records.size(); record++) {
            persons.computeIfAbsent(person(records, record), _ -> new ArrayList<>())
                    .add(record);
            clusters.computeIfAbsent(linked.clusters().clusterOf()[record], _ -> new ArrayList<>())
                    .add(record);
        }
        double all = 0;
        double lost = 0;
        for (List<Integer> same : persons.values()) {
            for (int i = 0; i < same.size(); i++) {
                for (int j = i + 1; j < same.size(); j++) {
                    all++;
                    lost += candidates.contains(same.get(i), same.get(j)) ? 0 : 1;
                }
            }
        }
        double found = 0;
        double right = 0;
        for (List<Integer> cluster : clusters.values()) {
            for (int i = 0; i < cluster.size(); i++) {
                for (int j = i + 1; j < cluster.size(); j++) {
                    found++;
                    right += person(records, cluster.get(i)).equals(person(records, cluster.get(j))) ? 1 : 0;
                }
            }
        }
        return new Judged(right / found, right / all, linked.model().loss(), lost / all);
    }

    private String person(Records records, int record) {
        return truth.getOrDefault(records.lists().get(records.list(record)) + records.id(record), "");
    }

    private static void statesItsLossWithinThreePoints(Judged judged) {
        assertThat(judged.statedLoss()).isCloseTo(judged.trueLoss(), within(0.03));
    }

    @Test
    void febrl3IsFoundNearlyWhole() throws IOException {
        Judged judged = judged(read("dataset3.csv", ""));
        assertThat(judged.f1()).isGreaterThan(0.999);
        statesItsLossWithinThreePoints(judged);
    }

    @Test
    void febrl4IsFoundNearlyWholeBetweenTwoLists() throws IOException {
        Judged judged = judged(read("dataset4a.csv", ""), read("dataset4b.csv", ""));
        assertThat(judged.f1()).isGreaterThan(0.999);
        statesItsLossWithinThreePoints(judged);
    }

    @Test
    void rlData10000IsFoundAsFarAsItsThreeFieldsTell() throws IOException {
        Judged judged = judged(read("RLdata10000.csv", "ent_id"));
        assertThat(judged.f1()).isGreaterThan(0.97);
        statesItsLossWithinThreePoints(judged);
    }
}
