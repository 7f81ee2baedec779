// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.lapwing.casebook.Drafts;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.FindingFact.FindingReasoned;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.RunsPlace;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.WeighingFact.ClaimWeighed;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.casebook.term.UnitType;
import org.lapwing.desk.demo.LargeCast.Hand;
import org.lapwing.desk.demo.LargeCast.Written;
import org.lapwing.desk.demo.Numbered.Sort;
import org.lapwing.desk.doors.Unlocked;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Draft;
import org.lapwing.entry.Id;
import org.lapwing.journal.Journal;
import org.lapwing.journal.Outcome;

/**
 * Many invented accounts, for measuring a desk that has worked for years. With the same seed and number the same ids, words,
 * dates and decisions; keys, salts and seals are new each time, and since every core writes, so is the order of accounts.
 * Entries go through the journal's own door: signed by a member, committed to field by field, sealed.
 */
final class LargeWorld {
    /** Accounts of one append: their entries stay under the journal's limit of 1,024. */
    private static final int TOGETHER = 48;

    private final Journal journal;
    private final DemoCast demo;
    private final LargeCast cast;
    private final LargeAccount.ShredKeys keys;

    LargeWorld(Journal journal, DemoCast demo, Id groupShredKey, LargeCast cast) {
        this.journal = journal;
        this.cast = cast;
        this.demo = demo;
        int reports = cast.reports() + cast.waiting();
        List<Id> fresh = demo.member("quiet-lark").keys().newShredKeys(cast.sources() + reports + cast.persons());
        keys = new LargeAccount.ShredKeys(
                groupShredKey,
                fresh.subList(0, cast.sources()),
                fresh.subList(cast.sources(), cast.sources() + reports),
                fresh.subList(cast.sources() + reports, fresh.size()));
    }

    static LargeCast cast(int accounts, long seed) {
        return new LargeCast(accounts, new Numbered(seed), new CodeNames());
    }

    /** All of it, on every core. */
    void write() {
        append(placesAndUnits());
        int blocks = (cast.accounts() + TOGETHER - 1) / TOGETHER;
        AtomicInteger next = new AtomicInteger();
        int threads = Runtime.getRuntime().availableProcessors() + 1;
        try (ExecutorService writers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(writers.submit(() -> {
                    for (int block = next.getAndIncrement(); block < blocks; block = next.getAndIncrement()) {
                        accounts(block);
                        if (block % Math.max(1, blocks / 10) == 0) {
                            System.err.printf(Locale.ROOT, "%,d of %,d accounts%n", block * TOGETHER, cast.accounts());
                        }
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the large world was interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the large world could not be written", e);
        }
        append(statements());
        for (int finding = 0; finding < cast.findings(); finding++) {
            append(finding(finding));
        }
        append(waiting());
    }

    private void accounts(int block) {
        List<Written> facts = new ArrayList<>();
        int until = Math.min(cast.accounts(), (block + 1) * TOGETHER);
        for (int account = block * TOGETHER; account < until; account++) {
            facts.addAll(LargeAccount.write(cast, keys, account));
        }
        append(facts);
    }

    /** What each hand wrote of these is appended at once; the intake first, on which the others build. */
    private void append(List<Written> facts) {
        for (Hand hand : Hand.values()) {
            List<Draft> drafts = facts.stream()
                    .filter(each -> each.hand() == hand)
                    .map(each -> Drafts.draft(each.fact(), each.shredKey()))
                    .toList();
            for (int from = 0; from < drafts.size(); from += 1024) {
                append(hand, drafts.subList(from, Math.min(drafts.size(), from + 1024)));
            }
        }
    }

    private void append(Hand hand, List<Draft> drafts) {
        Unlocked member = member(hand);
        Outcome outcome =
                journal.append(member.author(), drafts, new Basis(journal.size() - 1, List.of()), member.keys());
        if (!(outcome instanceof Outcome.Appended)) {
            throw new IllegalStateException("the large world could not be written: " + outcome);
        }
    }

    private Unlocked member(Hand hand) {
        return demo.member(
                switch (hand) {
                    case INTAKE -> "quiet-lark";
                    case CODER -> "fair-owl";
                    case REVIEWER -> "swift-dunlin";
                });
    }

    private Written underGroup(Hand hand, Fact fact) {
        return new Written(hand, fact, keys.group());
    }

    private List<Written> placesAndUnits() {
        List<Written> facts = new ArrayList<>();
        Numbered numbered = cast.numbered();
        for (int unit = 0; unit < cast.units(); unit++) {
            facts.add(underGroup(
                    Hand.CODER,
                    new UnitOpened(
                            numbered.id(Sort.UNIT, unit),
                            List.of("Unit "
                                    + InventedWords.latin(InventedWords.name(numbered.random(Sort.UNIT, unit)))),
                            unit % 2 == 0 ? UnitType.POLICE : UnitType.PARAMILITARY,
                            Optional.empty())));
        }
        List<PlaceType> sorts = List.of(PlaceType.POLICE_STATION, PlaceType.BASEMENT, PlaceType.DEPOT_OR_GARAGE);
        for (int place = 0; place < cast.places(); place++) {
            String name = cast.placeName(place);
            Id id = numbered.id(Sort.PLACE, place);
            facts.add(underGroup(
                    Hand.CODER,
                    new PlaceOpened(
                            id,
                            List.of(InventedWords.latin(name) + " " + (place + 1), name),
                            sorts.get(place % sorts.size()),
                            place % 3 == 0 ? Standing.OFFICIAL : Standing.UNOFFICIAL,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty())));
            Id unit = numbered.id(Sort.UNIT, place % cast.units());
            facts.add(underGroup(Hand.CODER, new RunsPlace(unit, id, Optional.empty(), List.of())));
        }
        return facts;
    }

    private List<Written> statements() {
        List<Written> facts = new ArrayList<>();
        for (int statement = 0; statement < cast.statements(); statement++) {
            SplittableRandom random = cast.numbered().random(Sort.STATEMENT, statement);
            facts.add(underGroup(
                    Hand.CODER,
                    new StatementRecorded(
                            cast.numbered().id(Sort.STATEMENT, statement),
                            "spokesman " + InventedWords.latin(InventedWords.name(random)),
                            Optional.empty(),
                            Edtf.parse("2018-" + String.format(Locale.ROOT, "%02d", 1 + random.nextInt(12))),
                            new Text("There is nothing of the kind, and nobody has complained.", "en"),
                            StatementKind.DENIES_ACT,
                            StatementBasis.BARE,
                            Optional.empty(),
                            List.of(cast.numbered().id(Sort.FINDING, statement % cast.findings())),
                            Investigation.NONE)));
        }
        return facts;
    }

    /** Eight claims for it and one against, three reasons; half of them read by a second member. */
    private List<Written> finding(int number) {
        SplittableRandom random = cast.numbered().random(Sort.FINDING, number);
        Id finding = cast.numbered().id(Sort.FINDING, number);
        int place = cast.somePlace(random);
        Standard standard = number % 3 == 0 ? Standard.ALLEGATION_RECORDED : Standard.REASONABLE_SUSPICION;
        List<Written> facts = new ArrayList<>();
        facts.add(underGroup(
                Hand.CODER,
                new FindingProposed(
                        finding,
                        1001 + number,
                        FindingType.PATTERN,
                        new Text(
                                "People were held at " + InventedWords.latin(cast.placeName(place))
                                        + " without record and released for money.",
                                "en"),
                        Optional.of(Edtf.parse("2017/2018")),
                        Optional.of(cast.numbered().id(Sort.PLACE, place)),
                        Optional.empty(),
                        List.of(),
                        standard)));
        for (int i = 0; i < 9; i++) {
            Id claim = LargeAccount.claim(cast, random.nextInt(cast.accounts()), 0);
            facts.add(underGroup(
                    Hand.CODER, new ClaimWeighed(finding, claim, i < 8 ? Side.FOR : Side.AGAINST, Optional.empty())));
        }
        for (ReasonKind reason : List.of(ReasonKind.RELIABILITY, ReasonKind.DETAIL, ReasonKind.ALTERNATIVES)) {
            facts.add(underGroup(
                    Hand.CODER,
                    new FindingReasoned(finding, reason, "Weighed account by account; what is open is said.")));
        }
        if (number % 2 == 0) {
            facts.add(underGroup(
                    Hand.REVIEWER,
                    new FindingReviewed(finding, 1, standard, true, "Read against the accounts it rests on.")));
        }
        return facts;
    }

    private List<Written> waiting() {
        List<Written> facts = new ArrayList<>();
        for (int i = 0; i < cast.waiting(); i++) {
            int number = cast.reports() + i;
            SplittableRandom random = cast.numbered().random(Sort.REPORT, number);
            facts.add(new Written(
                    Hand.INTAKE,
                    LargeAccount.received(
                            cast.numbered().id(Sort.REPORT, number),
                            InventedWords.sentence("ru", random).replaceAll("[#@*+]", "он") + ".",
                            random),
                    keys.reports().get(number)));
        }
        return facts;
    }
}
