// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Json;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.Custodians;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.WordList;

/** What a person does at the gate, over real HTTP. */
class JourneyTest {
    private static final String WORDS = "Журавль над полем; planted-words-of-a-report";

    @TempDir
    Path folder;

    private Running running;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder, SpoolLimits.defaults());
        browser = running.browser("ru-RU,ru;q=0.9");
        browser.open();
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    /** Writes, checks, sends; gives the receipt's words from the page. */
    private String send(String words, String urgent) throws Exception {
        browser.press("check", "words", words, "urgent", urgent);
        assertThat(browser.press("send")).contains("квитанция");
        return receiptWords(browser.page);
    }

    private static String receiptWords(String page) {
        String list = page.substring(page.indexOf("<ol class=\"receipt\""), page.indexOf("</ol>"));
        List<String> words = Pattern.compile("<li>([^<]+)</li>")
                .matcher(list)
                .results()
                .map(each -> each.group(1))
                .toList();
        assertThat(words).hasSize(10);
        return String.join(" ", words);
    }

    @Test
    void aReportWithFilesNameAndContactReachesTheDeskAndTheCustodians() throws Exception {
        assertThat(browser.page).contains("<title>Notes</title>", "lang=\"ru\"").doesNotContain("<script");
        browser.press("check", "words", WORDS, "urgent", "yes");
        browser.press("files");
        browser.upload(
                Browser.Upload.of("снимок.jpg", new byte[70_000]),
                Browser.Upload.of("note.txt", "n".getBytes(StandardCharsets.UTF_8)));
        assertThat(browser.page).contains("снимок.jpg", "note.txt");
        browser.press("check");
        browser.press("identity");
        browser.press("keep-identity", "name", "planted-name", "contact", "planted-contact");
        assertThat(browser.page).contains(WORDS, "снимок.jpg").doesNotContain("planted-name");
        browser.press("send");

        Json.Tree report = running.onlyReport();
        assertThat(report.get("words").text()).isEqualTo(WORDS);
        assertThat(report.get("urgent").flag()).isTrue();
        assertThat(report.get("language").text()).isEqualTo("ru");
        assertThat(report.get("kind").text()).isEqualTo("report");
        assertThat(report.get("attachments").items()).hasSize(2);
        Receipt receipt = (Receipt) Receipt.parse(receiptWords(browser.page));
        assertThat(report.get("locator").text()).isEqualTo(Running.locator(receipt));
        assertThat(CanonicalJson.text(report)).doesNotContain("planted-name", "planted-contact");

        String id = report.get("id").text();
        byte[] identity = running.asDesk("GET", "/collect/" + id + "/identity", new byte[0])
                .body();
        assertThat(new String(Custodians.open(running.group, identity, 0, 2), StandardCharsets.UTF_8))
                .isEqualTo("{\"contact\":\"planted-contact\",\"name\":\"planted-name\"}");
        byte[] file =
                running.asDesk("GET", "/collect/" + id + "/1.age", new byte[0]).body();
        assertThat(AgeFile.openBytes(List.of(running.group.intake), file)).hasSize(73_728);

        assertThat(running.asDesk("GET", "/bell", new byte[0]).body())
                .asString()
                .isEqualTo("urgent 1\n");
        assertThat(running.asDesk("GET", "/bell", new byte[0]).body())
                .asString()
                .isEqualTo("urgent 0\n");
        assertThat(running.asDesk("DELETE", "/collect/" + id, new byte[0]).statusCode())
                .isEqualTo(204);
        assertThat(running.reports()).isEmpty();
    }

    @Test
    void anIdentityFileIsThereEvenIfNothingWasGiven() throws Exception {
        send(WORDS, "no");
        String id = running.onlyReport().get("id").text();
        byte[] identity = running.asDesk("GET", "/collect/" + id + "/identity", new byte[0])
                .body();
        assertThat(Custodians.open(running.group, identity, 0, 1)).isEmpty();
    }

    @Test
    void aReplyIsReadOnceAndGone() throws Exception {
        String receipt = send(WORDS, "no");
        browser.press("written");
        assertThat(running.reply(running.onlyReport(), "Мы прочли. <b>Пишите</b>."))
                .isEqualTo(204);

        Browser later = running.browser("ru");
        later.open();
        later.press("come-back");
        later.press("return", "receipt", receipt);
        assertThat(later.page).contains("Мы прочли. &lt;b&gt;Пишите&lt;/b&gt;.").doesNotContain(WORDS);
        assertThat(Files.list(running.data.resolve("replies"))).isEmpty();

        Browser again = running.browser("ru");
        again.open();
        again.press("come-back");
        assertThat(again.press("return", "receipt", receipt)).contains("Ответа пока нет");
    }

    @Test
    void anInventedReceiptShowsTheSamePageAsOneWithoutAReply() throws Exception {
        String real = send(WORDS, "no");
        String invented =
                String.join(" ", Receipt.generate(running.group.random).revealWords(WordList.RUSSIAN));
        assertThat(boxOf(invented)).isEqualTo(boxOf(real)).contains("Ответа пока нет");
    }

    private String boxOf(String receipt) throws Exception {
        Browser other = running.browser("ru");
        other.open();
        other.press("come-back");
        return other.press("return", "receipt", receipt).replace(other.token(), "");
    }

    @Test
    void aMalformedReceiptIsToldWhichWordIsWrong() throws Exception {
        String words = send(WORDS, "no");
        String[] each = words.split(" ");
        browser.press("written");
        browser.press("come-back");
        each[3] = "xyzzy";
        assertThat(browser.press("return", "receipt", String.join(" ", each))).contains("Слово номер 4");
        assertThat(browser.press("return", "receipt", "1234 5678")).contains("34 цифры", "Здесь их 8");
        String[] swapped = words.split(" ");
        swapped[0] = words.split(" ")[1];
        swapped[1] = words.split(" ")[0];
        assertThat(browser.press("return", "receipt", String.join(", ", swapped)))
                .contains("не сходятся");
        assertThat(browser.press("return", "receipt", words)).contains("Ответа пока нет");
    }

    @Test
    void additionsWithdrawalAndForgettingAreProvenByTheReceipt() throws Exception {
        String words = send(WORDS, "no");
        String digits = ((Receipt) Receipt.parse(words)).revealDigits();
        Json.Tree first = running.onlyReport();
        running.asDesk("DELETE", "/collect/" + first.get("id").text(), new byte[0]);
        browser.press("written");
        browser.press("come-back");
        browser.press("return", "receipt", digits);
        browser.press("add");
        browser.press("check", "words", "и ещё", "urgent", "yes");
        assertThat(browser.press("send")).contains("Спасибо").doesNotContain("<ol");
        checkFollows(first, "addition", "и ещё");

        browser.press("come-back");
        browser.press("return", "receipt", digits);
        browser.press("withdraw");
        browser.press("send", "words", "только имя села");
        checkFollows(first, "withdrawal", "только имя села");

        browser.press("come-back");
        browser.press("return", "receipt", digits);
        browser.press("forget");
        browser.press("send");
        checkFollows(first, "forget", "");
    }

    private void checkFollows(Json.Tree first, String kind, String words) throws Exception {
        Json.Tree later = running.onlyReport();
        assertThat(later.get("kind").text()).isEqualTo(kind);
        assertThat(later.get("words").text()).isEqualTo(words);
        assertThat(later.get("follows").text()).isEqualTo(first.get("locator").text());
        var content = new TreeMap<>(later.values());
        byte[] proof = HexFormat.of().parseHex(content.remove("proof").text());
        byte[] prove = HexFormat.of().parseHex(first.get("prove").text());
        assertThat(Receipt.proves(prove, CanonicalJson.encode(Json.tree(content)), proof))
                .isTrue();
        running.asDesk("DELETE", "/collect/" + later.get("id").text(), new byte[0]);
    }

    @Test
    void theLanguageChangesWithoutLosingWhatWasTyped() throws Exception {
        browser.press("en", "words", WORDS, "urgent", "yes");
        assertThat(browser.page).contains("lang=\"en\"", WORDS, "Leave now");
        assertThat(browser.page).containsPattern("id=\"urgent-yes\" checked");
        browser.press("safer");
        assertThat(browser.page).contains("How to be safer");
        assertThat(browser.press("back")).contains(WORDS);
    }

    @Test
    void leavingWipesTheVisitAndClearsTheBrowser() throws Exception {
        browser.press("files", "words", WORDS);
        browser.upload(Browser.Upload.of("a.jpg", new byte[10]));
        assertThat(running.files()).anyMatch(file -> file.endsWith("1.age"));
        var answer = browser.post("leave");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Clear-Site-Data")).isPresent();
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(set -> assertThat(set).contains("Max-Age=0"));
        assertThat(answer.body()).contains("Меры на кухне").doesNotContain("name=\"t\"");
        assertThat(running.files()).noneMatch(file -> file.endsWith("1.age"));
        assertThat(browser.open().body()).doesNotContain(WORDS);
    }

    @Test
    void theReceiptIsGoneOnceItWasWrittenDown() throws Exception {
        String words = send(WORDS, "no");
        assertThat(browser.press("written")).doesNotContain(words.split(" ")[0]);
        assertThat(browser.open().body()).doesNotContain("<ol class=\"receipt\"");
    }

    @Test
    void sendingTwiceSendsOnce() throws Exception {
        send(WORDS, "no");
        browser.press("send");
        assertThat(running.reports()).hasSize(1);
    }

    @Test
    void askingForWordsComesBeforeSendingNothing() throws Exception {
        assertThat(browser.press("check", "words", "  ")).contains("Напишите несколько слов", "href=\"#words\"");
        assertThat(browser.press("send")).contains("больше получаса");
        assertThat(running.reports()).isEmpty();
    }

    @Test
    void wordsThatAreTooLongAreGivenBackToBeShortened() throws Exception {
        String words = "я".repeat(15_001);
        assertThat(browser.press("check", "words", words)).contains("15001 буква", words);
        assertThat(browser.press("check", "words", words.substring(1))).contains("Проверьте перед отправкой");
        browser.press("send");
        assertThat(running.onlyReport().get("words").text()).hasSize(15_000);
    }
}
