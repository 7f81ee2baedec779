// SPDX-License-Identifier: Apache-2.0
package org.lapwing.dossier;

import java.security.NoSuchAlgorithmException;
import java.security.NoSuchProviderException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.FindingFact.FindingProposed;
import org.lapwing.casebook.fact.FindingFact.FindingReviewed;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.term.Access;
import org.lapwing.casebook.term.FindingType;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.ReasonKind;
import org.lapwing.casebook.term.Side;
import org.lapwing.casebook.term.Standard;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Basis;
import org.lapwing.entry.Entry;
import org.lapwing.entry.Header;
import org.lapwing.entry.Id;
import org.lapwing.tlog.LogKey;

/** Invented dossiers of an invented country, and the entries behind them. */
final class Samples {
    static final LocalDate DAY = LocalDate.of(2019, 7, 4);
    static final Text SENTENCE = new Text(
            "Men were held and beaten in the former depot at Tarsk, by officers of the Second Regiment, between late"
                    + " February and mid April 2019.",
            "en");

    private final Map<Id, ProvenEntry> entries = new HashMap<>();
    private final SecureRandom random = seeded(7);

    /** The same bytes in every run; for tests only. */
    static SecureRandom seeded(long seed) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG", "SUN");
            random.setSeed(seed);
            return random;
        } catch (NoSuchAlgorithmException | NoSuchProviderException e) {
            throw new IllegalStateException(e);
        }
    }

    static LogKey key(int seed) {
        return new LogKey("lapwing.example/siskin", LogKey.freshSecret(seeded(seed)));
    }

    static PublicLog log() {
        return new PublicLog(key(1), List.of());
    }

    ProvenEntry entry(Id id) {
        return Optional.ofNullable(entries.get(id)).orElseThrow();
    }

    /** An entry as the journal would hold it; its signature is not looked at here. */
    Id entry(Fact fact) {
        return entry(fact, Id.random(random));
    }

    Id entry(Fact fact, Id author) {
        byte[] salt = new byte[32];
        byte[] ciphertext = new byte[32];
        random.nextBytes(salt);
        random.nextBytes(ciphertext);
        Header header = new Header(
                Id.random(random),
                Casebook.FAMILY.kind(fact),
                Casebook.FAMILY.version(fact),
                fact.compartment().word(),
                author,
                Instant.parse("2019-05-02T09:30:00Z"),
                fact.subjects(),
                Id.random(random));
        Entry entry = new Entry(header, Casebook.FAMILY.write(fact), Basis.NOTHING, salt, new byte[64]);
        entries.put(header.id(), new ProvenEntry(entry, entry.leaf(ciphertext)));
        return header.id();
    }

    /** One finding, its sentence and review opened. */
    Dossier dossier(Tongue... tongues) {
        Id finding = Id.random(random);
        Id proposed = entry(new FindingProposed(
                finding,
                7,
                FindingType.PATTERN,
                SENTENCE,
                Optional.of(Edtf.parse("2019-02-2X/2019-04-1X")),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Standard.REASONABLE_GROUNDS_TO_BELIEVE));
        Id reviewed = entry(new FindingReviewed(
                finding, 1, Standard.REASONABLE_GROUNDS_TO_BELIEVE, true, "I read all nine accounts."));
        return new Dossier(
                DAY,
                "Commission of Inquiry on Morvel",
                Purpose.SHARE,
                List.of(tongues),
                List.of(chapter()),
                List.of(),
                List.of(
                        new Proof(
                                1,
                                reviewed,
                                "FindingReviewed",
                                new TreeMap<>(
                                        Map.of(2, "/findings/0/review/standard", 3, "/findings/0/review/agrees"))),
                        new Proof(
                                2,
                                proposed,
                                "FindingProposed",
                                new TreeMap<>(Map.of(
                                        3, "/findings/0/sentence/0",
                                        4, "/findings/0/period",
                                        8, "/findings/0/standard")))));
    }

    static Chapter chapter() {
        return new Chapter(
                FindingType.PATTERN,
                new Worded(
                        List.of(
                                SENTENCE,
                                new Text(
                                        "В бывшем депо в Тарске с конца февраля до середины апреля 2019 года офицеры Второго"
                                                + " полка удерживали и избивали людей.",
                                        "ru")),
                        true),
                Optional.of(Edtf.parse("2019-02-2X/2019-04-1X")),
                Optional.of(new Worded(
                        List.of(new Text("former railway depot, Tarsk", "en"), new Text("бывшее депо, Тарск", "ru")),
                        true)),
                Optional.of(
                        new Worded(List.of(new Text("Second Regiment", "en"), new Text("Второй полк", "ru")), true)),
                Standard.REASONABLE_GROUNDS_TO_BELIEVE,
                new Chapter.Review(
                        Standard.REASONABLE_GROUNDS_TO_BELIEVE,
                        true,
                        Optional.of(new Worded(List.of(new Text("I read all nine accounts.", "en")), true))),
                List.of(
                        new Chapter.Reason(
                                ReasonKind.RELIABILITY,
                                words("Four of those who tell are verified; none gained by telling.")),
                        new Chapter.Reason(
                                ReasonKind.DETAIL,
                                words(
                                        "Two draw the same plan of the building, and it agrees with the municipal survey.")),
                        new Chapter.Reason(
                                ReasonKind.ALTERNATIVES,
                                words(
                                        "A garrison exercise was considered; nobody was ever released from one for money."))),
                List.of(
                        new Chapter.Telling(
                                Side.FOR,
                                "still-osprey",
                                Access.SUFFERED,
                                Optional.empty(),
                                true,
                                true,
                                Optional.of(new Worded(
                                        List.of(
                                                new Text(
                                                        "Нас держали в комнате с котлом. Каждый вечер вызывали двоих. «Ӏуьйре дика хуьлда», — сказал [someone].",
                                                        "ru"),
                                                new Text(
                                                        "They kept us in the room with the boiler. Every evening they called two of us.",
                                                        "en")),
                                        true)),
                                Optional.empty()),
                        new Chapter.Telling(
                                Side.FOR,
                                "brown-sanderling",
                                Access.SAW,
                                Optional.empty(),
                                true,
                                true,
                                Optional.of(
                                        words(
                                                "When the door was open one could see the wagons painted green. The officers had the lion on the sleeve.")),
                                Optional.empty()),
                        new Chapter.Telling(
                                Side.AGAINST,
                                "plain-dipper",
                                Access.HEARD,
                                Optional.of("still-osprey"),
                                false,
                                true,
                                Optional.of(words("They say the depot was empty by April.")),
                                Optional.of(words("He heard it; three who were there say otherwise.")))),
                List.of(
                        new Chapter.Said(
                                Side.AGAINST,
                                "Regional spokesperson",
                                Edtf.parse("2019-04-03"),
                                words("There is no such place, and there are no such people to put in it."),
                                StatementKind.DENIES_ACT,
                                StatementBasis.BARE,
                                Investigation.NONE,
                                Optional.of(
                                        words(
                                                "Two accounts draw the same plan of the building, and it appears on the municipal survey."))),
                        new Chapter.Said(
                                Side.SILENT,
                                "Command of the Second Regiment",
                                Edtf.parse("2019-05"),
                                words("We do not comment."),
                                StatementKind.DENIES_KNOWLEDGE,
                                StatementBasis.BARE,
                                Investigation.NONE,
                                Optional.empty())),
                List.of(new Chapter.Passing(TieKind.SHELTER, words("They told apart, before they met there."))),
                new Counts.Tally(3, 6, 4, 3, 2).under(5));
    }

    static Worded words(String words) {
        return new Worded(List.of(new Text(words, "en")), true);
    }

    private Samples() {}

    static Samples fresh() {
        return new Samples();
    }

    DossierPackage pack(Tongue... tongues) {
        return DossierPackage.of(dossier(tongues), this::entry, log(), seeded(3));
    }
}
