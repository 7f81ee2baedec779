// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.entry.Json;
import org.lapwing.gate.spool.SpoolLimits;

/** One clear page each, nothing lost that was acknowledged, nothing changed. */
class BadInputTest {

    @TempDir
    Path folder;

    private Running running;
    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder, SpoolLimits.defaults());
        browser = running.browser("en");
        browser.open();
        browser.press("files", "words", "kept words");
        browser.upload(Browser.Upload.of("kept.jpg", new byte[1000]));
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    /** What was there before is there still, and can be sent. */
    private Json.Tree sendsWhatWasKept(String... names) throws Exception {
        browser.press("check");
        browser.press("send");
        Json.Tree report = running.onlyReport();
        assertThat(report.get("words").text()).isEqualTo("kept words");
        assertThat(report.get("attachments").items())
                .extracting(each -> each.tree().get("name").text())
                .containsExactly(names);
        return report;
    }

    /** So many bytes without holding them. */
    private static InputStream zeros(long size) {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 0 : -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                int n = (int) Math.min(length, left);
                left -= n;
                return n == 0 ? -1 : n;
            }
        };
    }

    @Test
    void aFileOf600MegabytesIsRefusedAndTheOthersKept() throws Exception {
        String page = browser.upload(
                Browser.Upload.of("before.jpg", new byte[10]),
                new Browser.Upload("huge.mov", zeros(600L << 20)),
                Browser.Upload.of("after.jpg", new byte[10]));
        assertThat(page)
                .contains("“huge.mov” is too large", "kept.jpg", "before.jpg")
                .doesNotContain("after.jpg");
        sendsWhatWasKept("kept.jpg", "before.jpg");
    }

    @Test
    void tenThousandPartsAreRefused() throws Exception {
        var parts = new ArrayList<byte[]>();
        parts.add(Browser.field("t", browser.token().getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i < 10_000; i++) {
            parts.add(Browser.field("words", "other".getBytes(StandardCharsets.UTF_8)));
        }
        assertThat(browser.postParts(parts).statusCode()).isEqualTo(303);
        assertThat(browser.open().body()).contains("Too many things came at once", "kept.jpg");
        sendsWhatWasKept("kept.jpg");
    }

    @Test
    void tenThousandFilesAreRefusedOnceFortyAreThere() throws Exception {
        var uploads = new Browser.Upload[10_000];
        for (int i = 0; i < uploads.length; i++) {
            uploads[i] = Browser.Upload.of(i + ".txt", new byte[1]);
        }
        assertThat(browser.upload(uploads))
                .contains("One message takes 40 files", "38.txt")
                .doesNotContain("39.txt");
        browser.press("check");
        browser.press("send");
        assertThat(running.onlyReport().get("attachments").items()).hasSize(40);
    }

    @Test
    void hostileFileNamesAreReducedToWhatMayBeShown() throws Exception {
        browser.upload(
                Browser.Upload.of("../../../etc/cron.d/x", new byte[1]),
                Browser.Upload.of("n".repeat(4000) + ".png", new byte[1]),
                Browser.Upload.of("photo\u202Egpj.exe", new byte[1]),
                Browser.Upload.of("<script>alert(1)", new byte[1]));
        assertThat(browser.page).doesNotContain("\u202E", "<script>", "../");
        sendsWhatWasKept("kept.jpg", "x", "n".repeat(115) + "….png", "photogpj.exe", "<script>alert(1)");
        assertThat(running.files()).allMatch(file -> file.startsWith(running.data));
    }

    @Test
    void invalidUtf8IsRefusedAndTheWordsBeforeStay() throws Exception {
        byte[] broken = {'a', (byte) 0xc3, (byte) 0x28, (byte) 0xff};
        browser.press("words");
        var parts = List.of(
                Browser.field("t", browser.token().getBytes(StandardCharsets.UTF_8)),
                Browser.field("words", broken),
                Browser.field("act", "check".getBytes(StandardCharsets.UTF_8)));
        assertThat(browser.postParts(parts).statusCode()).isEqualTo(303);
        assertThat(browser.open().body()).contains("Some letters arrived broken", "kept words");
        sendsWhatWasKept("kept.jpg");
    }

    @Test
    void anUploadCutOffMidwayLosesOnlyTheFileInFlight() throws Exception {
        URI address = URI.create(running.gate.address());
        byte[] start = Browser.join(
                Browser.field("t", browser.token().getBytes(StandardCharsets.UTF_8)),
                Browser.field("act", "upload".getBytes(StandardCharsets.UTF_8)),
                Browser.head("files", Optional.of("whole.jpg")),
                new byte[100_000],
                "\r\n".getBytes(StandardCharsets.UTF_8),
                Browser.head("files", Optional.of("half.jpg")),
                new byte[300_000]);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST / HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nCookie: n=" + browser.cookie
                            + "\r\nContent-Type: " + Browser.type() + "\r\nContent-Length: 900000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(start);
            out.flush();
        }
        while (!browser.open().body().contains("The connection broke off")) {
            Thread.onSpinWait(); // the gate notices the closed connection in its own time
        }
        assertThat(browser.page).contains("whole.jpg").doesNotContain("half.jpg");
        assertThat(running.files()).noneMatch(file -> file.endsWith("3.age"));
        sendsWhatWasKept("kept.jpg", "whole.jpg");
    }

    @Test
    void whatIsNoFormAtAllIsRefused() throws Exception {
        var client = HttpClient.newHttpClient();
        for (String type : List.of("text/plain", "multipart/form-data", "application/x-www-form-urlencoded")) {
            var request = HttpRequest.newBuilder(URI.create(running.gate.address()))
                    .header("Cookie", "n=" + browser.cookie)
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString("act=send&words=other"))
                    .build();
            assertThat(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(400);
        }
        sendsWhatWasKept("kept.jpg");
    }

    @Test
    void aFormWithoutOurTokenDoesNothingAndGivesTheWordsBack() throws Exception {
        var parts = List.of(
                Browser.field("t", "forged".getBytes(StandardCharsets.UTF_8)),
                Browser.field("words", "typed <again>".getBytes(StandardCharsets.UTF_8)),
                Browser.field("act", "send".getBytes(StandardCharsets.UTF_8)));
        String token = browser.token();
        var answer = browser.postParts(parts);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("typed &lt;again&gt;");
        assertThat(running.reports()).isEmpty();
        browser.page = "name=\"t\" value=\"" + token + "\"";
        sendsWhatWasKept("kept.jpg");
    }

    @Test
    void aBrowserWithoutCookiesIsToldSoAndKeepsItsWords() throws Exception {
        Browser bare = running.browser("en");
        bare.open();
        bare.cookie = "";
        var answer = bare.post("check", "words", "typed here", "urgent", "yes");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("did not send back the cookie", "typed here");
    }

    @Test
    void aRequestFromAnotherSiteIsRefused() throws Exception {
        var client = HttpClient.newHttpClient();
        var request = HttpRequest.newBuilder(URI.create(running.gate.address()))
                .header("Sec-Fetch-Site", "cross-site")
                .header("Cookie", "n=" + browser.cookie)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void filesWaitButWordsAreTakenWhenTheDiskIsNearlyFull() throws Exception {
        try (Running small = new Running(folder.resolve("small"), new SpoolLimits(50 << 20, 40, 12 << 20, 100))) {
            Browser other = small.browser("en");
            other.open();
            other.press("files", "words", "words go first");
            assertThat(other.upload(new Browser.Upload("big.mov", zeros(20 << 20))))
                    .contains("“big.mov” has to wait");
            other.press("check");
            assertThat(other.press("send")).contains("This is your receipt");
            assertThat(small.onlyReport().get("words").text()).isEqualTo("words go first");
        }
    }
}
