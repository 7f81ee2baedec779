// SPDX-License-Identifier: Apache-2.0
package org.lapwing.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lapwing.linkage.cluster.Decisions;
import org.lapwing.linkage.cluster.Edges;
import org.lapwing.linkage.compare.Kind;
import org.lapwing.linkage.files.Outputs;
import org.lapwing.linkage.lists.RecordList;
import org.lapwing.linkage.lists.Records;
import org.lapwing.linkage.model.FieldModel;
import org.lapwing.linkage.report.Doubts;

/** Learning without labels must find the class "one person" and not the class "one family". All people are invented. */
class LearningTest {

    private static Linked linked(int people, int brothers) {
        List<RecordList> lists = new InventedLists(11, people, brothers).lists();
        Records records = InventedLists.records(lists);
        return Linkage.of(
                records, InventedLists.layout(lists), Decisions.none(), new LinkOptions(Optional.empty(), 2, 100, 1));
    }

    private static void learnedPersonsAndNotFamilies(Linked linked, int people) {
        for (FieldModel field : linked.model().fields()) {
            if (field.plan().kind() == Kind.GIVEN_NAME || field.plan().kind() == Kind.BIRTH_DATE) {
                assertThat(field.m()[0]).as(field.plan().name() + " differs").isLessThan(0.08);
            }
        }
        assertThat(Doubts.of(linked.model())).isEmpty();
        double pairs = 0.5 * linked.records().size() * (linked.records().size() - 1);
        assertThat(linked.model().matchShare() * pairs / (people / 3.0)).isCloseTo(1, within(0.1));

        Records records = linked.records();
        Edges edges = linked.edges();
        double wrongButSure = 0;
        for (int e = 0; e < edges.size(); e++) {
            boolean one = InventedLists.areOne(records, edges.left(e), edges.right(e));
            wrongButSure += Outputs.probability(edges.weight(e)) > 0.9 && !one ? 1 : 0;
        }
        assertThat(saidAgainstTrue(linked))
                .as("persons said against persons true")
                .isCloseTo(1, within(0.03));
        assertThat(wrongButSure).isLessThan(people / 3 * 0.01);

        Linked.Persons persons = linked.persons();
        assertThat(people).isBetween(persons.low(), persons.high());
        assertThat(persons.linked()).isBetween(persons.low(), persons.high());
    }

    @Test
    void aThirdOfThePeopleHaveABrotherOnTheLists() {
        learnedPersonsAndNotFamilies(linked(6000, 33), 6000);
    }

    /** Most kin share no key and are never compared; whoever forgets them takes their likeness for that of one person. */
    @Test
    void whereNearlyEverybodyHasABrotherKinAreNotTakenForOnePerson() {
        Linked linked = linked(6000, 90);
        assertThat(saidAgainstTrue(linked)).isCloseTo(1, within(0.08));
        assertThat(linked.persons().linked()).isCloseTo(6000, within(60));
    }

    private static double saidAgainstTrue(Linked linked) {
        Edges edges = linked.edges();
        double said = 0;
        double were = 0;
        for (int e = 0; e < edges.size(); e++) {
            said += Outputs.probability(edges.weight(e));
            were += InventedLists.areOne(linked.records(), edges.left(e), edges.right(e)) ? 1 : 0;
        }
        return said / were;
    }

    @Test
    @Tag("long")
    void aThirdOfAHundredThousandPeopleHaveABrotherOnTheLists() {
        learnedPersonsAndNotFamilies(linked(75_000, 33), 75_000);
    }

    /** All that the lists have is what a family shares: one person cannot be told from another, and that is said. */
    @Test
    void saysWhereTheColumnsHardlyTellPeopleApart() {
        RecordList list = twins();
        Records records = Records.of(List.of(list), InventedLists.layout(List.of(list)));
        Linked linked = Linkage.of(
                records,
                InventedLists.layout(List.of(list)),
                Decisions.none(),
                new LinkOptions(Optional.empty(), 1, 10, 1));
        assertThat(Doubts.of(linked.model()))
                .anySatisfy(doubt -> assertThat(doubt.english()).contains("hardly tell people apart"));
    }

    private static RecordList twins() {
        RecordList.Builder list = new RecordList.Builder("amber", "amber.csv", List.of("id", "sex", "town"));
        for (int i = 0; i < 400; i++) {
            list.row(i + 2, List.of("a" + i, i % 2 == 0 ? "f" : "m", i % 3 == 0 ? "karimo" : "velusa"));
        }
        return list.build();
    }
}
