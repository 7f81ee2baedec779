// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.People.Listed;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.fact.PersonFact.SamePersonDecided;
import org.lapwing.casebook.fact.PersonFact.SamePersonTakenBack;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.entry.Id;

/** The indexes say what reading everything says, wherever facts lie: loose, bound, merged or gone. */
class RollTest {
    private static final int FACTS = 6000;

    private final Random random = new Random(11);
    private final List<Id> persons = new ArrayList<>();
    private final List<SamePersonDecided> decisions = new ArrayList<>();
    private int number;

    private Id somebody() {
        return persons.get(random.nextInt(persons.size()));
    }

    private Fact next() {
        int what = persons.size() < 10 ? 0 : random.nextInt(12);
        return switch (what) {
            case 6, 7 ->
                new SourceOpened(
                        Id.random(random),
                        "told-" + number++,
                        SourceKind.RELATIVE,
                        List.of("ru"),
                        random.nextBoolean() ? Optional.of(somebody()) : Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
            case 8 -> new PersonReviewed(somebody(), true, LocalDate.of(2020, 1, 1), "looked at");
            case 9 -> {
                decisions.add(new SamePersonDecided(Id.random(random), somebody(), somebody(), "the same scar"));
                yield decisions.getLast();
            }
            case 10 -> {
                if (decisions.isEmpty()) {
                    yield next();
                }
                SamePersonDecided same = decisions.get(random.nextInt(decisions.size()));
                yield new SamePersonTakenBack(same.decision(), same.one(), same.other(), "two scars");
            }
            default -> {
                persons.add(Id.random(random));
                yield new PersonOpened(
                        persons.getLast(),
                        "name-" + number++,
                        List.of(random.nextInt(9) == 0 ? PersonRole.OFFICIAL : PersonRole.VICTIM),
                        AgeGroup.UNKNOWN);
            }
        };
    }

    private static void agrees(Casebook casebook) {
        assertThat(casebook.people().roll())
                .isEqualTo(casebook.people().all().stream()
                        .map(each -> new Listed(each.id(), each.codeName(), each.masked()))
                        .toList());
        for (Noted<PersonOpened> each : casebook.all(PersonOpened.class)) {
            Id id = each.fact().person();
            var person = casebook.people().person(id).orElseThrow();
            assertThat(casebook.people().codeName(id)).hasValue(person.codeName());
            assertThat(casebook.people().masked(id)).isEqualTo(person.masked());
            assertThat(casebook.named(PersonOpened.class, each.fact().codeName()))
                    .hasValue(each);
        }
        assertThat(casebook.names(PersonOpened.class, "name-1", 7))
                .isEqualTo(casebook.all(PersonOpened.class).stream()
                        .map(each -> each.fact().codeName())
                        .filter(name -> name.startsWith("name-1"))
                        .sorted()
                        .limit(7)
                        .toList());
    }

    @Test
    void saysWhatReadingEverythingSays() {
        Casebook casebook = Casebook.EMPTY;
        List<EntryRef> refs = new ArrayList<>();
        for (int i = 0; i < FACTS; i++) {
            EntryRef ref = new EntryRef(i, Id.random(random), Id.random(random), Instant.EPOCH, Id.random(random));
            refs.add(ref);
            casebook = CasebookFold.apply(casebook, next(), ref).settled();
            if (i % 1499 == 0) {
                agrees(casebook);
            }
        }
        agrees(casebook);
        for (int i = 0; i < 20; i++) {
            casebook = CasebookFold.erase(
                    casebook, List.of(refs.get(random.nextInt(refs.size())).entry()));
        }
        agrees(casebook);
    }

    @Test
    void twoOfOneNameAreFoundByTheFirstAndByTheOtherOnceThatIsGone() {
        EntryRef one = new EntryRef(0, Id.random(random), Id.random(random), Instant.EPOCH, Id.random(random));
        EntryRef two = new EntryRef(1, Id.random(random), Id.random(random), Instant.EPOCH, Id.random(random));
        Fact first = new PersonOpened(Id.random(random), "grey-teal", List.of(), AgeGroup.UNKNOWN);
        Fact second = new PersonOpened(Id.random(random), "grey-teal", List.of(), AgeGroup.UNKNOWN);
        Casebook both = CasebookFold.apply(CasebookFold.apply(Casebook.EMPTY, first, one), second, two);
        assertThat(both.named(PersonOpened.class, "grey-teal").orElseThrow().fact())
                .isEqualTo(first);
        assertThat(CasebookFold.erase(both, List.of(one.entry()))
                        .named(PersonOpened.class, "grey-teal")
                        .orElseThrow()
                        .fact())
                .isEqualTo(second);
    }
}
