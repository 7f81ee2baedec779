// SPDX-License-Identifier: Apache-2.0
package org.lapwing.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FamilyTest {
    enum Access {
        SUFFERED,
        SAW_IT
    }

    sealed interface Where {}

    record InPlace(Id place) implements Where {}

    record Described(String words) implements Where {}

    record Stretch(int from, int to) {}

    sealed interface Fact {}

    record Coded(
            @Slot(0) Id claim,
            @Slot(1) Access access,
            @Slot(2) Optional<LocalDate> day,
            @Slot(5) List<Stretch> stretches,
            @Slot(6) Where where,
            @Slot(9) boolean certain)
            implements Fact {}

    @Version(2)
    record Renamed(@Slot(1) String name) implements Fact {}

    private final Family<Fact> family = Family.of(Fact.class)
            .written(LocalDate.class, LocalDate::toString, LocalDate::parse)
            .upcast(
                    "Renamed",
                    1,
                    fields -> fields.without(0).with(1, fields.at(0).orElseThrow()))
            .build();

    private final Id id = new Id(1, 2);

    @Test
    void aFactComesBackAsItWasWritten() {
        var facts = List.of(
                new Coded(id, Access.SAW_IT, Optional.empty(), List.of(), new Described("by the boiler"), false),
                new Coded(
                        id,
                        Access.SUFFERED,
                        Optional.of(LocalDate.of(2019, 3, 1)),
                        List.of(new Stretch(3, 14)),
                        new InPlace(id),
                        true));
        for (Fact fact : facts) {
            assertThat(family.read(family.kind(fact), family.version(fact), family.write(fact)))
                    .isEqualTo(fact);
        }
        assertThat(family.write(facts.getFirst()).bySlot()).containsOnlyKeys(0, 1, 5, 6, 9);
    }

    sealed interface Grouped {}

    sealed interface Quiet extends Grouped {}

    record Heard(@Slot(0) String words) implements Quiet {}

    record Seen(@Slot(0) String words) implements Grouped {}

    @Test
    void aFamilyMayBeGroupedBySealedInterfacesWithinIt() {
        Family<Grouped> grouped = Family.of(Grouped.class).build();
        assertThat(grouped.kinds()).containsOnlyKeys("Heard 1", "Seen 1");
        Grouped heard = new Heard("steps");
        assertThat(grouped.read("Heard", 1, grouped.write(heard))).isEqualTo(heard);
    }

    @Test
    void anOldVersionIsReadThroughItsUpcast() {
        assertThat(family.read("Renamed", 1, Fields.of(Map.of(0, Json.of("old")))))
                .isEqualTo(new Renamed("old"));
    }

    @Test
    void aVersionFromTheFutureAndAMissingFieldAreRefusedByName() {
        assertThatThrownBy(() -> family.read("Coded", 2, Fields.NONE)).hasMessageContaining("newer Lapwing");
        assertThatThrownBy(() -> family.read("Coded", 1, Fields.NONE)).hasMessageContaining("lacks its claim");
        assertThatThrownBy(() -> family.read("Nothing", 1, Fields.NONE)).hasMessageContaining("not of this family");
    }
}
