// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.IntakeFact.ReportTriaged;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.OriginalFact.TokensMapped;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.release.ConsentWording;
import org.lapwing.casebook.term.AccountLabel;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.Script;
import org.lapwing.casebook.term.TriageDecision;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.casebook.term.Wording;
import org.lapwing.desk.demo.LargeCast.Hand;
import org.lapwing.desk.demo.LargeCast.Written;
import org.lapwing.desk.demo.Numbered.Sort;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.seal.Receipt;

/** All that comes into the casebook with one account of a large world: about ten entries. */
final class LargeAccount {
    private final LargeCast cast;
    private final ShredKeys keys;
    private final int number;
    private final SplittableRandom random;
    private final Id account;
    private final Id source;
    private final int person;
    private final int place;
    private final String language;
    private final InventedTelling telling;
    private final List<Written> facts = new ArrayList<>();

    /** Under which keys a large world lies. */
    record ShredKeys(Id group, List<Id> sources, List<Id> reports, List<Id> persons) {}

    private LargeAccount(LargeCast cast, ShredKeys keys, int number) {
        this.cast = cast;
        this.keys = keys;
        this.number = number;
        random = cast.numbered().random(Sort.ACCOUNT, number);
        account = cast.numbered().id(Sort.ACCOUNT, number);
        source = cast.numbered().id(Sort.SOURCE, cast.source(number));
        person = number / 2;
        place = cast.somePlace(random);
        language = random.nextInt(10) < 7 ? "ru" : "en";
        telling = InventedTelling.make(
                language,
                new InventedTelling.Of(spelt(cast.givenName(person)), spelt(cast.placeName(place))),
                cast.codeNames(),
                random);
    }

    static List<Written> write(LargeCast cast, ShredKeys keys, int number) {
        LargeAccount account = new LargeAccount(cast, keys, number);
        account.report();
        account.source();
        account.person();
        account.words();
        account.claims();
        account.consents();
        return account.facts;
    }

    private String spelt(String name) {
        return language.equals("ru") ? name : InventedWords.latin(name);
    }

    private void underSource(Hand hand, Fact fact) {
        facts.add(new Written(hand, fact, keys.sources().get(cast.source(number))));
    }

    private Optional<Id> reportId() {
        return cast.hasReport(number)
                ? Optional.of(cast.numbered().id(Sort.REPORT, cast.report(number)))
                : Optional.empty();
    }

    private void report() {
        reportId().ifPresent(report -> {
            Id key = keys.reports().get(cast.report(number));
            facts.add(
                    new Written(Hand.INTAKE, received(report, telling.original().words(), random), key));
            facts.add(new Written(
                    Hand.INTAKE,
                    new ReportTriaged(report, TriageDecision.ACCOUNT_MADE, Optional.of(account), Optional.empty()),
                    key));
        });
    }

    /** A report as the gate hands it over; its first part only, where it is long. */
    static ReportReceived received(Id report, String words, SplittableRandom random) {
        byte[] secret = new byte[Receipt.SECRET_BYTES];
        random.nextBytes(secret);
        Receipt receipt = Receipt.of(secret);
        return new ReportReceived(
                report,
                LocalDate.of(2018, 1, 1).plusDays(random.nextInt(540)),
                random.nextInt(20) == 0,
                "ru",
                words.substring(0, Math.min(400, words.length())),
                List.of(),
                Optional.empty(),
                HexFormat.of().formatHex(receipt.locator()),
                receipt.mailbox().recipient().toString(),
                HexFormat.of().formatHex(receipt.revealProveKey()),
                ReportKind.REPORT,
                Optional.empty());
    }

    private void source() {
        if (!cast.beginsSource(number)) {
            return;
        }
        underSource(
                Hand.INTAKE,
                new SourceOpened(
                        source,
                        cast.codeNameOfSource(cast.source(number)),
                        cast.kind(cast.source(number)),
                        List.of(language),
                        cast.tellsOfThemself(number) ? Optional.of(personId()) : Optional.empty(),
                        reportId(),
                        Optional.empty(),
                        Optional.of("writes first, in the evening")));
        if (random.nextInt(5) < 2) {
            underSource(
                    Hand.CODER,
                    new SourceVerified(source, true, VerifiedHow.CALL_BACK, "called back at an agreed number"));
        }
    }

    private Id personId() {
        return cast.numbered().id(Sort.PERSON, person);
    }

    private void person() {
        if (number % 2 != 0) {
            return;
        }
        List<AgeGroup> ages = List.of(AgeGroup.FROM_18_TO_25, AgeGroup.FROM_26_TO_40, AgeGroup.UNKNOWN);
        facts.add(new Written(
                Hand.INTAKE,
                new PersonOpened(
                        personId(),
                        cast.codeNameOfPerson(person),
                        List.of(random.nextInt(20) == 0 ? PersonRole.OFFICIAL : PersonRole.VICTIM),
                        ages.get(random.nextInt(ages.size()))),
                keys.persons().get(person)));
        name(0, NameKind.GIVEN, spelt(cast.givenName(person)));
        name(1, NameKind.FAMILY, spelt(cast.familyName(person)));
    }

    private void name(int which, NameKind kind, String value) {
        underSource(
                Hand.INTAKE,
                new NameRecorded(
                        cast.numbered().id(Sort.NAME, 2L * person + which),
                        personId(),
                        value,
                        language.equals("ru") ? Script.CYRILLIC : Script.LATIN,
                        kind,
                        Optional.of(source),
                        Optional.of(account)));
    }

    private void words() {
        List<AccountLabel> labels = random.nextInt(3) == 0 ? List.of(AccountLabel.TORTURE) : List.of();
        underSource(
                Hand.INTAKE,
                new AccountTaken(
                        account,
                        source,
                        reportId().isPresent() ? Channel.GATE : Channel.INTERVIEW,
                        Edtf.parse(day()),
                        language,
                        "alone, unhurried",
                        "none",
                        Optional.empty(),
                        "none",
                        true,
                        random.nextInt(3) == 0 ? Wording.SUMMARY : Wording.VERBATIM,
                        List.of(),
                        false,
                        Optional.empty(),
                        labels,
                        reportId()));
        underSource(Hand.INTAKE, new OriginalKept(account, telling.original()));
        underSource(
                Hand.INTAKE,
                new WorkingCopyMade(
                        account,
                        1,
                        telling.copy().words(),
                        List.of(
                                new TokenMeant(telling.person().toString(), Optional.of(personId())),
                                new TokenMeant(
                                        telling.place().toString(),
                                        Optional.of(cast.numbered().id(Sort.PLACE, place))))));
        underSource(Hand.INTAKE, new TokensMapped(account, 1, telling.copy().places()));
    }

    private String day() {
        return String.format(
                Locale.ROOT, "%d-%02d-%02d", 2017 + random.nextInt(2), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private void claims() {
        LargeClaims coder = new LargeClaims(cast, random);
        int many = 1 + random.nextInt(3) + (random.nextInt(4) == 0 ? 1 : 0);
        for (int i = 0; i < many; i++) {
            underSource(
                    Hand.CODER,
                    ClaimCoded.of(
                            claim(cast, number, i),
                            account,
                            telling.sentence(random.nextInt(100)),
                            coder.coding(
                                    new LargeClaims.Told(personId(), place, number, cast.tellsOfThemself(number)))));
        }
    }

    /** The first claim of each account is there. */
    static Id claim(LargeCast cast, int account, int which) {
        return cast.numbered().id(Sort.CLAIM, 8L * account + which);
    }

    private void consents() {
        int many = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < many && cast.beginsSource(number); i++) {
            Purpose purpose = i == 0 ? Purpose.ANALYSE : Purpose.QUOTE_ANONYMOUSLY;
            ConsentGiven given = new ConsentGiven(
                    cast.numbered().id(Sort.CONSENT, 8L * number + i),
                    source,
                    source,
                    Relation.SELF,
                    Optional.empty(),
                    purpose,
                    Optional.empty(),
                    new ConsentWording(Locale.ENGLISH).of(purpose),
                    true,
                    true,
                    language,
                    "none",
                    "asked at the end of the talk",
                    LocalDate.of(2018, 6, 1).plusDays(random.nextInt(365)),
                    Optional.empty(),
                    Optional.empty());
            facts.add(new Written(Hand.INTAKE, given, keys.group()));
        }
    }
}
