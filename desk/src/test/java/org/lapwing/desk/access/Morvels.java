// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.casebook.Accounts.Account;
import org.lapwing.casebook.Casebook;
import org.lapwing.casebook.fact.AccountFact.RenderingMade;
import org.lapwing.casebook.fact.ClaimFact.ClaimCoded;
import org.lapwing.casebook.fact.Compartment;
import org.lapwing.casebook.fact.GroupFact.BodyRecorded;
import org.lapwing.casebook.fact.IntakeFact.ReportReceived;
import org.lapwing.casebook.fact.NameFact.NameRecorded;
import org.lapwing.casebook.fact.OriginalFact.TokensMapped;
import org.lapwing.casebook.fact.ReleasedFact.DossierPublished;
import org.lapwing.casebook.term.NameKind;
import org.lapwing.casebook.term.Purpose;
import org.lapwing.casebook.term.ReportKind;
import org.lapwing.casebook.term.Script;
import org.lapwing.desk.DeskFixture;
import org.lapwing.desk.access.AccessTable.Row;
import org.lapwing.desk.access.Wire.Answer;
import org.lapwing.desk.demo.Morvel;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Founding;
import org.lapwing.desk.reading.View;
import org.lapwing.entry.Id;
import org.lapwing.journal.Journal;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;

/**
 * A desk with the invented world in it and many members: one with each duty alone, one with all of them, and for each
 * compartment one with all duties who was not granted it.
 */
final class Morvels implements AutoCloseable {
    static final String NOBODY = "nobody";
    static final String LOCKED = "locked";
    static final String EVERYONE = "has-all";
    static final String URGENT = "a lantern under the third stair";
    static final String NOT_URGENT = "a ladder that nobody took away";
    /** Through whose eyes the test itself looks. */
    private static final String SEER = "sees-all";

    private static final String NAME = "Vostrelin";
    private static final String PACKAGE = "5eedc0de".repeat(8);

    private final DeskFixture desk;
    private final Map<String, Set<Duty>> members;
    private final Map<Compartment, String> planted = new EnumMap<>(Compartment.class);
    private final Id dossier = Id.random(new SecureRandom());
    private final Id notUrgent = Id.random(new SecureRandom());
    private Id urgent = dossier;
    private Id person = dossier;
    private final Map<String, String> addresses = new HashMap<>();
    private String asset = "";
    private String lockedCookie = "";

    private Morvels(DeskFixture desk, Map<String, Set<Duty>> members) {
        this.desk = desk;
        this.members = members;
    }

    static Morvels in(Path folder) {
        Map<String, Set<Duty>> members = new LinkedHashMap<>();
        for (Duty duty : Duty.values()) {
            members.put("only-" + duty.word(), EnumSet.of(duty));
        }
        members.put(EVERYONE, EnumSet.allOf(Duty.class));
        for (Compartment each : Compartment.values()) {
            members.put("lacks-" + each.word(), EnumSet.allOf(Duty.class));
        }
        Map<String, Set<Duty>> all = new LinkedHashMap<>(members);
        all.putAll(Map.of(
                "quiet-lark",
                EnumSet.of(Duty.INTAKE),
                "fair-owl",
                EnumSet.of(Duty.INVESTIGATOR),
                "swift-dunlin",
                EnumSet.of(Duty.INVESTIGATOR),
                "slow-crane",
                EnumSet.of(Duty.ANALYST),
                "high-rook",
                EnumSet.of(Duty.PUBLISHER),
                SEER,
                EnumSet.allOf(Duty.class),
                "was-here",
                EnumSet.of(Duty.INTAKE)));
        DeskFixture desk = DeskFixture.in(folder, all, (founding, place) -> {
            Morvel.write(founding, place);
            for (Compartment each : Compartment.values()) {
                withhold(founding, place, "lacks-" + each.word(), each);
            }
        });
        Morvels morvel = new Morvels(desk, members);
        morvel.plant();
        morvel.lockOne();
        morvel.asset = stylesheet(morvel.stranger().get("/"));
        put(folder.resolve("released").resolve(morvel.dossier + ".zip"));
        return morvel;
    }

    private static String stylesheet(Answer door) {
        Matcher sheet = Pattern.compile("/assets/([^\"]+\\.css)").matcher(door.body());
        assertThat(sheet.find()).isTrue();
        return sheet.group(1);
    }

    private static void put(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, "PK");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void withhold(Founding founding, DeskPlace place, String handle, Compartment compartment) {
        String id = founding.roster().members().stream()
                .filter(each -> each.handle().equals(handle))
                .findFirst()
                .orElseThrow()
                .id();
        try {
            Files.delete(place.grants().resolve(id).resolve(compartment.word() + ".1.grant"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void plant() {
        Casebook casebook = view().casebook();
        urgent = Id.random(new SecureRandom());
        person = casebook.all(NameRecorded.class).getFirst().fact().person();
        desk.given(SEER, report(urgent, true, URGENT));
        desk.given(SEER, report(notUrgent, false, NOT_URGENT));
        desk.given(
                SEER,
                new NameRecorded(
                        Id.random(new SecureRandom()),
                        person,
                        NAME,
                        Script.LATIN,
                        NameKind.FAMILY,
                        Optional.empty(),
                        Optional.empty()));
        desk.given(
                SEER,
                new DossierPublished(
                        dossier,
                        List.of(),
                        List.of(),
                        casebook.all(BodyRecorded.class).getFirst().fact().body(),
                        Purpose.RECORD,
                        LocalDate.of(2019, 6, 28),
                        PACKAGE,
                        1,
                        0));
        planted.put(Compartment.INTAKE, URGENT);
        planted.put(Compartment.NAMES, NAME);
        planted.put(Compartment.RELEASED, PACKAGE);
        planted.put(
                Compartment.CASEBOOK,
                casebook.sources()
                        .source(account(casebook).source())
                        .orElseThrow()
                        .codeName());
        planted.put(Compartment.ORIGINALS, tokenized(casebook));
    }

    private static ReportReceived report(Id id, boolean urgent, String words) {
        return new ReportReceived(
                id,
                LocalDate.of(2019, 6, 28),
                urgent,
                "en",
                words,
                List.of(),
                Optional.empty(),
                "0".repeat(32),
                HybridIdentity.generate(new SecureRandom()).recipient().toString(),
                "0".repeat(64),
                ReportKind.REPORT,
                Optional.empty());
    }

    /** Words of the original that the working copy has a token for. */
    private static String tokenized(Casebook casebook) {
        Id account = account(casebook).id();
        String words = casebook.accounts()
                .original(account)
                .orElseThrow()
                .fact()
                .words()
                .words();
        var token = casebook.all(TokensMapped.class).stream()
                .filter(each -> each.fact().account().equals(account))
                .flatMap(each -> each.fact().tokens().stream())
                .findFirst()
                .orElseThrow();
        return words.substring(
                words.offsetByCodePoints(0, token.originalFrom()), words.offsetByCodePoints(0, token.originalTo()));
    }

    private static Account account(Casebook casebook) {
        return casebook.all(RenderingMade.class).stream()
                .filter(each -> casebook.all(TokensMapped.class).stream()
                        .anyMatch(map -> map.fact().account().equals(each.fact().account())))
                .findFirst()
                .flatMap(each -> casebook.accounts().account(each.fact().account()))
                .orElseThrow();
    }

    private View view() {
        return desk.view(SEER);
    }

    private void lockOne() {
        Caller caller = Caller.stranger(wire()).unlock(desk.secretsOf("was-here"));
        lockedCookie = caller.cookie();
        caller.post("/lock", "");
    }

    Wire wire() {
        return new Wire(desk.address().getPort());
    }

    Set<String> names() {
        return members.keySet();
    }

    Caller unlocked(String who) {
        return Caller.stranger(wire()).unlock(desk.secretsOf(who));
    }

    Caller stranger() {
        return Caller.stranger(wire());
    }

    Caller locked() {
        return Caller.with(wire(), lockedCookie);
    }

    Set<Duty> duties(String who) {
        return members.getOrDefault(who, Set.of());
    }

    boolean everyone(String who) {
        return who.equals(EVERYONE);
    }

    /** By design (decisions.md): which compartments a duty is granted; and what was withheld here. */
    Set<Compartment> lacking(String who) {
        Set<Compartment> held = EnumSet.noneOf(Compartment.class);
        duties(who).forEach(duty -> held.addAll(AccessPage.HELD.get(duty)));
        for (Compartment each : Compartment.values()) {
            if (who.equals("lacks-" + each.word())) {
                held.remove(each);
            }
        }
        return EnumSet.complementOf(EnumSet.copyOf(held));
    }

    Id notUrgent() {
        return notUrgent;
    }

    Map<Compartment, String> planted() {
        return planted;
    }

    long entries() {
        return desk.bean(Journal.class).size();
    }

    /** Whether a compartment has an entry from this position on. */
    boolean grew(Compartment compartment, long from) {
        try (var scan = desk.bean(Journal.class)
                .scan(compartment.word(), from, view().reading().keys())) {
            return scan.iterator().hasNext();
        }
    }

    <T> T bean(Class<T> kind) {
        return desk.bean(kind);
    }

    <T> Collection<T> beans(Class<T> kind) {
        return desk.beans(kind);
    }

    /** As the page would send it, from where it stands; what has to be new carries the sender's name. */
    String form(Row row, String who) {
        return "position=" + (entries() - 1) + "&" + row.form().replace("{who}", who);
    }

    /** Whether the form of this row is one that is taken when it is sent by somebody who may. */
    boolean writes(Row row) {
        return !row.form().isEmpty()
                && !row.area().equals("The door")
                && !row.form().startsWith("agrees=");
    }

    String said(Answer answer) {
        return " "
                + answer.body()
                        .replaceAll("(?s).*<main", "")
                        .replaceAll("<[^>]+>", " ")
                        .replaceAll("\\s+", " ");
    }

    /** The row's address with the id of something that is there. */
    String address(Row row) {
        return addresses.computeIfAbsent(row.path(), path -> address(path));
    }

    private String address(String path) {
        Casebook casebook = view().casebook();
        Id id = switch (path.split("/").length < 2 ? "" : path.split("/")[1]) {
            case "inbox" -> urgent;
            case "sources" -> account(casebook).source();
            case "people" -> person;
            case "places" -> casebook.places().all().getFirst().id();
            case "statements" -> casebook.statements().all().getFirst().id();
            case "findings" -> casebook.findings().all().getFirst().id();
            case "publishing" -> dossier;
            default ->
                path.contains("claims/{")
                        ? casebook.all(ClaimCoded.class).getFirst().fact().claim()
                        : path.contains("renderings/{")
                                ? casebook.all(RenderingMade.class)
                                        .getFirst()
                                        .fact()
                                        .rendering()
                                : account(casebook).id();
        };
        return path.replace("{id}", id.toString()).replace("{name}", asset);
    }

    @Override
    public void close() {
        desk.close();
    }
}
