// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.desk.DeskMain;
import org.lapwing.desk.DeskSettings;
import org.lapwing.desk.doors.DeskPlace;
import org.lapwing.desk.doors.Founding;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.desk.doors.Founding.NewMember;
import org.lapwing.desk.doors.Locking;
import org.lapwing.desk.doors.Visitor;
import org.lapwing.desk.reading.ReadingRoom;
import org.lapwing.entry.Id;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Argon2Cost;
import org.lapwing.seal.Duty;
import org.lapwing.seal.HybridIdentity;
import org.lapwing.seal.KeyFileOpener;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.RootKey;
import org.lapwing.seal.Roster;
import org.lapwing.seal.RosterSignature;
import org.lapwing.seal.SizeClass;
import org.lapwing.seal.WordList;
import org.springframework.context.ConfigurableApplicationContext;

/** Reports from a gate into the journal, seen through the browser of an intake member. */
class CollectionTest {
    private static final Argon2Cost CHEAP = new Argon2Cost(8 * 1024, 1, 1);
    private static final String PLANTED = "heron-under-the-bridge";

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final List<Roster.Custodian> custodians = new ArrayList<>();
    private List<FirstSecrets> members = List.of();
    private StandInGate gate;
    private ConfigurableApplicationContext desk;
    private Visitor intake;

    @BeforeEach
    void foundADesk() throws IOException {
        for (String handle : List.of("old-raven", "grey-jay", "white-stork")) {
            custodians.add(new Roster.Custodian(
                    Id.random(random).toString(),
                    handle,
                    HybridIdentity.generate(random).recipient()));
        }
        RootKey root = RootKey.generate(random);
        Founding founding = new Founding(
                new Founding.Plan(
                        LocalDate.now(Clock.systemUTC()),
                        root.verifyKeys(),
                        custodians,
                        List.of(
                                new NewMember("quiet-lark", Set.of(Duty.INTAKE)),
                                new NewMember("pale-kite", Set.of(Duty.COORDINATOR)),
                                new NewMember("slow-crane", Set.of(Duty.ANALYST))),
                        "Daily.",
                        WordList.ENGLISH),
                new KeyFileOpener(CHEAP, random),
                Clock.systemUTC(),
                random);
        assertThat(founding.complete(
                        RosterSignature.byRoot(root, founding.roster().digest()), new DeskPlace(folder)))
                .isEmpty();
        members = founding.firstSecrets();
        gate = new StandInGate(() -> founding.roster().desk().orElseThrow());
        desk = DeskMain.start(DeskSettings.in(folder)
                .onPort(0)
                .withCost(CHEAP)
                .withGate(gate.address())
                .collectingEvery(Duration.ofDays(1)));
        intake = visitor().unlock(members.getFirst());
        collect(); // the first round brings the gate its first intake key
    }

    @AfterEach
    void close() {
        desk.close();
        gate.close();
    }

    private Visitor visitor() {
        return new Visitor("http://127.0.0.1:" + desk.getEnvironment().getProperty("local.server.port"));
    }

    private String collect() {
        intake.get("/inbox");
        return intake.post("/inbox/collect");
    }

    private Sent report(String words, boolean urgent, Receipt receipt, byte[]... files) {
        return new Sent("report", words, urgent, List.of(files), receipt);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void takesAReportWithTwoFilesInAndLetsTheGateForgetItOnlyAfterACheckpoint() {
        Id id = gate.keep(report(PLANTED, true, Receipt.generate(random), bytes("one"), new byte[100_000]), custodians);
        gate.requests.clear();
        assertThat(collect()).contains("1 report waits", "▲ held now", "2 files");
        assertThat(intake.get("/inbox/" + id))
                .contains(PLANTED, "planted-name-0.jpg", "98 KiB", "never opened until the sandbox exists")
                .doesNotContain("vnd.lapwing.identity");
        assertThat(gate.spool).isEmpty();
        assertThat(folder.resolve("log").resolve("checkpoint")).exists();
        assertThat(gate.requests)
                .containsSubsequence("PUT /roster", "PUT /certificate", "GET /collect", "DELETE /collect/ID");
    }

    @Test
    void keepsNothingReadableOnTheDisk() throws IOException {
        gate.keep(report(PLANTED, false, Receipt.generate(random), bytes(PLANTED)), custodians);
        collect();
        assertThat(filesWith(PLANTED)).isEmpty();
        assertThat(filesWith("planted-name-0")).isEmpty();
        Files.writeString(folder.resolve("control"), "a control run: " + PLANTED);
        assertThat(filesWith(PLANTED)).containsExactly(folder.resolve("control"));
    }

    private List<Path> filesWith(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> new String(DeskPlace.read(file), StandardCharsets.ISO_8859_1).contains(words))
                    .toList();
        }
    }

    @Test
    void leavesAReportWithAnAlteredFileAtTheGateAndSaysSo() throws IOException {
        Id altered = gate.keep(report(PLANTED, false, Receipt.generate(random), bytes("one")), custodians);
        // As long as the true one and sealed to us, as whoever runs the gate could: only its hash tells.
        gate.spool.get(altered.toString()).put("1.age", gate.seal(bytes("two")));
        Id whole = gate.keep(report("and this one is whole", false, Receipt.generate(random)), custodians);
        assertThat(collect())
                .contains("1 report waits", "1 report stays at the gate", "a file is missing or was altered");
        assertThat(gate.spool.keySet()).containsExactly(altered.toString());
        assertThat(intake.get("/inbox/" + altered)).doesNotContain(PLANTED);
        assertThat(intake.status()).isEqualTo(404);
        intake.get("/inbox/" + whole);
        assertThat(intake.status()).isEqualTo(200);
        try (Stream<Path> blobs = Files.list(folder.resolve("blobs"))) {
            assertThat(blobs).as("the whole one's identity file").hasSize(1);
        }
    }

    @Test
    void leavesWhatDoesNotOpenAtTheGate() {
        Id cut = gate.keep(report(PLANTED, false, Receipt.generate(random)), custodians);
        gate.spool
                .get(cut.toString())
                .computeIfPresent("report.age", (name, file) -> java.util.Arrays.copyOf(file, 9_000));
        Id missing = gate.keep(report(PLANTED, false, Receipt.generate(random), bytes("one")), custodians);
        gate.spool.get(missing.toString()).remove("1.age");
        Id swapped = gate.keep(report(PLANTED, false, Receipt.generate(random)), custodians);
        var other = Id.random(random).toString();
        gate.spool.put(other, gate.spool.remove(swapped.toString()));
        assertThat(collect())
                .contains("3 reports stay at the gate", "does not open", "opens, but is not what a gate writes");
        assertThat(gate.spool.keySet()).containsExactlyInAnyOrder(cut.toString(), missing.toString(), other);
    }

    @Test
    void joinsWhatTheHolderOfTheReceiptSendsLaterAndRefusesWhoDoesNotProveIt() {
        Receipt receipt = Receipt.generate(random);
        gate.keep(new Sent("addition", "one thing more", false, List.of(), receipt), custodians);
        Id first = gate.keep(report(PLANTED, false, receipt), custodians);
        gate.keep(new Sent("forget", "", false, List.of(), receipt), custodians);
        assertThat(collect()).contains("1 report waits", "2 additions", "consent taken back");
        assertThat(intake.get("/inbox/" + first)).contains("one thing more", "from the holder of the receipt");

        Id forged = gate.keep(new Sent("withdrawal", "", false, List.of(), receipt), custodians);
        byte[] json = new Sent("withdrawal", "", false, List.of(), receipt).json(forged, Id.random(random));
        String text = new String(json, StandardCharsets.UTF_8).replace("\"words\":\"\"", "\"words\":\"x\"");
        gate.spool.get(forged.toString()).put("report.age", gate.seal(bytes(text)));
        assertThat(collect()).contains("claims a receipt and does not prove it");
        assertThat(gate.spool).containsOnlyKeys(forged.toString());
    }

    @Test
    void takesNoReportTwiceWhenItsDeletionFailed() {
        Id id = gate.keep(report(PLANTED, false, Receipt.generate(random)), custodians);
        var files = gate.spool.get(id.toString());
        collect();
        gate.spool.put(id.toString(), files);
        assertThat(collect()).contains("1 report waits");
        assertThat(gate.spool).isEmpty();
    }

    @Test
    void repliesToTheMailboxInOneSizeAndTriages() {
        Receipt receipt = Receipt.generate(random);
        Id id = gate.keep(report(PLANTED, true, receipt), custodians);
        collect();
        intake.get("/inbox/" + id);
        assertThat(intake.post("/inbox/" + id + "/reply", "words", "We read it."))
                .contains("confirm that it holds no place", "We read it.");
        assertThat(gate.replies).isEmpty();
        assertThat(intake.post("/inbox/" + id + "/reply", "words", "We read it.", "checked", "yes"))
                .contains("Written and sealed", "We read it.");
        collect();
        byte[] sealed = gate.replies.get(HexFormat.of().formatHex(receipt.locator()));
        assertThat(sealed).hasSize(67_195);
        assertThat(new String(
                        SizeClass.unpaddedText(AgeFile.openBytes(List.of(receipt.mailbox()), sealed)),
                        StandardCharsets.UTF_8))
                .isEqualTo("{\"language\":\"en\",\"version\":1,\"words\":\"We read it.\"}");
        intake.get("/inbox/" + id);
        assertThat(intake.post("/inbox/" + id + "/triage", "decision", "urgent_handed_over", "note", "tonight"))
                .contains("0 reports wait", "handed to those who move people");
    }

    @Test
    void showsCoordinatorsWhatIsUrgentAndOthersNothing() {
        Id calm = gate.keep(report(PLANTED, false, Receipt.generate(random)), custodians);
        Id urgent = gate.keep(report("held since noon", true, Receipt.generate(random)), custodians);
        collect();
        Visitor coordinator = visitor().unlock(members.get(1));
        assertThat(coordinator.get("/inbox")).contains("/inbox/" + urgent).doesNotContain("/inbox/" + calm);
        assertThat(coordinator.get("/inbox/" + urgent)).contains("held since noon");
        coordinator.post("/inbox/" + urgent + "/triage", "decision", "set_aside");
        assertThat(coordinator.status()).isEqualTo(403);
        coordinator.get("/inbox/" + calm);
        assertThat(coordinator.status()).isEqualTo(404);
        Visitor analyst = visitor().unlock(members.get(2));
        analyst.get("/inbox/" + urgent);
        assertThat(analyst.status()).isEqualTo(403);
    }

    @Test
    void ringsForWhoIsOnCallAndSaysNothingMore() {
        gate.keep(report(PLANTED, true, Receipt.generate(random)), custodians);
        gate.rung = 2;
        Visitor coordinator = visitor().unlock(members.get(1));
        desk.getBean(Collection.class)
                .listen(desk.getBean(Locking.class).unlockedNow().stream()
                        .filter(each -> each.member().has(Duty.COORDINATOR))
                        .findFirst()
                        .orElseThrow());
        assertThat(coordinator.get("/home")).contains("Somebody is held now: 2 new");
        assertThat(coordinator.get("/inbox")).contains("0 reports wait").doesNotContain(PLANTED);
        collect();
        assertThat(coordinator.get("/home")).doesNotContain("Somebody is held now");
    }

    @Test
    void forgettingAReportDeletesTheFilesOfEveryPartOfIt() throws IOException {
        Receipt receipt = Receipt.generate(random);
        Id id = gate.keep(report(PLANTED, false, receipt, bytes("one")), custodians);
        gate.keep(new Sent("addition", "one thing more", false, List.of(bytes("two")), receipt), custodians);
        collect();
        Id another =
                gate.keep(report("and this one stays", false, Receipt.generate(random), bytes("three")), custodians);
        collect();
        // Each part brings an identity file too.
        assertThat(blobs()).hasSize(6);

        assertThat(intake.get("/inbox/" + id + "/forget")).contains("Forget this report", "all that was added to it");
        assertThat(intake.post("/inbox/" + id + "/forget", "listed", "0-7")).contains("Nothing was forgotten");
        assertThat(blobs()).hasSize(6);
        intake.post("/inbox/" + id + "/forget", "listed", "0-1");
        assertThat(blobs()).hasSize(2);
        intake.get("/inbox/" + id);
        assertThat(intake.status()).isEqualTo(404);
        assertThat(intake.get("/inbox/" + another)).contains("and this one stays");
    }

    private List<Path> blobs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("blobs"))) {
            return files.toList();
        }
    }

    @Test
    void anAccountMadeOfAReportHoldsItsWordsAndFilesAndWhatWasTakenBackAtTheGate() {
        Receipt receipt = Receipt.generate(random);
        Id id = gate.keep(report(PLANTED, false, receipt, bytes("one")), custodians);
        gate.keep(new Sent("addition", "one thing more", false, List.of(bytes("two")), receipt), custodians);
        gate.keep(new Sent("withdrawal", "", false, List.of(), receipt), custodians);
        collect();
        assertThat(intake.get("/accounts/new?report=" + id))
                .contains(PLANTED, "one thing more", "planted-name-0.jpg")
                .doesNotContain("vnd.lapwing.identity");
        String copy = intake.post(
                "/accounts/new",
                "report",
                id.toString(),
                "words",
                PLANTED,
                "language",
                "en",
                "channel",
                "GATE",
                "told",
                "2026-11-22",
                "sourceKind",
                "SURVIVOR",
                "consent",
                "RECORD",
                "consent",
                "QUOTE_ANONYMOUSLY",
                "toldOfLimits",
                "yes",
                "ableToDecide",
                "yes");
        assertThat(copy).contains(PLANTED).containsPattern("(?s)planted-name-0.jpg.*planted-name-0.jpg");
        assertThat(intake.get(source())).contains("taken back by the holder of the receipt, at the gate");
        assertThat(intake.get("/inbox/" + id)).contains("account made");

        gate.keep(new Sent("addition", "and a last thing", false, List.of(), receipt), custodians);
        collect();
        assertThat(intake.get("/accounts/new?report=" + id))
                .contains("and a last thing")
                .doesNotContain(PLANTED);
    }

    private String source() {
        var casebook = desk.getBean(ReadingRoom.class)
                .enter(desk.getBean(Locking.class).unlockedNow().getFirst())
                .casebook();
        return "/sources/" + casebook.sources().all().getFirst().id();
    }
}
