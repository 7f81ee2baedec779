// SPDX-License-Identifier: Apache-2.0
package org.lapwing.journeys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole line, scripts off everywhere: from words typed at the gate to a package that somebody else verifies, and what a
 * consent taken back does to the next one; and nothing readable is left behind.
 */
class TheLineJourney {
    private static final String WORDS = "Меня держали четыре дня у сине-жёлтого чайника. Приказывал Ферун Ладмир.";
    private static final String QUOTE = "Меня держали четыре дня у сине-жёлтого чайника";
    private static final String CALL =
            "They held me in the tin yard behind the market of Selm. Davo Orrin gave the orders. Call +00 555 0142.";
    private static final String CALL_QUOTE = "They held me in the tin yard";
    private static final String REPLY = "Мы прочли и верим вам. Письмо про лиловый зонтик.";
    private static final String BODY = "Mechanism on the Missing (invented)";
    private static final List<String> PLANTED = List.of(
            "сине-жёлтого чайника",
            "Ферун Ладмир",
            "лиловый зонтик",
            "tin-kettle-photo",
            "a drawing of the plum yard",
            "Илмар Востен",
            "sparrow-loft@example.invalid",
            "tin yard",
            "Davo Orrin",
            "555 0142",
            "evenings, no voice");

    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void fromATypedReportToAPackageThatSomebodyElseVerifies() throws IOException, InterruptedException {
        try (Browser browser = new Browser();
                House house = House.demonstration(folder)) {
            List<String> receipt = report(browser, house);
            Page lark = Desk.unlock(browser.page(Browser.Eyes.scriptsOff()), house, "quiet-lark");
            collect(lark, house);
            answer(lark, house);
            readOnce(browser, house, receipt);
            findsNothing("while both processes run");

            Casework.Told written = accountFromTheReport(lark, house);
            Casework.Told called = accountFromACall(lark, house);
            Page owl = Desk.unlock(browser.page(Browser.Eyes.scriptsOff()), house, "fair-owl");
            codes(owl, written, called);
            Page dunlin = Desk.unlock(browser.page(Browser.Eyes.scriptsOff()), house, "swift-dunlin");
            Conclusion finding = concludes(owl, dunlin, house);
            Page rook = Desk.unlock(browser.page(Browser.Eyes.scriptsOff()), house, "high-rook");
            publishes(browser, rook, finding);
            anyoneVerifies(elsewhere.resolve("first"));
            oneByteChangedIsFound();

            withdraws(lark, called);
            assertThat(finding.state(owl)).containsIgnoringCase("reopened");
            assertThat(finding.missing(owl)).contains("REVIEW_STANDS");
            publishesWithoutWhoTookItBack(rook, dunlin, finding);
            assertThat(browser.complaints()).isEmpty();
            findsNothing("after the line was walked");
        }
        findsNothing("after the house was closed");
        theSameSearchFindsWhatIsNotSealed();
    }

    private static List<String> report(Browser browser, House house) {
        var eyes = new Browser.Eyes(false, 360, 800, ColorScheme.LIGHT, "ru");
        Gate gate = Gate.visit(browser.page(eyes), house);
        assertThat(gate.page().locator("html").getAttribute("lang")).isEqualTo("ru");
        assertThat(gate.page().locator(".demo").count())
                .as("every page says that it is a demonstration")
                .isEqualTo(1);
        gate.type(WORDS)
                .press("files")
                .attach(
                        new FilePayload("tin-kettle-photo.jpg", "image/jpeg", new byte[200_000]),
                        new FilePayload("plan.txt", "text/plain", "a drawing of the plum yard".getBytes(UTF_8)));
        gate.press("check").press("identity");
        gate.page().locator("input[name=name]").fill("Илмар Востен");
        gate.page().locator("input[name=contact]").fill("sparrow-loft@example.invalid");
        gate.press("keep-identity");
        assertThat(gate.page().locator("main").innerText()).contains(WORDS, "tin-kettle-photo.jpg", "plan.txt");
        gate.press("send");
        List<String> receipt = gate.receipt();
        assertThat(receipt).hasSize(10);
        gate.press("written");
        gate.page().context().close();
        return receipt;
    }

    /** Leaves the desk at the report that was written a moment ago. */
    private static void collect(Page desk, House house) {
        desk.navigate(house.desk() + "/inbox");
        desk.locator("form[action='/inbox/collect'] button").click();
        open(desk, house);
        assertThat(desk.locator("main").innerText())
                .contains("tin-kettle-photo.jpg", "plan.txt")
                .doesNotContain("Илмар", "sparrow-loft");
    }

    private static void open(Page desk, House house) {
        List<String> addresses = desk.locator("main ul.plain a[href^='/inbox/']").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        for (String address : addresses) {
            desk.navigate(house.desk() + address);
            if (desk.locator("main").innerText().contains(WORDS)) {
                return;
            }
        }
        throw new AssertionError("the report did not come in; " + addresses.size() + " others did");
    }

    private static void answer(Page desk, House house) {
        desk.locator("textarea#reply").fill(REPLY);
        desk.locator("form[action$='/reply'] button").click();
        assertThat(desk.locator(".errors").innerText()).as("confirms first").isNotBlank();
        assertThat(desk.locator("textarea#reply").inputValue()).isEqualTo(REPLY);
        desk.locator("input#checked").check();
        desk.locator("form[action$='/reply'] button").click();
        assertThat(desk.locator("main").innerText()).contains(REPLY);
        desk.navigate(house.desk() + "/inbox");
        desk.locator("form[action='/inbox/collect'] button").click();
    }

    private static void readOnce(Browser browser, House house, List<String> receipt) {
        Gate first = Gate.visit(browser.page(Browser.Eyes.scriptsOff()), house).comeBack(receipt);
        assertThat(first.reply()).isEqualTo(REPLY);
        Gate second = Gate.visit(browser.page(Browser.Eyes.scriptsOff()), house).comeBack(receipt);
        assertThat(second.hasReply()).as("an answer read once is gone").isFalse();
    }

    /** From where {@link #collect} left the desk: the form comes with the words, the files and the day. */
    private static Casework.Told accountFromTheReport(Page lark, House house) {
        lark.navigate(house.desk() + "/inbox");
        open(lark, house);
        lark.locator("a[href^='/accounts/new?report=']").click();
        assertThat(lark.locator("#words").inputValue()).isEqualTo(WORDS);
        assertThat(Casework.said(lark)).contains("tin-kettle-photo.jpg", "plan.txt");
        Casework.Told told = Casework.tell(
                lark,
                Map.of(
                        "sourceKind", "SURVIVOR",
                        "age", "FROM_26_TO_40",
                        "verifiedHow", "DOCUMENT_SEEN",
                        "verifiedReasons", "A paper of that week."),
                "Ферун Ладмир = new given official");
        assertThat(Casework.said(lark)).doesNotContain("Ладмир").contains("Приказывал [P: ");
        return told;
    }

    private static Casework.Told accountFromACall(Page lark, House house) {
        lark.navigate(house.desk() + "/accounts/new");
        Map<String, String> typed = new LinkedHashMap<>();
        typed.put("words", CALL);
        typed.put("language", "en");
        typed.put("channel", "CALL");
        typed.put("told", "2019-05-02");
        typed.put("setting", "by telephone, alone");
        typed.put("sourceKind", "SURVIVOR");
        typed.put("age", "FROM_18_TO_25");
        typed.put("safeContact", "evenings, no voice");
        typed.put("verifiedHow", "CALL_BACK");
        typed.put("verifiedReasons", "Called back on the number we knew.");
        Casework.Told told = Casework.tell(lark, typed, "Davo Orrin = new given official\n+00 555 0142 = contact");
        assertThat(Casework.said(lark)).doesNotContain("Orrin", "0142").contains("[P: ", "[C: ");
        return told;
    }

    private static void codes(Page owl, Casework.Told written, Casework.Told called) {
        Casework.code(owl, written, QUOTE, held(written));
        Casework.code(owl, called, CALL_QUOTE, held(called));
        String ordered = Casework.firstToken(owl, called);
        Casework.code(
                owl,
                called,
                "[P: " + ordered + "] gave the orders",
                Map.of("kind", "COMMAND", "access", "SAW", "by", ordered + " (ordered it)", "where", "Selm"));
    }

    private static Map<String, String> held(Casework.Told account) {
        return Map.of(
                "kind", "ACT",
                "act", "ARBITRARY_DETENTION",
                "access", "SUFFERED",
                "to", account.teller(),
                "where", "Selm",
                "when", "March 2019");
    }

    private static Conclusion concludes(Page owl, Page dunlin, House house) {
        Conclusion finding = Conclusion.propose(
                owl,
                house,
                Map.of(
                        "sentence", "Two people were held in Selm in March 2019.",
                        "language", "en",
                        "type", "INCIDENT",
                        "period", "March 2019",
                        "place", "Selm",
                        "standard", "REASONABLE_SUSPICION",
                        "reasons", "Both tell what befell themselves."));
        finding.support(owl, "чайника");
        finding.support(owl, "tin yard");
        assertThat(finding.missing(owl))
                .contains("RELIABILITY", "DETAIL", "CONSISTENCY_WITH_PATTERN", "ALTERNATIVES", "SECOND_REVIEW");
        finding.giveReasons(owl);
        assertThat(finding.missing(owl)).containsExactly("SECOND_REVIEW");
        assertThat(owl.locator("#agrees-yes").count())
                .as("whoever wrote the sentence does not read it a second time")
                .isZero();
        finding.read(dunlin);
        assertThat(finding.missing(owl)).isEmpty();
        return finding;
    }

    private void publishes(Browser browser, Page rook, Conclusion finding) throws IOException {
        finding.prepare(rook, BODY);
        assertThat(Casework.said(rook)).contains("Too few people could have told this");
        assertThat(rook.locator("form[action='/publishing/publish']").count()).isZero();
        finding.judgeExposure(rook);
        finding.prepare(rook, BODY);
        rook.locator("textarea[name^='sentence-ru-']").fill("В марте 2019 года в Сельме держали двух человек.");
        rook.locator("form[action='/publishing/prepare'] button").click();
        assertThat(Casework.said(rook)).contains(QUOTE, CALL_QUOTE, "Nothing is kept back", "Your name goes to");
        assertThat(Looking.examine(browser, rook, "desk-publishing-prepare")).isEmpty();
        Conclusion.publish(rook, Files.createDirectories(elsewhere.resolve("first")));
        assertThat(Looking.examine(browser, rook, "desk-publishing-one")).isEmpty();
    }

    /** Somebody with only the package and the log's key, somewhere else. */
    private void anyoneVerifies(Path received) throws IOException, InterruptedException {
        assertThat(verify(received)).as(output("verify")).isZero();
        assertThat(output("verify")).contains("Verified: the holder of this key published exactly these files.");
    }

    private int verify(Path received) throws IOException, InterruptedException {
        return House.run(
                elsewhere,
                "verify",
                List.of(
                        "verify",
                        received.resolve("dossier.zip").toString(),
                        "--log-key",
                        received.resolve("log.key").toString()));
    }

    private String output(String name) throws IOException {
        return Files.readString(elsewhere.resolve("logs/" + name + ".out"))
                + Files.readString(elsewhere.resolve("logs/" + name + ".err"));
    }

    private void oneByteChangedIsFound() throws IOException, InterruptedException {
        Path altered = Files.createDirectories(elsewhere.resolve("altered"));
        Files.copy(elsewhere.resolve("first/log.key"), altered.resolve("log.key"));
        Zips.changeOneByte(elsewhere.resolve("first/dossier.zip"), altered.resolve("dossier.zip"), "dossier.json");
        assertThat(verify(altered)).isEqualTo(1);
        assertThat(output("verify")).contains("dossier.json");
    }

    private static void withdraws(Page lark, Casework.Told called) {
        lark.navigate(called.path());
        lark.locator("h1 a.chip").click();
        lark.locator("form[action$='/withdrawals'] #how").fill("in a second call");
        lark.locator("form[action$='/withdrawals'] button").click();
        assertThat(Casework.said(lark)).contains("reopened: to be read again", "A publisher sees who received what");
    }

    private void publishesWithoutWhoTookItBack(Page rook, Page dunlin, Conclusion finding)
            throws IOException, InterruptedException {
        finding.prepare(rook, BODY);
        assertThat(Casework.said(rook)).contains("second reading");
        finding.read(dunlin);
        finding.prepare(rook, BODY);
        assertThat(Casework.said(rook)).contains(QUOTE).doesNotContain(CALL_QUOTE);
        assertThat(rook.locator("aside").innerText()).contains("withdrawn");
        Path next = Files.createDirectories(elsewhere.resolve("next"));
        Conclusion.publish(rook, next);
        assertThat(verify(next)).as(output("verify")).isZero();
        assertThat(Zips.text(elsewhere.resolve("first/dossier.zip"))).contains(QUOTE, CALL_QUOTE);
        assertThat(Zips.text(next.resolve("dossier.zip"))).contains(QUOTE).doesNotContain("tin yard");
    }

    /** What was published may be read; nothing else may. */
    private void findsNothing(String when) throws IOException {
        assertThat(PlantedWords.files(folder.resolve("data"))).isGreaterThan(50);
        assertThat(new PlantedWords(PLANTED).in(folder, file -> file.getParent().endsWith("released")))
                .as(when)
                .isEmpty();
    }

    /** The control run: what would lie there if one of the doors did not seal. */
    private void theSameSearchFindsWhatIsNotSealed() throws IOException {
        Files.writeString(folder.resolve("temp/unsealed"), String.join("\n", PLANTED));
        assertThat(new PlantedWords(PLANTED).in(folder, file -> file.getParent().endsWith("released")))
                .hasSize(PLANTED.size());
    }
}
