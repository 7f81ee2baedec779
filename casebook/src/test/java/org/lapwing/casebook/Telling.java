// SPDX-License-Identifier: Apache-2.0
package org.lapwing.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Coding;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.casebook.term.Wording;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;

/** Tells a casebook in the order in which things happened. Each fact is an entry of its own. */
public final class Telling {
    public static final Id OWL = new Id(9, 1);
    public static final Id DUNLIN = new Id(9, 2);
    private static final Id KEY = new Id(9, 9);
    private static final Instant START = Instant.parse("2019-05-01T08:00:00Z");

    private Casebook casebook = Casebook.EMPTY;
    private long entries;
    private long ids;

    public Casebook casebook() {
        return casebook;
    }

    public Id id() {
        return new Id(1, ++ids);
    }

    /** Appends and gives the entry's id. */
    public Id by(Id author, Fact fact) {
        Id entry = new Id(2, entries);
        casebook = CasebookFold.apply(
                casebook, fact, new EntryRef(entries, entry, author, START.plusSeconds(60 * entries), KEY));
        entries++;
        return entry;
    }

    public Id add(Fact fact) {
        return by(OWL, fact);
    }

    public Id source(String codeName, SourceKind kind, Optional<Id> person) {
        Id source = id();
        add(new SourceOpened(
                source, codeName, kind, List.of("ru"), person, Optional.empty(), Optional.empty(), Optional.empty()));
        return source;
    }

    /** A verified survivor who is a person of the same name. */
    public Id survivor(String codeName) {
        Id source = source(codeName, SourceKind.SURVIVOR, Optional.of(person(codeName)));
        verify(source);
        return source;
    }

    public void verify(Id source) {
        add(new SourceVerified(source, true, VerifiedHow.CALL_BACK, "knew what was agreed"));
    }

    public Id personOf(Id source) {
        return casebook.sources()
                .source(source)
                .orElseThrow()
                .opened()
                .fact()
                .person()
                .orElseThrow();
    }

    public Id person(String codeName) {
        Id person = id();
        add(new PersonOpened(person, codeName, List.of(PersonRole.VICTIM), AgeGroup.FROM_26_TO_40));
        return person;
    }

    public Id place(String name) {
        Id place = id();
        add(new PlaceOpened(
                place,
                List.of(name),
                PlaceType.DEPOT_OR_GARAGE,
                Standing.UNOFFICIAL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return place;
    }

    public Id account(Id source, String words) {
        return account(source, words, "2019-04-20~");
    }

    public Id account(Id source, String words, String told) {
        Id account = id();
        add(new AccountTaken(
                account,
                source,
                Channel.INTERVIEW,
                Edtf.parse(told),
                "ru",
                "a kitchen",
                "nobody",
                Optional.of(OWL),
                "none",
                true,
                Wording.VERBATIM,
                List.of(),
                true,
                Optional.empty(),
                List.of(),
                Optional.empty()));
        add(new WorkingCopyMade(account, 1, new Text(words, "ru"), List.of()));
        return account;
    }

    public Id claim(Id account, Coding coding) {
        Id claim = id();
        add(ClaimCoded.of(claim, account, new Excerpt.OfWords(1, 0, 4), coding));
        return claim;
    }

    public Id finding(String sentence, Id... about) {
        Id finding = id();
        add(new FindingProposed(
                finding,
                7,
                FindingType.PATTERN,
                new Text(sentence, "en"),
                Optional.of(Edtf.parse("2019-02/2019-04")),
                Optional.empty(),
                Optional.empty(),
                List.of(about),
                Standard.REASONABLE_GROUNDS_TO_BELIEVE));
        return finding;
    }

    public void weigh(Id finding, Id claim, Side side) {
        add(new ClaimWeighed(finding, claim, side, Optional.empty()));
    }
}
