// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.linkage.cluster.ClusterNames;
import org.lapwing.linkage.cluster.Decisions;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.files.ModelFile;
import org.lapwing.linkage.files.Outputs;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.Model;
import org.lapwing.linkage.model.Scorer;
import org.lapwing.linkage.spill.Spill;
import org.lapwing.linkage.spill.TestLock;
import org.lapwing.linkage.spill.WorkingMemory;

class LinkageTest {

    private static final int PEOPLE = 900;

    private final InventedLists invented = new InventedLists(3, PEOPLE);
    private final List<RecordList> lists = invented.lists();

    private static LinkOptions options(int threads, Optional<Model> model) {
        return new LinkOptions(model, threads, 60, 1);
    }

    private static Linked link(List<RecordList> lists, Decisions decisions, LinkOptions options) {
        Records records = InventedLists.records(lists);
        return Linkage.of(records, InventedLists.layout(lists), decisions, options);
    }

    @Test
    void findsThePeopleWhoAreOnBothListsAndCountsThemWithTheirDoubt() {
        Linked linked = link(lists, Decisions.none(), options(1, Optional.empty()));
        Records records = linked.records();
        int right = 0;
        int wrong = 0;
        for (int a = 0; a < records.size(); a++) {
            int b = linked.clusters().clusterOf()[a];
            right += a != b && InventedLists.areOne(records, a, b) ? 1 : 0;
            wrong += a != b && !InventedLists.areOne(records, a, b) ? 1 : 0;
        }
        assertThat(right).isGreaterThan(PEOPLE / 3 * 95 / 100);
        assertThat(wrong).isLessThan(PEOPLE / 3 * 3 / 100);
        assertThat(PEOPLE).isBetween(linked.persons().low(), linked.persons().high());
        assertThat(linked.persons().linked())
                .isBetween(linked.persons().low(), linked.persons().high());
    }

    @Test
    void theSameRowsInAnyOrderOnAnyNumberOfThreadsAreTheSameBytes() throws IOException {
        Map<String, String> once = files(link(lists, Decisions.none(), options(1, Optional.empty())));
        assertThat(files(link(lists, Decisions.none(), options(2, Optional.empty()))))
                .isEqualTo(once);
        assertThat(files(link(invented.shuffled(), Decisions.none(), options(3, Optional.empty()))))
                .isEqualTo(once);
        assertThat(once).hasSize(7);
    }

    /** So little memory that every group of records and every whole chunk of found pairs waits on disk. */
    @Test
    void whatDoesNotFitInMemoryWaitsOnDiskEncryptedAndChangesNoByte(@TempDir Path folder) throws IOException {
        Map<String, String> inMemory = files(link(lists, Decisions.none(), options(1, Optional.empty())));
        for (int threads = 1; threads <= 2; threads++) {
            try (WorkingMemory little = new WorkingMemory(1, new Spill(folder, new SecureRandom(), new TestLock()))) {
                Linked spilled =
                        link(lists, Decisions.none(), new LinkOptions(Optional.empty(), threads, 60, 1, little));
                assertThat(little.spill().bytes()).isGreaterThan(10_000);
                assertThat(files(spilled)).isEqualTo(inMemory);
            }
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void foundPairsComeBackFromDiskAsTheyWere(@TempDir Path folder) {
        Edges.Builder inMemory = new Edges.Builder();
        try (WorkingMemory little = new WorkingMemory(1, new Spill(folder, new SecureRandom(), new TestLock()))) {
            Edges.Builder spilled = new Edges.Builder(little);
            Random random = new Random(7);
            for (int i = 0; i < 50_000; i++) {
                int a = random.nextInt(1000);
                int b = 1000 + i;
                double weight = random.nextGaussian() * 9;
                inMemory.add(a, b, weight);
                spilled.add(b, a, weight);
            }
            assertThat(little.spill().bytes()).isGreaterThan(3 * 12 << 14);
            Edges one = Edges.of(List.of(inMemory), (_, _, weight) -> weight + 1, -6);
            Edges other = Edges.of(List.of(spilled), (_, _, weight) -> weight + 1, -6);
            assertThat(other.size()).isEqualTo(one.size()).isBetween(30_000, 45_000);
            for (int e = 0; e < one.size(); e++) {
                assertThat(other.left(e)).isEqualTo(one.left(e));
                assertThat(other.right(e)).isEqualTo(one.right(e));
                assertThat(other.weight(e)).isEqualTo(one.weight(e));
            }
        }
    }

    private static Map<String, String> files(Linked linked) throws IOException {
        Map<String, String> files = new TreeMap<>();
        String[] earlier = new String[linked.records().size()];
        Arrays.fill(earlier, "");
        Outputs outputs = new Outputs(linked, ClusterNames.of(linked.records(), linked.clusters(), earlier));
        Map<String, ByteArrayOutputStream> streams = new TreeMap<>();
        outputs.write(name -> streams.computeIfAbsent(name, _ -> new ByteArrayOutputStream()), true);
        outputs.report(name -> streams.computeIfAbsent(name, _ -> new ByteArrayOutputStream()), "ru", true);
        streams.forEach((name, bytes) -> files.put(name, Base64.getEncoder().encodeToString(bytes.toByteArray())));
        return files;
    }

    @Test
    void scoresAreSymmetricAndAreTheSumOfTheirSteps() {
        Linked linked = link(lists, Decisions.none(), options(1, Optional.empty()));
        Records records = linked.records();
        Scorer scorer = new Scorer(records, new Scorer.Tables(records, linked.model()));
        int ran = 0;
        for (int a = 0; a < records.size(); a += 7) {
            for (int b = a + 1; b < records.size(); b += 11) {
                double score = scorer.of(a, b);
                assertThat(scorer.of(b, a)).isEqualTo(score);
                double sum = scorer.steps(a, b).stream()
                        .mapToDouble(step -> step.bits() + step.termBits())
                        .sum();
                assertThat(sum).isCloseTo(score, within(1e-9));
                ran++;
            }
        }
        assertThat(ran).isGreaterThan(1000);
    }

    @Test
    void aModelReadBackFromItsFileGivesTheSameAnswer() throws IOException {
        Linked linked = link(lists, Decisions.none(), options(1, Optional.empty()));
        String text = ModelFile.text(linked.model(), linked.records());
        Model read = ModelFile.read(text, "model.yaml");
        assertThat(ModelFile.text(read, linked.records())).isEqualTo(text);
        Map<String, String> again = files(link(lists, Decisions.none(), options(1, Optional.of(read))));
        assertThat(again.get("pairs.csv")).isEqualTo(files(linked).get("pairs.csv"));
    }

    @Test
    void anUnrelatedRecordChangesNoLink() {
        Linked before = link(lists, Decisions.none(), options(1, Optional.empty()));
        RecordList stranger = InventedLists.list(
                "cedar", List.of(List.of("c1", "Qwyzzoph", "Xhjorkwist", "1913-07-31", "Elsewhere")));
        Linked after = link(
                List.of(lists.get(0), lists.get(1), stranger),
                Decisions.none(),
                options(1, Optional.of(before.model())));
        assertThat(links(after)).isEqualTo(links(before));
        assertThat(after.edges().size()).isEqualTo(before.edges().size());
        for (int e = 0; e < before.edges().size(); e++) {
            assertThat(after.edges().weight(e)).isCloseTo(before.edges().weight(e), within(0.02));
        }
        assertThat(names(after)).containsAll(names(before));
    }

    private static Set<String> links(Linked linked) {
        Records records = linked.records();
        Set<String> links = new TreeSet<>();
        for (int record = 0; record < records.size(); record++) {
            int first = linked.clusters().clusterOf()[record];
            if (first != record) {
                links.add(records.id(first) + " " + records.id(record));
            }
        }
        return links;
    }

    private static Set<String> names(Linked linked) {
        String[] earlier = new String[linked.records().size()];
        Arrays.fill(earlier, "");
        return Set.of(Arrays.stream(ClusterNames.of(linked.records(), linked.clusters(), earlier))
                .distinct()
                .toArray(String[]::new));
    }

    @Test
    void decisionsAreNeverOverruledAndTakingThemBackRestoresEverything() throws IOException {
        Linked before = link(lists, Decisions.none(), options(1, Optional.empty()));
        Edges edges = before.edges();
        Set<Long> apart = new TreeSet<>();
        for (int e = 0; e < edges.size(); e++) {
            if (edges.weight(e) > 8 && e % 3 == 0) {
                apart.add(Decisions.pair(edges.left(e), edges.right(e)));
            }
        }
        int last = before.records().size() - 1;
        Set<Long> together = Set.of(Decisions.pair(0, last), Decisions.pair(1, last - 1));
        assertThat(apart).hasSizeGreaterThan(50);
        apart.removeAll(together);
        Linked decided = link(lists, new Decisions(together, apart), options(1, Optional.of(before.model())));
        int[] clusterOf = decided.clusters().clusterOf();
        for (long pair : apart) {
            assertThat(clusterOf[(int) (pair >>> 32)]).isNotEqualTo(clusterOf[(int) pair]);
        }
        for (long pair : together) {
            assertThat(clusterOf[(int) (pair >>> 32)]).isEqualTo(clusterOf[(int) pair]);
        }
        Linked back = link(lists, Decisions.none(), options(1, Optional.of(before.model())));
        assertThat(files(back).get("clusters.csv")).isEqualTo(files(before).get("clusters.csv"));
    }

    /** The stated tolerance: weights of pairs within a bit, since names' frequencies shift; and hardly a link differs. */
    @Test
    void aRecordThatIsLikeBothBringsNotTogetherWhomPeopleToldApart() {
        List<RecordList> three = List.of(lists.get(0), lists.get(1), invented.again());
        Linked before = link(three, Decisions.none(), options(1, Optional.empty()));
        Set<Long> apart = new TreeSet<>();
        for (int e = 0; e < before.edges().size(); e++) {
            int left = before.edges().left(e);
            int right = before.edges().right(e);
            boolean isFirstTwo =
                    before.records().list(left) == 0 && before.records().list(right) == 1;
            if (isFirstTwo && InventedLists.areOne(before.records(), left, right)) {
                apart.add(Decisions.pair(left, right));
            }
        }
        Linked decided = link(three, new Decisions(Set.of(), apart), options(1, Optional.of(before.model())));
        int[] was = before.clusters().clusterOf();
        int[] is = decided.clusters().clusterOf();
        assertThat(apart).hasSizeGreaterThan(250);
        for (long pair : apart) {
            assertThat(is[(int) (pair >>> 32)]).isNotEqualTo(is[(int) pair]);
        }
        assertThat(apart.stream().filter(pair -> was[(int) (pair >>> 32)] == was[pair.intValue()]))
                .hasSizeGreaterThan(250);
    }

    @Test
    void addingAListGivesWhatLinkingFromScratchGivesWithinABit() {
        List<RecordList> first = List.of(lists.get(0));
        Linked alone = link(first, Decisions.none(), options(1, Optional.empty()));
        Records records = InventedLists.records(lists);
        boolean[] seen = new boolean[records.size()];
        Arrays.fill(seen, 0, alone.records().size(), true);
        Edges.Builder known = new Edges.Builder();
        for (int e = 0; e < alone.edges().size(); e++) {
            known.add(
                    alone.edges().left(e), alone.edges().right(e), alone.edges().weight(e));
        }
        LinkOptions same = options(1, Optional.of(alone.model()));
        Linked added = Linkage.of(records, InventedLists.layout(lists), Decisions.none(), new Known(seen, known), same);
        Linked scratch = link(lists, Decisions.none(), same);
        assertThat(added.compared()).isLessThan(scratch.compared());
        int both = 0;
        for (int e = 0; e < scratch.edges().size(); e++) {
            int found =
                    added.edges().find(scratch.edges().left(e), scratch.edges().right(e));
            if (found >= 0) {
                assertThat(added.edges().weight(found))
                        .isCloseTo(scratch.edges().weight(e), within(1.0));
                both++;
            }
        }
        assertThat(both).isGreaterThan(scratch.edges().size() * 95 / 100);
        List<String> different = new ArrayList<>(links(scratch));
        different.removeAll(links(added));
        assertThat(different).hasSizeLessThan(5);
    }
}
