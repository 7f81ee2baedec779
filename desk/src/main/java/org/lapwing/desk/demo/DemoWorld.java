// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.demo;

import static org.lapwing.desk.demo.DemoCast.date;
import static org.lapwing.desk.demo.DemoCast.need;
import static org.lapwing.desk.demo.DemoCast.needTerm;
import static org.lapwing.desk.demo.DemoFiles.some;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.lapwing.casebook.fact.AccountFact.AccountTaken;
import org.lapwing.casebook.fact.AccountFact.EarlierTelling;
import org.lapwing.casebook.fact.AccountFact.RenderingChecked;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.AccountFact.TokenMeant;
import org.lapwing.casebook.fact.AccountFact.WorkingCopyMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.ConsentFact.ConsentGiven;
import org.lapwing.casebook.fact.ConsentFact.ConsentWithdrawn;
import org.lapwing.casebook.fact.Excerpt;
import org.lapwing.casebook.fact.Fact;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.GroupFact.MemberNoted;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.OriginalFact.OriginalKept;
import org.lapwing.casebook.fact.OriginalFact.TokenPlace;
import org.lapwing.casebook.fact.OriginalFact.TokensMapped;
import org.lapwing.casebook.fact.PersonFact.PersonOpened;
import org.lapwing.casebook.fact.PlaceFact.CommandsUnit;
import org.lapwing.casebook.fact.PlaceFact.PlaceOpened;
import org.lapwing.casebook.fact.PlaceFact.RunsPlace;
import org.lapwing.casebook.fact.PlaceFact.UnitOpened;
import org.lapwing.casebook.fact.SourceFact.RetractionRecorded;
import org.lapwing.casebook.fact.SourceFact.SourceOpened;
import org.lapwing.casebook.fact.SourceFact.SourceReliabilityJudged;
import org.lapwing.casebook.fact.SourceFact.SourceVerified;
import org.lapwing.casebook.fact.StatementFact.StatementRecorded;
import org.lapwing.casebook.fact.Text;
import org.lapwing.casebook.fact.TieFact.TieRecorded;
import org.lapwing.casebook.naming.CodeNames;
import org.lapwing.casebook.naming.Token;
import org.lapwing.casebook.naming.Tokens;
import org.lapwing.casebook.release.ConsentWording;
import org.lapwing.casebook.release.SampleBodies;
import org.lapwing.casebook.term.AccountLabel;
import org.lapwing.casebook.term.AgeGroup;
import org.lapwing.casebook.term.BodyKind;
import org.lapwing.casebook.term.Channel;
import org.lapwing.casebook.term.Control;
import org.lapwing.casebook.term.Investigation;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.PersonRole;
import org.lapwing.casebook.term.PlaceType;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.Relation;
import org.lapwing.casebook.term.Reliability;
import org.lapwing.casebook.term.RenderingMethod;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.RetractionKind;
import org.lapwing.casebook.term.Script;
import org.lapwing.casebook.term.SourceKind;
import org.lapwing.casebook.term.Standing;
import org.lapwing.casebook.term.StatementBasis;
import org.lapwing.casebook.term.StatementKind;
import org.lapwing.casebook.term.TieKind;
import org.lapwing.casebook.term.UnitType;
import org.lapwing.casebook.term.VerifiedHow;
import org.lapwing.casebook.term.Wording;
import org.lapwing.casebook.weigh.Contamination;
import org.lapwing.desk.reading.Pen;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.desk.reading.View;
import org.lapwing.edtf.Edtf;
import org.lapwing.entry.Id;
import org.lapwing.journal.Outcome;
import org.lapwing.seal.Receipt;
import org.lapwing.tables.Row;

/** Writes the invented world into a founded desk, each entry signed by the member who would have written it. */
final class DemoWorld {
    /** Who writes what no file gives to somebody else. */
    private static final String INTAKE = "quiet-lark";

    private static final String INVESTIGATOR = "fair-owl";
    private static final String READER = "swift-dunlin";

    private final ReadingRoom readingRoom;
    private final Pen pen;
    private final DemoCast cast;
    private final Random random;
    private final ConsentWording wording = new ConsentWording(Locale.ENGLISH);
    private final CodeNames codeNames = new CodeNames();

    DemoWorld(ReadingRoom readingRoom, Pen pen, DemoCast cast, Random random) {
        this.readingRoom = readingRoom;
        this.pen = pen;
        this.cast = cast;
        this.random = random;
    }

    /** The bodies that consents may name, by the word of the files. */
    private static final Map<String, BodyKind> BODIES = Map.of(
            "un-working-group", BodyKind.DISAPPEARANCES_MECHANISM,
            "court-abroad", BodyKind.COURT,
            "rapporteur", BodyKind.SPECIAL_RAPPORTEUR,
            "newspaper", BodyKind.PRESS);

    void write() {
        group();
        sources();
        persons();
        placesAndUnits();
        for (String text : DemoFiles.folder("accounts", "A-", 130)) {
            account(DemoAccount.parse(text));
        }
        consents();
        ties();
        new DemoFindings(this, cast).write();
        inbox();
    }

    void as(String handle, List<? extends Fact> facts) {
        View view = readingRoom.enter(cast.member(handle));
        Outcome outcome = pen.write(view, view.position(), List.of(), facts);
        if (!(outcome instanceof Outcome.Appended)) {
            throw new IllegalStateException("the demonstration could not be written: " + outcome);
        }
    }

    /** Questions about passed details that this member's casebook leaves open for a finding. */
    List<Contamination.Question> raised(String handle, Id finding) {
        View view = readingRoom.enter(cast.member(handle));
        return view.casebook()
                .findings()
                .finding(finding)
                .map(each -> Contamination.open(view.casebook(), each))
                .orElse(List.of());
    }

    Id newId() {
        return pen.newId();
    }

    private void group() {
        var facts = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("members.csv")) {
            if (cast.members.containsKey(row.text("handle"))) {
                facts.add(new MemberNoted(
                        cast.member(row.text("handle")).member().id(),
                        row.text("handle"),
                        List.of(row.text("languages").split(" "))));
            }
        }
        for (BodyRecorded body : SampleBodies.of(random)) {
            facts.add(body);
            BODIES.forEach((word, kind) -> {
                if (kind == body.kind()) {
                    cast.bodies.put(word, body.body());
                }
            });
        }
        as(INTAKE, facts);
    }

    private void persons() {
        var opened = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("persons.csv")) {
            Id person = cast.persons.get(row.text("key"));
            opened.add(new PersonOpened(
                    person == null ? cast.persons.computeIfAbsent(row.text("key"), key -> newId()) : person,
                    row.text("key"),
                    List.of(needTerm(PersonRole.class, row.text("role"))),
                    age(row.text("age_group"))));
        }
        as(INTAKE, opened);
        var names = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("names.csv")) {
            for (NameKind kind : NameKind.values()) {
                some(row.text(kind.name().toLowerCase(Locale.ROOT)))
                        .ifPresent(value -> names.add(new NameRecorded(
                                newId(),
                                need(cast.persons, row.text("person")),
                                value,
                                row.text("script").equals("cyrl") ? Script.CYRILLIC : Script.LATIN,
                                kind,
                                Optional.ofNullable(cast.sources.get(row.text("said_by"))),
                                Optional.empty())));
            }
        }
        as(INTAKE, names);
    }

    /** The files' groups are not those of the vocabulary; each goes to the one that holds its middle. */
    private static AgeGroup age(String word) {
        return switch (word) {
            case "under-18" -> AgeGroup.UNDER_18;
            case "18-24" -> AgeGroup.FROM_18_TO_25;
            case "25-34", "35-49" -> word.equals("25-34") ? AgeGroup.FROM_26_TO_40 : AgeGroup.FROM_41_TO_60;
            case "50-and-over" -> AgeGroup.OVER_60;
            default -> AgeGroup.UNKNOWN;
        };
    }

    private void sources() {
        Set<String> persons = new HashSet<>();
        DemoFiles.table("persons.csv").forEach(row -> persons.add(row.text("key")));
        for (Row row : DemoFiles.table("sources.csv")) {
            String key = row.text("key");
            Id source = newId();
            cast.sources.put(key, source);
            Optional<Id> himself = persons.contains(key)
                    ? Optional.of(cast.persons.computeIfAbsent(key, each -> newId()))
                    : Optional.empty();
            as(
                    INTAKE,
                    List.of(new SourceOpened(
                            source,
                            key,
                            needTerm(SourceKind.class, row.text("kind")),
                            List.of(row.text("languages").split(" ")),
                            himself,
                            Optional.empty(),
                            Optional.empty(),
                            some(row.text("safe_contact")))));
            String judge = some(row.text("verified_by"))
                    .filter(cast.members::containsKey)
                    .orElse(INVESTIGATOR);
            var judged = new ArrayList<Fact>();
            if (row.text("state").equals("verified")) {
                judged.add(new SourceVerified(source, true, how(row.text("verified_how")), row.text("verified_how")));
            }
            some(row.text("reason"))
                    .ifPresent(reason -> judged.add(new SourceReliabilityJudged(
                            source, needTerm(Reliability.class, row.text("reliability")), reason)));
            if (!judged.isEmpty()) {
                as(judge, judged);
            }
        }
    }

    private static VerifiedHow how(String words) {
        if (words.contains("call back")) {
            return VerifiedHow.CALL_BACK;
        } else if (words.contains("in person")) {
            return VerifiedHow.MET_IN_PERSON;
        } else if (words.contains("copy") || words.contains("recording") || words.contains("archive")) {
            return VerifiedHow.ORIGIN_CHECKED;
        }
        return VerifiedHow.DOCUMENT_SEEN;
    }

    private void placesAndUnits() {
        var facts = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("towns.csv")) {
            Id town = cast.places.computeIfAbsent(row.text("key"), key -> newId());
            facts.add(new PlaceOpened(
                    town,
                    List.of(row.text("name_en"), row.text("name_ru")),
                    PlaceType.TOWN_OR_DISTRICT,
                    Standing.OFFICIAL,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()));
        }
        for (Row row : DemoFiles.table("units.csv")) {
            Id unit = cast.units.computeIfAbsent(row.text("key"), key -> newId());
            facts.add(new UnitOpened(
                    unit,
                    List.of(row.text("name_en"), row.text("name_ru")),
                    row.text("kind").matches("directorate|station|office") ? UnitType.POLICE : UnitType.ARMED_FORCES,
                    some(row.text("parent")).map(parent -> need(cast.units, parent))));
            some(row.text("commander"))
                    .ifPresent(person -> facts.add(new CommandsUnit(
                            need(cast.persons, person), unit, date(some(row.text("from"))), List.of())));
        }
        for (Row row : DemoFiles.table("places.csv")) {
            Id place = cast.places.computeIfAbsent(row.text("key"), key -> newId());
            facts.add(new PlaceOpened(
                    place,
                    List.of(row.text("name_en"), row.text("name_ru")),
                    sort(row.text("key"), row.text("kind")),
                    row.text("kind").startsWith("official") ? Standing.OFFICIAL : Standing.UNOFFICIAL,
                    Optional.ofNullable(cast.places.get(row.text("town"))),
                    Optional.empty(),
                    some(row.text("description_en"))));
            some(row.text("unit"))
                    .ifPresent(unit ->
                            facts.add(new RunsPlace(need(cast.units, unit), place, Optional.empty(), List.of())));
        }
        as(INVESTIGATOR, facts);
    }

    private static PlaceType sort(String key, String kind) {
        return switch (kind) {
            case "official-detention" -> PlaceType.POLICE_STATION;
            case "private-house" -> PlaceType.PRIVATE_HOUSE;
            case "checkpoint" -> PlaceType.CHECKPOINT;
            default ->
                key.contains("yard")
                        ? PlaceType.YARD
                        : key.contains("depot") || key.contains("garage")
                                ? PlaceType.DEPOT_OR_GARAGE
                                : key.contains("dairy") ? PlaceType.FARM_OR_WORKS : PlaceType.BASEMENT;
        };
    }

    private void account(DemoAccount file) {
        DemoHeaders headers = file.headers();
        String key = headers.get("id");
        String sourceKey = headers.get("source");
        Id account = newId();
        cast.accounts.put(key, account);
        cast.sourceOfAccount.put(key, sourceKey);
        Text original = new Text(file.words(), headers.get("language"));
        Map<String, Token> tokens = tokens(file);
        List<Tokens.Mark> marks = file.marks().stream()
                .map(mark -> new Tokens.Mark(
                        mark.at().from(),
                        mark.at().to(),
                        java.util.Objects.requireNonNull(tokens.get(mark.kind() + mark.key()))))
                .toList();
        if (!(Tokens.apply(original, marks) instanceof Tokens.Copy copy)) {
            throw new IllegalStateException("the marks of " + key + " cannot be applied");
        }
        var facts = new ArrayList<Fact>();
        facts.add(taken(account, headers));
        facts.add(new OriginalKept(account, original));
        facts.add(new WorkingCopyMade(account, 1, copy.words(), meant(tokens)));
        facts.add(new TokensMapped(account, 1, copy.places()));
        as(INTAKE, facts);
        claims(file, account, copy);
        file.rendering().ifPresent(rendering -> render(account, rendering, tokens));
    }

    private AccountTaken taken(Id account, DemoHeaders headers) {
        Optional<Id> interviewer = some(headers.get("interviewer"))
                .filter(cast.members::containsKey)
                .map(handle -> cast.member(handle).member().id());
        return new AccountTaken(
                account,
                need(cast.sources, headers.get("source")),
                needTerm(Channel.class, headers.get("channel")),
                Edtf.parse(headers.get("told")),
                headers.get("language"),
                headers.get("setting"),
                headers.get("present"),
                interviewer,
                headers.get("interpreter"),
                !headers.get("consents").equals("none")
                        && !headers.get("consents").equals("public"),
                headers.get("summary").equals("verbatim") ? Wording.VERBATIM : Wording.SUMMARY,
                some(headers.get("earlier"))
                        .filter(words -> !words.equals("none stated"))
                        .map(words -> new EarlierTelling(words, Optional.empty(), false))
                        .stream()
                        .toList(),
                false,
                Optional.empty(),
                labels(headers.get("labels")),
                Optional.empty());
    }

    private static List<AccountLabel> labels(String words) {
        var labels = new ArrayList<AccountLabel>();
        for (String word : words.split(", ")) {
            switch (word) {
                case "torture" -> labels.add(AccountLabel.TORTURE);
                case "death" -> labels.add(AccountLabel.KILLING);
                case "family" -> labels.add(AccountLabel.FAMILY_VIOLENCE);
                default -> {
                    // a word for the shelf, not for who must be spared tonight
                }
            }
        }
        return labels;
    }

    /** A person's token is their code name; places and contacts get names of their own in each account. */
    private Map<String, Token> tokens(DemoAccount file) {
        var tokens = new LinkedHashMap<String, Token>();
        for (DemoAccount.Mark mark : file.marks()) {
            tokens.computeIfAbsent(
                    mark.kind() + mark.key(),
                    key -> mark.kind() == 'P'
                            ? new Token(Token.Kind.P, mark.key())
                            : Tokens.mint(
                                    Token.Kind.valueOf(String.valueOf(mark.kind())),
                                    Set.copyOf(tokens.values()),
                                    codeNames,
                                    random));
        }
        return tokens;
    }

    private List<TokenMeant> meant(Map<String, Token> tokens) {
        var meant = new ArrayList<TokenMeant>();
        tokens.forEach((key, token) -> meant.add(new TokenMeant(
                token.toString(),
                switch (key.charAt(0)) {
                    case 'P' -> Optional.ofNullable(cast.persons.get(key.substring(1)));
                    case 'L' -> Optional.ofNullable(cast.places.get(key.substring(1)));
                    default -> Optional.empty();
                })));
        return meant;
    }

    private void claims(DemoAccount file, Id account, Tokens.Copy copy) {
        var coder = new DemoClaims(cast);
        var facts = new ArrayList<Fact>();
        for (DemoAccount.Claim claim : file.claims()) {
            DemoAccount.Stretch stretch =
                    java.util.Objects.requireNonNull(file.excerpts().get(claim.key()));
            Id id = newId();
            cast.claims.put(file.headers().get("id") + " " + claim.key(), id);
            facts.add(ClaimCoded.of(
                    id,
                    account,
                    new Excerpt.OfWords(1, inCopy(copy.places(), stretch.from()), inCopy(copy.places(), stretch.to())),
                    coder.coding(claim, file.headers().get("language"))));
        }
        if (!facts.isEmpty()) {
            as(file.headers().get("language").equals("ru") ? READER : INVESTIGATOR, facts);
        }
    }

    /** Where an offset of the original lies in the copy, in which each name before it has become a token. */
    private static int inCopy(List<TokenPlace> places, int at) {
        int shift = 0;
        for (TokenPlace place : places) {
            if (place.originalTo() <= at) {
                shift = place.copyTo() - place.originalTo();
            }
        }
        return at + shift;
    }

    private void render(Id account, DemoAccount.Rendering rendering, Map<String, Token> tokens) {
        String words = rendering.words();
        for (var token : tokens.entrySet()) {
            words = words.replaceAll(
                    "\\{" + token.getKey().charAt(0) + ":" + token.getKey().substring(1) + "\\|[^{}|]+}",
                    java.util.regex.Matcher.quoteReplacement(token.getValue().toString()));
        }
        // A mark that only the rendering has: the words said stay.
        words = words.replaceAll("\\{[PLC]:[a-z0-9-]+\\|([^{}|]+)}", "$1");
        Id id = newId();
        as(
                cast.members.containsKey(rendering.translator()) ? rendering.translator() : READER,
                List.of(new RenderingMade(
                        id,
                        account,
                        1,
                        RenderingMethod.TRANSLATED,
                        rendering.translator(),
                        new Text(words, "en"),
                        List.of())));
        as(
                cast.members.containsKey(rendering.checker()) ? rendering.checker() : INTAKE,
                List.of(new RenderingChecked(id, true, Optional.empty())));
    }

    private void consents() {
        var facts = new ArrayList<Fact>();
        var withdrawn = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("consents.csv")) {
            if (row.text("valid").equals("no")) {
                continue;
            }
            Purpose purpose = needTerm(Purpose.class, row.text("purpose"));
            Id giver = someone(row.text("giver"));
            Id subject = someone(row.text("subject"));
            Optional<Id> body = body(row.text("recipient"), purpose);
            LocalDate day = LocalDate.parse(row.text("date"));
            boolean self = giver.equals(subject);
            facts.add(new ConsentGiven(
                    newId(),
                    giver,
                    subject,
                    self ? Relation.SELF : Relation.RELATIVE,
                    row.text("conflict").equals("yes") ? Optional.of("noted when it was asked") : Optional.empty(),
                    purpose,
                    body,
                    body.isPresent() ? "As worded for that body, read aloud." : wording.of(purpose),
                    true,
                    true,
                    "ru",
                    "none",
                    "asked at the end of the talk",
                    day,
                    Optional.empty(),
                    Optional.empty()));
            some(row.text("withdrawn"))
                    .ifPresent(on -> withdrawn.add(new ConsentWithdrawn(
                            giver, subject, Optional.of(purpose), LocalDate.parse(on), "told us")));
        }
        as(INTAKE, facts);
        as(INTAKE, withdrawn);
    }

    private Id someone(String key) {
        return cast.sources.containsKey(key) ? need(cast.sources, key) : need(cast.persons, key);
    }

    private Optional<Id> body(String recipient, Purpose purpose) {
        return purpose == Purpose.SHARE || purpose == Purpose.COURT
                ? Optional.of(need(cast.bodies, purpose == Purpose.COURT ? "court-abroad" : "un-working-group"))
                : Optional.ofNullable(cast.bodies.get(recipient));
    }

    private void ties() {
        var facts = new ArrayList<Fact>();
        for (Row row : DemoFiles.table("ties.csv")) {
            if (!cast.sources.containsKey(row.text("a")) || !cast.sources.containsKey(row.text("b"))) {
                continue;
            }
            facts.add(new TieRecorded(
                    newId(),
                    need(cast.sources, row.text("a")),
                    need(cast.sources, row.text("b")),
                    tie(row.text("kind")),
                    date(some(row.text("when"))),
                    some(row.text("note")).orElse("known from " + row.text("known_from"))));
        }
        as(INVESTIGATOR, facts);
        retractions();
        statements();
    }

    static TieKind tie(String word) {
        return switch (word) {
            case "cell", "wall", "pit" -> TieKind.CELL;
            case "shelter" -> TieKind.SHELTER;
            case "interviewer" -> TieKind.INTERVIEWER;
            case "family" -> TieKind.FAMILY;
            case "publication", "same-list" -> TieKind.PUBLICATION;
            default -> TieKind.ACQUAINTANCE;
        };
    }

    private void retractions() {
        for (Row row : DemoFiles.table("retractions.csv")) {
            Id retraction = newId();
            cast.retractions.put(row.text("key"), retraction);
            String control = row.text("control");
            as(
                    INVESTIGATOR,
                    List.of(new RetractionRecorded(
                            retraction,
                            need(cast.sources, row.text("source")),
                            needTerm(RetractionKind.class, row.text("kind")),
                            row.text("channel"),
                            control.startsWith("within reach")
                                    ? Control.WITHIN_REACH_OF_ACCUSED
                                    : control.startsWith("own") ? Control.FREE : Control.NOT_KNOWN,
                            some(row.text("whereabouts")),
                            date(some(row.text("date"))),
                            Optional.empty(),
                            Optional.ofNullable(cast.accounts.get(row.text("account"))).stream()
                                    .toList())));
        }
    }

    private void statements() {
        for (Row row : DemoFiles.table("statements.csv")) {
            Id statement = newId();
            cast.statements.put(row.text("key"), statement);
            as(
                    INVESTIGATOR,
                    List.of(new StatementRecorded(
                            statement,
                            row.text("key").replace('-', ' '),
                            Optional.ofNullable(cast.persons.get(row.text("speaker"))),
                            Edtf.parse(row.text("date")),
                            new Text(row.text("words_en"), "en"),
                            kind(row.text("kind")),
                            needTerm(StatementBasis.class, row.text("basis")),
                            Optional.empty(),
                            List.of(),
                            row.text("investigation_followed").startsWith("yes")
                                    ? Investigation.CLOSED
                                    : Investigation.NONE)));
        }
    }

    private static StatementKind kind(String word) {
        return word.equals("denies-existence")
                ? StatementKind.DENIES_THAT_SUCH_PEOPLE_EXIST
                : needTerm(StatementKind.class, word);
    }

    private void inbox() {
        for (String text : DemoFiles.folder("inbox", "R-", 9)) {
            DemoHeaders headers = DemoFiles.headers(text);
            Id report = newId();
            byte[] secret = new byte[Receipt.SECRET_BYTES];
            random.nextBytes(secret);
            Receipt receipt = Receipt.of(secret);
            as(
                    INTAKE,
                    List.of(new ReportReceived(
                            report,
                            LocalDate.parse(headers.get("received")),
                            headers.get("urgent").equals("yes"),
                            headers.get("language"),
                            DemoFiles.body(text),
                            List.of(),
                            Optional.empty(),
                            HexFormat.of().formatHex(receipt.locator()),
                            receipt.mailbox().recipient().toString(),
                            HexFormat.of().formatHex(receipt.revealProveKey()),
                            ReportKind.REPORT,
                            Optional.empty())));
        }
    }
}
