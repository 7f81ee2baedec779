// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.lapwing.casebook.fact.ClaimFact.ClaimCorrected;
import org.lapwing.casebook.fact.ClaimFact.ClaimWithdrawn;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.NameFact.NameRevealed;
import org.lapwing.casebook.fact.NameFact.NamesSought;
import org.lapwing.casebook.fact.PersonFact.Description;
import org.lapwing.casebook.fact.PersonFact.FateEstablished;
import org.lapwing.casebook.fact.PersonFact.PersonDescribed;
import org.lapwing.casebook.fact.PersonFact.PersonReviewed;
import org.lapwing.casebook.fact.PersonFact.SamePersonDecided;
import org.lapwing.casebook.fact.PersonFact.SamePersonTakenBack;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.ActType;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.EstablishedBy;
import org.lapwing.casebook.term.FateKind;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.Script;
import org.lapwing.casebook.term.Side;
import org.lapwing.edtf.Edtf;
import org.lapwing.edtf.Words;
import org.lapwing.entry.Id;

class CasebookTest {
    private final Telling telling = new Telling();

    private Coding held(Id person, Id place, String when, Access access) {
        return Coding.act(ActType.ARBITRARY_DETENTION, access)
                .to(person)
                .at(place)
                .when(when);
    }

    @Test
    void everyValueLeadsToItsEntryItsAuthorAndItsTime() {
        Id source = telling.survivor("amber-heron");
        Id account = telling.account(source, "Нас держали в депо.");
        Id claim = telling.claim(
                account, Coding.act(ActType.ABDUCTION, Access.SUFFERED).to(telling.personOf(source)));
        telling.by(
                Telling.DUNLIN,
                ClaimCorrected.of(
                        claim,
                        "the road, not the market",
                        Coding.act(ActType.ABDUCTION, Access.SUFFERED)
                                .to(telling.personOf(source))
                                .when("2019-02-2X")));

        Claims.Claim now = telling.casebook().claims().claim(claim).orElseThrow();
        assertThat(now.coding().when()).contains(Edtf.parse("2019-02-2X"));
        assertThat(now.coded().fact().when()).isEmpty();
        assertThat(now.changed().author()).isEqualTo(Telling.DUNLIN);
        assertThat(now.source()).isEqualTo(source);
        assertThat(telling.casebook().history(claim))
                .hasSize(2)
                .extracting(each -> each.ref().author())
                .containsExactly(Telling.OWL, Telling.DUNLIN);
        assertThat(telling.casebook().accounts().words(account, now.excerpt())).contains("Нас ");
    }

    @Test
    void anUncertainDateIsNeverMadeCertain() {
        Id source = telling.survivor("amber-heron");
        Id claim = telling.claim(
                telling.account(source, "words"),
                Coding.act(ActType.ABDUCTION, Access.SUFFERED)
                        .to(telling.personOf(source))
                        .when("2017-03~"));
        Fact fact =
                telling.casebook().claims().claim(claim).orElseThrow().coded().fact();
        Fact read = Casebook.FAMILY.read("ClaimCoded", 1, Casebook.FAMILY.write(fact));
        assertThat(read).isEqualTo(fact);
        Edtf when = telling.casebook()
                .claims()
                .claim(claim)
                .orElseThrow()
                .coding()
                .when()
                .orElseThrow();
        assertThat(when).hasToString("2017-03~");
        assertThat(Words.in(Locale.ENGLISH).of(when)).isEqualTo("about March 2017");
    }

    @Test
    void aRecantationOnStateTelevisionOpensACaseAndWithdrawsNoClaim() {
        Id source = telling.survivor("late-plover");
        Id account = telling.account(source, "words");
        Id claim = telling.claim(
                account, Coding.act(ActType.TORTURE, Access.SUFFERED).to(telling.personOf(source)));
        assertThat(telling.casebook().sources().source(source).orElseThrow().frozen())
                .isFalse();
        telling.add(new RetractionRecorded(
                telling.id(),
                source,
                RetractionKind.PUBLIC_RECANTATION,
                "regional television",
                Control.WITHIN_REACH_OF_ACCUSED,
                Optional.of("his uncle's house"),
                Optional.of(Edtf.parse("2019-04-30")),
                Optional.of(new Text("I was never there. I invented it.", "en")),
                List.of(account)));
        assertThat(telling.casebook().sources().source(source).orElseThrow().frozen())
                .isTrue();
        assertThat(telling.casebook().claims().claim(claim).orElseThrow().stands())
                .isTrue();
        telling.add(new ClaimWithdrawn(claim, "said in freedom that he had not been there"));
        assertThat(telling.casebook().claims().claim(claim).orElseThrow().stands())
                .isFalse();
        assertThat(telling.casebook().claims().naming(telling.personOf(source))).isEmpty();
    }

    @Test
    void mergedPersonsShowTheOlderNameAndComeApartAgain() {
        Id older = telling.person("reed-warbler");
        Id younger = telling.person("stone-curlew");
        Id third = telling.person("grey-teal");
        Id first = telling.id();
        telling.add(new SamePersonDecided(first, younger, older, "same day, same brother"));
        telling.add(new SamePersonDecided(telling.id(), third, younger, "same scar"));
        assertThat(telling.casebook().people().all()).hasSize(1);
        People.Person merged = telling.casebook().people().person(third).orElseThrow();
        assertThat(merged.codeName()).isEqualTo("reed-warbler");
        assertThat(merged.otherCodeNames()).containsExactly("stone-curlew", "grey-teal");
        telling.add(new SamePersonTakenBack(first, younger, older, "the brothers differ"));
        assertThat(telling.casebook().people().all()).hasSize(2);
        assertThat(telling.casebook().people().person(third).orElseThrow().codeName())
                .isEqualTo("stone-curlew");
    }

    @Test
    void whoeverIsKnownOnlyThroughOthersIsMaskedAndCountsOnlyWhenReviewed() {
        Id teller = telling.survivor("amber-heron");
        Id other = telling.person("reed-warbler");
        telling.claim(
                telling.account(teller, "words"),
                Coding.act(ActType.ABDUCTION, Access.SAW).to(other));
        People people = telling.casebook().people();
        assertThat(people.person(other).orElseThrow().masked()).isTrue();
        assertThat(people.person(other).orElseThrow().counts()).isFalse();
        assertThat(people.person(telling.personOf(teller)).orElseThrow().counts())
                .isTrue();
        telling.add(new PersonReviewed(other, true, LocalDate.of(2019, 9, 1), "three describe the same man"));
        assertThat(telling.casebook().people().person(other).orElseThrow().counts())
                .isTrue();
        assertThat(telling.casebook().people().person(other).orElseThrow().masked())
                .isFalse();
    }

    @Test
    void reportedKilledIsNotDead() {
        Id teller = telling.survivor("amber-heron");
        Id person = telling.person("reed-warbler");
        Id claim = telling.claim(
                telling.account(teller, "words"),
                Coding.fate(FateKind.REPORTED_KILLED, Access.HEARD).to(person));
        assertThat(telling.casebook().people().person(person).orElseThrow().living())
                .isTrue();
        telling.add(new FateEstablished(
                person,
                FateKind.DEATH_ESTABLISHED,
                EstablishedBy.DOCUMENT,
                Optional.empty(),
                List.of(claim),
                "a certificate, seen by two"));
        assertThat(telling.casebook().people().person(person).orElseThrow().living())
                .isFalse();
    }

    @Test
    void birthYearsStandSideBySideEachWithWhoSaysIt() {
        Id one = telling.survivor("amber-heron");
        Id two = telling.survivor("grey-teal");
        Id person = telling.person("reed-warbler");
        telling.add(new PersonDescribed(
                telling.id(), person, new Description.Born(Edtf.parse("1991~")), Optional.of(one), Optional.empty()));
        telling.add(new PersonDescribed(
                telling.id(), person, new Description.Born(Edtf.parse("1993")), Optional.of(two), Optional.empty()));
        assertThat(telling.casebook().people().person(person).orElseThrow().descriptions())
                .extracting(each -> each.fact().saidBy())
                .containsExactly(Optional.of(one), Optional.of(two));
    }

    @Test
    void theTimelineOfAPlaceTellsWhoWasThereFromWhoOnlyHeard() {
        Id place = telling.place("the former depot");
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        Id warbler = telling.person("reed-warbler");
        telling.claim(
                telling.account(heron, "words"),
                held(telling.personOf(heron), place, "2019-02-27/2019-03-10~", Access.SUFFERED));
        Id told = telling.account(teal, "words");
        telling.claim(told, held(telling.personOf(heron), place, "2019-03", Access.SAW));
        telling.claim(told, held(warbler, place, "2019-02-20", Access.HEARD));
        telling.claim(
                told,
                Coding.fate(FateKind.RELEASED, Access.SAW)
                        .to(telling.personOf(heron))
                        .when("2019-03-10~"));

        List<Places.Stay> rows = telling.casebook().places().timeline(place);
        assertThat(rows).extracting(row -> row.person().codeName()).containsExactly("reed-warbler", "amber-heron");
        assertThat(rows.getFirst().solid()).isFalse();
        assertThat(rows.getFirst().endKnown()).isFalse();
        assertThat(rows.getLast().said()).hasSize(2);
        assertThat(rows.getLast().solid()).isTrue();
        assertThat(rows.getLast().first()).contains(LocalDate.of(2019, 2, 27));
        assertThat(rows.getLast().endKnown()).isTrue();
        assertThat(telling.casebook().places().episodes(warbler)).hasSize(1);
    }

    @Test
    void whoWasAtAPlaceIsWorkedOutAnewWhenSomethingIsTold() {
        Id place = telling.place("the brick depot");
        Id source = telling.survivor("amber-heron");
        Id other = telling.person("grey-wagtail");
        Id account = telling.account(source, "words");
        Id first = telling.claim(account, held(telling.personOf(source), place, "2019-03", Access.SUFFERED));
        assertThat(telling.casebook().places().there(place)).hasSize(1);
        assertThat(telling.casebook().claims().unmasked(place)).containsExactly(first);

        Id second = telling.claim(account, held(other, place, "2019-04", Access.SAW));
        assertThat(telling.casebook().places().there(place))
                .extracting(Places.There::masked)
                .containsExactly(false, true);
        assertThat(telling.casebook().claims().unmasked(place)).containsExactly(first);

        telling.add(new PersonReviewed(other, true, LocalDate.of(2020, 1, 1), "looked at"));
        assertThat(telling.casebook().claims().unmasked(place)).containsExactly(first, second);
        assertThat(telling.casebook().places().there(place))
                .extracting(Places.There::masked)
                .containsExactly(false, false);

        telling.add(new ClaimWithdrawn(first, "another depot"));
        assertThat(telling.casebook().claims().unmasked(place)).containsExactly(second);
    }

    @Test
    void compartmentsFoldedApartJoinToTheSameCasebook() {
        Id source = telling.survivor("amber-heron");
        Id person = telling.personOf(source);
        Id account = telling.account(source, "words");
        Fact name = new NameRecorded(
                telling.id(),
                person,
                "Вымышлен",
                Script.CYRILLIC,
                NameKind.FAMILY,
                Optional.of(source),
                Optional.of(account));
        Casebook names = CasebookFold.apply(
                Casebook.EMPTY,
                name,
                new EntryRef(90, new Id(3, 3), Telling.OWL, java.time.Instant.EPOCH, new Id(3, 4)));
        Casebook alone = telling.casebook();
        assertThat(alone.holds(Compartment.NAMES)).isFalse();
        assertThat(alone.people().names(person)).isEmpty();
        assertThat(names.people().person(person)).isEmpty();
        assertThat(names.people().names(person)).hasSize(1);
        Casebook both = Casebook.joined(List.of(alone, names, Casebook.holding(java.util.Set.of(Compartment.TIES))));
        assertThat(both.people().names(person)).hasSize(1);
        assertThat(both.people().person(person)).isPresent();
        assertThat(both.compartments())
                .containsExactlyInAnyOrder(Compartment.CASEBOOK, Compartment.NAMES, Compartment.TIES);
    }

    @Test
    void erasingASourceClosesOverWhatRestsOnNothingElse() {
        Id heron = telling.survivor("amber-heron");
        Id teal = telling.survivor("grey-teal");
        Id named = telling.person("reed-warbler");
        Id onlyByHeron = telling.person("stone-curlew");
        Id finding = telling.finding("men were held");
        Id told = telling.account(heron, "words");
        Id his = telling.claim(told, Coding.act(ActType.ABDUCTION, Access.SAW).to(named));
        telling.claim(told, Coding.act(ActType.ABDUCTION, Access.SAW).to(onlyByHeron));
        Id derived = telling.claim(
                telling.account(teal, "words"),
                Coding.act(ActType.ABDUCTION, Access.HEARD).to(named).derivedFrom(heron));
        telling.weigh(finding, his, Side.FOR);
        telling.weigh(finding, derived, Side.FOR);
        Id heronPerson = telling.personOf(heron);
        Id opened = telling.casebook()
                .sources()
                .source(heron)
                .orElseThrow()
                .opened()
                .ref()
                .entry();

        Closing closing = Closing.over(telling.casebook(), heron);
        assertThat(closing.owners())
                .containsExactlyInAnyOrder(
                        new Owner.OfSource(heron), new Owner.OfPerson(heronPerson), new Owner.OfPerson(onlyByHeron));
        assertThat(closing.accounts()).containsExactly(told);
        assertThat(closing.findings()).hasSize(1);
        assertThat(closing.released()).isEmpty();

        Casebook left = CasebookFold.erase(telling.casebook(), List.of(opened));
        assertThat(left.sources().source(heron)).isEmpty();
        assertThat(left.history(told)).isEmpty();
        assertThat(left.claims().claim(his)).isEmpty();
        assertThat(left.people().person(onlyByHeron)).isEmpty();
        assertThat(left.people().person(heronPerson)).isEmpty();
        assertThat(left.people().person(named)).isPresent();
        assertThat(left.claims().claim(derived)).isPresent();
        assertThat(left.findings().finding(finding).orElseThrow().claims()).hasSize(1);
        assertThat(telling.casebook().sources().source(heron)).isPresent();
    }

    @Test
    void aNameThatSomebodyLookedAtKeepsNobodyWhoIsForgotten() {
        Id heron = telling.survivor("amber-heron");
        Id curlew = telling.person("stone-curlew");
        Id told = telling.account(heron, "words");
        telling.claim(told, Coding.act(ActType.ABDUCTION, Access.SAW).to(curlew));
        telling.add(new NameRecorded(
                telling.id(), curlew, "Zemfiran", Script.LATIN, NameKind.GIVEN, Optional.of(heron), Optional.of(told)));
        telling.add(new NameRevealed(curlew, "to compare two lists"));
        telling.add(new NamesSought(telling.id(), "a relative asks", List.of(curlew)));
        EntryRef opened = telling.casebook()
                .sources()
                .source(heron)
                .orElseThrow()
                .opened()
                .ref();

        Casebook left = CasebookFold.erase(telling.casebook(), List.of(opened.entry()));
        assertThat(left.people().person(curlew)).isEmpty();
        assertThat(left.people().roll()).isEmpty();
        assertThat(left.all(NameRecorded.class)).isEmpty();
        assertThat(left.all(NameRevealed.class)).isEmpty();
        // that somebody searched stays said; it names nobody who is here
        assertThat(left.history(curlew)).extracting(Noted::fact).hasOnlyElementsOfType(NamesSought.class);
    }

    @Test
    void theShredKeyIsThatOfWhoeverCanAskToBeForgotten() {
        Id heron = telling.survivor("amber-heron");
        Id account = telling.account(heron, "words");
        Id claim = telling.claim(
                account, Coding.act(ActType.ABDUCTION, Access.SUFFERED).to(telling.personOf(heron)));
        Casebook book = telling.casebook();
        for (Noted<?> noted : book.history(account)) {
            assertThat(Owner.of(book, noted.fact())).isEqualTo(new Owner.OfSource(heron));
        }
        assertThat(Owner.of(book, new ClaimWithdrawn(claim, "in error"))).isEqualTo(new Owner.OfSource(heron));
        assertThat(Owner.of(
                        book,
                        book.all(org.lapwing.casebook.fact.PersonFact.PersonOpened.class)
                                .getFirst()
                                .fact()))
                .isEqualTo(new Owner.OfPerson(telling.personOf(heron)));
    }

    @Test
    void anExcerptBeyondTheWordsShowsNothing() {
        Id account = telling.account(telling.survivor("amber-heron"), "коротко");
        assertThat(telling.casebook().accounts().words(account, new Excerpt.OfWords(1, 0, 7)))
                .contains("коротко");
        assertThat(telling.casebook().accounts().words(account, new Excerpt.OfWords(1, 0, 8)))
                .isEmpty();
        assertThat(telling.casebook().accounts().words(account, new Excerpt.OfWords(2, 0, 3)))
                .isEmpty();
    }
}
