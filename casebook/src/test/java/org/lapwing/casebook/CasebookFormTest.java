// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.entry.Id;

/** What a snapshot holds: the same casebook, or nothing. */
final class CasebookFormTest {
    private static byte[] written(Casebook casebook) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CasebookForm.write(casebook, Compartment.CASEBOOK, out);
        return out.toByteArray();
    }

    private static Casebook read(byte[] bytes) throws IOException {
        return CasebookForm.read(Compartment.CASEBOOK, new ByteArrayInputStream(bytes));
    }

    private static List<Noted<?>> told(long seed, int sources) {
        Random random = new Random(seed);
        Telling telling = new Telling();
        List<Id> places = List.of(telling.place("one"), telling.place("two"));
        List<Id> persons = new ArrayList<>();
        for (int i = 0; i < sources; i++) {
            Id source = telling.survivor("teller-" + i);
            persons.add(telling.personOf(source));
            Id account = telling.account(source, "сказано " + i + " 🐦 " + "слово ".repeat(random.nextInt(40)));
            for (int c = random.nextInt(4); c > 0; c--) {
                telling.claim(
                        account,
                        Coding.act(ActType.values()[0], Access.SAW)
                                .to(persons.get(random.nextInt(persons.size())))
                                .at(places.get(random.nextInt(2)))
                                .when("2019-02~"));
            }
        }
        return telling.casebook().shelf(Compartment.CASEBOOK).whole().history();
    }

    private static Casebook apply(Casebook to, List<Noted<?>> facts) {
        Casebook casebook = to;
        for (Noted<?> noted : facts) {
            casebook = CasebookFold.apply(casebook, noted.fact(), noted.ref());
        }
        return casebook;
    }

    private static Casebook bind(Casebook to, List<Noted<?>> facts) {
        Binding binding = new Binding(to, Compartment.CASEBOOK, 3);
        facts.forEach(noted -> binding.add(Folio.of(noted)));
        return binding.bound();
    }

    private static void assertSameAnswers(Casebook expected, Casebook found, List<Noted<?>> facts) {
        assertEquals(expected.size(), found.size());
        assertEquals(expected.all(ClaimCoded.class), found.all(ClaimCoded.class));
        for (Noted<?> noted : facts) {
            assertEquals(
                    expected.entry(noted.ref().entry()), found.entry(noted.ref().entry()));
            for (Id id : noted.fact().mentions()) {
                assertEquals(expected.about(id, ClaimCoded.class), found.about(id, ClaimCoded.class));
                assertEquals(expected.last(id, ClaimCoded.class), found.last(id, ClaimCoded.class));
                assertEquals(expected.history(id), found.history(id));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void foldingOnFromASnapshotGivesWhatFoldingAllGives(long seed) throws IOException {
        List<Noted<?>> facts = told(seed, 60);
        Casebook all = apply(Casebook.holding(Set.of(Compartment.CASEBOOK)), facts);
        Random random = new Random(seed);
        for (int time = 0; time < 8; time++) {
            int cut = random.nextInt(facts.size() + 1);
            Casebook first = apply(Casebook.holding(Set.of(Compartment.CASEBOOK)), facts.subList(0, cut));
            Casebook back = read(written(first));
            assertArrayEquals(written(first), written(back));
            Casebook rest = apply(back, facts.subList(cut, facts.size()));
            Casebook bound = bind(back, facts.subList(cut, facts.size()));
            assertArrayEquals(written(all), written(rest));
            assertArrayEquals(written(all), written(bound));
            assertArrayEquals(written(all), written(rest.settled()));
            if (time == 0) {
                assertSameAnswers(all, rest, facts);
                assertSameAnswers(all, bound, facts);
            }
        }
    }

    @Test
    void manyFactsAreBoundAndAnswerAsWhenTheyWereLoose() throws IOException {
        List<Noted<?>> facts = told(9, 700);
        Casebook loose = apply(Casebook.holding(Set.of(Compartment.CASEBOOK)), facts);
        Casebook settled = loose.settled();
        assertEquals(0, settled.shelf(Compartment.CASEBOOK).loose().byEntry().size());
        assertEquals(loose.all(PersonOpened.class), settled.all(PersonOpened.class));
        assertArrayEquals(written(loose), written(settled));
        List<Id> gone = List.of(facts.get(2).ref().entry(), facts.get(50).ref().entry());
        assertArrayEquals(written(CasebookFold.erase(loose, gone)), written(CasebookFold.erase(settled, gone)));
        Casebook afterwards = bind(
                CasebookFold.erase(settled, gone),
                told(10, 3).stream().<Noted<?>>map(CasebookFormTest::later).toList());
        assertEquals(CasebookFold.erase(loose, gone).size() + told(10, 3).size(), afterwards.size());
    }

    /** The same fact as another entry, further on in the journal. */
    private static Noted<?> later(Noted<?> noted) {
        EntryRef ref = noted.ref();
        EntryRef moved = new EntryRef(
                ref.index() + 1_000_000,
                new Id(ref.entry().high(), ref.entry().low() + 1_000_000),
                ref.author(),
                ref.time(),
                ref.shredKey());
        return new Noted<Fact>(noted.fact(), moved);
    }

    @Test
    void isRefusedWhenCutShortOrOfOtherCode() throws IOException {
        byte[] whole = written(apply(Casebook.holding(Set.of(Compartment.CASEBOOK)), told(3, 5)));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(Exception.class, () -> read(cut));
        }
        for (int at = 0; at < 37; at++) {
            byte[] other = whole.clone();
            other[at] ^= 1;
            assertThrows(Exception.class, () -> read(other));
        }
    }

    @Test
    void refusesFactsOfAnotherCompartment() throws IOException {
        byte[] casebook = written(apply(Casebook.holding(Set.of(Compartment.CASEBOOK)), told(3, 5)));
        assertThrows(
                RuntimeException.class, () -> CasebookForm.read(Compartment.NAMES, new ByteArrayInputStream(casebook)));
    }
}
