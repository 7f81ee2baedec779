// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.gate.spool.SpoolLimits;

/** Many who want nothing but to be in the way, and one who writes. */
class FloodTest {
    /** What a report of words is reckoned at, in {@code DiskRoom}. */
    private static final long REPORT_BYTES = 96 * 1024;

    private static final int RESERVED = 5;

    @TempDir
    Path folder;

    private Running running;
    private final List<Socket> crowd = new ArrayList<>();

    private void start(SpoolLimits limits) throws IOException {
        running = new Running(folder, limits);
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket each : crowd) {
            each.close();
        }
        running.close();
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket("127.0.0.1", URI.create(running.gate.address()).getPort());
        crowd.add(socket);
        return socket;
    }

    /** Begins a press with a form's head and one byte of its body, and keeps its sender waiting. */
    private void crawl(Browser with, int stated) throws IOException {
        String head = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: n=" + with.cookie + "\r\nContent-Type: "
                + Browser.type() + "\r\nContent-Length: " + stated + "\r\n\r\n-";
        connect().getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    }

    private void sendsWords(String words) throws Exception {
        Browser writer = running.browser("en");
        writer.open();
        writer.press("check", "words", words);
        assertThat(writer.press("send")).contains("value=\"written\"");
    }

    @Test
    void wordsGetInBesideIdleConnectionsAndSlowSenders() throws Exception {
        start(SpoolLimits.defaults());
        beside(300, 150);
    }

    @Test
    @Tag("long")
    void wordsGetInBesideThousandsOfIdleConnectionsAndSlowSenders() throws Exception {
        start(SpoolLimits.defaults());
        beside(6000, 900);
    }

    private void beside(int idle, int slow) throws Exception {
        for (int i = 0; i < idle; i++) {
            connect();
        }
        Browser slowly = running.browser("en");
        slowly.open();
        for (int i = 0; i < slow; i++) {
            crawl(slowly, i % 20 == 0 ? 400_000_000 : 4000);
        }
        sendsWords("beside a crowd");
        assertThat(running.onlyReport().get("words").text()).isEqualTo("beside a crowd");
    }

    /** More slow senders than there are places: whoever really sends pushes one out, though not at once. */
    @Test
    @Tag("long")
    void slowSendersWhoTookEveryPlaceMakeRoom() throws Exception {
        start(SpoolLimits.defaults());
        Browser slowly = running.browser("en");
        slowly.open();
        for (int i = 0; i < 1500; i++) {
            crawl(slowly, 4000);
        }
        Browser writer = running.browser("en");
        writer.open();
        long until = System.nanoTime() + 60_000_000_000L;
        byte[] words = Browser.join(
                Browser.field("t", writer.token().getBytes(StandardCharsets.UTF_8)),
                Browser.field("words", "in spite of them".getBytes(StandardCharsets.UTF_8)),
                Browser.field("act", "check".getBytes(StandardCharsets.UTF_8)),
                ("--" + Browser.type().replaceAll(".*boundary=", "") + "--\r\n").getBytes(StandardCharsets.UTF_8));
        int status = 0;
        while (status != 303 && System.nanoTime() < until) {
            status = pressWithLength(writer, words);
        }
        assertThat(status).isEqualTo(303);
        assertThat(writer.open().body()).contains("in spite of them");
    }

    private int pressWithLength(Browser writer, byte[] body) throws IOException {
        try (Socket socket = connect()) {
            String head = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: n=" + writer.cookie + "\r\nContent-Type: "
                    + Browser.type() + "\r\nContent-Length: " + body.length + "\r\n\r\n";
            socket.getOutputStream().write(Browser.join(head.getBytes(StandardCharsets.US_ASCII), body));
            byte[] status = socket.getInputStream().readNBytes(12);
            return status.length < 12
                    ? 0
                    : Integer.parseInt(new String(status, StandardCharsets.US_ASCII).substring(9));
        }
    }

    /** A spool with room for one small file beside its reserve. */
    private static SpoolLimits tight() {
        return new SpoolLimits(8 << 20, 40, RESERVED * REPORT_BYTES + (2 << 20), RESERVED);
    }

    @Test
    void whenFilesHaveFilledWhatIsTheirsWordsStillGetInAndThePageSaysSo() throws Exception {
        start(tight());
        Browser flood = running.browser("en");
        flood.open();
        flood.press("files", "words", "a flood");
        String page = "";
        for (int i = 0; i < 4 && !page.contains("has to wait"); i++) {
            page = flood.upload(Browser.Upload.of("flood.bin", new byte[900_000]));
        }
        assertThat(page).contains("There is little room left", "Words can still be sent");
        Browser russian = running.browser("ru");
        russian.open();
        russian.press("files", "words", "слова");
        assertThat(russian.upload(Browser.Upload.of("a.bin", new byte[900_000])))
                .contains("Места мало", "Слова отправить можно");
        for (int i = 0; i < RESERVED; i++) {
            sendsWords("through the flood " + i);
        }
        assertThat(running.reports()).hasSize(RESERVED);
    }

    @Test
    void whenTheReserveIsFullThePageSaysSoNothingIsEvictedAndCollectingMakesRoom() throws Exception {
        start(new SpoolLimits(1 << 20, 40, RESERVED * REPORT_BYTES, RESERVED));
        for (int i = 0; i < RESERVED; i++) {
            sendsWords("flood " + i);
        }
        Browser late = running.browser("en");
        late.open();
        late.press("check", "words", "too late");
        assertThat(late.press("send")).contains("There is no room left here right now", "Nothing was sent", "too late");
        Browser russian = running.browser("ru");
        russian.open();
        russian.press("check", "words", "поздно");
        assertThat(russian.press("send")).contains("Сейчас здесь нет места", "Ничего не отправлено", "поздно");
        assertThat(running.reports()).hasSize(RESERVED);
        String list = new String(running.asDesk("GET", "/collect", new byte[0]).body(), StandardCharsets.UTF_8);
        String report = list.split("report ")[1].split(" ")[0];
        assertThat(running.asDesk("DELETE", "/collect/" + report, new byte[0]).statusCode())
                .isEqualTo(204);
        assertThat(late.press("send")).contains("value=\"written\"");
    }

    @Test
    void uploadsThatBreakOffLeaveNothing() throws Exception {
        start(SpoolLimits.defaults());
        Browser cut = running.browser("en");
        cut.open();
        cut.press("files", "words", "with a file");
        for (int i = 0; i < 20; i++) {
            byte[] begun = Browser.join(
                    Browser.field("t", cut.token().getBytes(StandardCharsets.UTF_8)),
                    Browser.field("act", "upload".getBytes(StandardCharsets.UTF_8)),
                    Browser.head("files", java.util.Optional.of("cut.bin")),
                    new byte[100_000]);
            String head = "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: n=" + cut.cookie + "\r\nContent-Type: "
                    + Browser.type() + "\r\nContent-Length: 300000000\r\n\r\n";
            try (Socket socket = connect()) {
                socket.getOutputStream().write(Browser.join(head.getBytes(StandardCharsets.US_ASCII), begun));
                socket.shutdownOutput(); // half open: we would still read
                while (socket.getInputStream().read() >= 0) {
                    // until the gate has noticed and is done with it
                }
            }
        }
        try (var left = Files.walk(running.data.resolve("spool"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(cut.open().body()).contains("The connection broke off");
    }
}
