// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.gate.spool.Replies;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.SigningKey;

class CollectionTest {
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    Path folder;

    private Running running;

    @BeforeEach
    void start() throws Exception {
        running = new Running(folder, SpoolLimits.defaults());
    }

    @AfterEach
    void stop() throws IOException {
        running.close();
    }

    private String authorize(SigningKey key, String method, String path, byte[] body, Duration late) {
        return DeskRequest.of(method, path, body)
                .authorize(key, Clock.systemUTC().instant().plus(late), running.group.random);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private String sent() throws Exception {
        Browser b = running.browser("en");
        b.open();
        b.press("check", "words", "words", "urgent", "yes");
        b.press("send");
        return running.onlyReport().get("id").text();
    }

    @Test
    void listsReportsAndTheirFilesAndNothingElse() throws Exception {
        assertThat(text(running.asDesk("GET", "/collect", NOTHING))).isEqualTo("LAPWING-COLLECT-1\nend\n");
        String id = sent();
        assertThat(text(running.asDesk("GET", "/collect", NOTHING)))
                .isEqualTo("LAPWING-COLLECT-1\nreport " + id + " " + LocalDate.now(ZoneOffset.UTC) + "\nfile identity "
                        + IdentityFile.BYTES + "\nfile report.age 67195\nend\n");
    }

    @Test
    void refusesEverybodyButTheDeskAndEveryRequestTwice() throws Exception {
        String id = sent();
        SigningKey other = SigningKey.generate(running.group.random);
        String path = "/collect/" + id;
        assertThat(running.ask("DELETE", path, NOTHING, "").statusCode()).isEqualTo(401);
        assertThat(running.ask("DELETE", path, NOTHING, authorize(other, "DELETE", path, NOTHING, Duration.ZERO))
                        .statusCode())
                .isEqualTo(401);
        String late = authorize(running.group.desk, "DELETE", path, NOTHING, Duration.ofMinutes(3));
        assertThat(text(running.ask("DELETE", path, NOTHING, late))).contains("clock");
        String forAnother = authorize(running.group.desk, "DELETE", "/collect/other", NOTHING, Duration.ZERO);
        assertThat(running.ask("DELETE", path, NOTHING, forAnother).statusCode())
                .isEqualTo(401);
        assertThat(running.reports()).hasSize(1);

        String good = authorize(running.group.desk, "GET", "/bell", NOTHING, Duration.ZERO);
        assertThat(text(running.ask("GET", "/bell", NOTHING, good))).isEqualTo("urgent 1\n");
        assertThat(text(running.ask("GET", "/bell", NOTHING, good))).contains("sent before");
    }

    @Test
    void takesARosterThatGoesOnFromItsOwnAndNoOther() throws Exception {
        byte[] longer = running.group.nextRoster("mornings");
        byte[] altered = longer.clone();
        altered[altered.length - 10] ^= 1;
        assertThat(running.asDesk("PUT", "/roster", altered).statusCode()).isEqualTo(422);
        assertThat(running.asDesk("PUT", "/roster", new Group(LocalDate.now(ZoneOffset.UTC)).wholeChain())
                        .statusCode())
                .isEqualTo(422);
        assertThat(running.asDesk("PUT", "/roster", longer).statusCode()).isEqualTo(204);
        Browser b = running.browser("en");
        b.open();
        b.press("check", "words", "words");
        assertThat(b.press("send")).contains("mornings");
    }

    @Test
    void takesACertificateOfAnIntakeMemberAndNoOther() throws Exception {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        assertThat(running.asDesk("PUT", "/certificate", running.group.certificate(today, 0))
                        .statusCode())
                .isEqualTo(204);
        HttpResponse<byte[]> refused = running.asDesk("PUT", "/certificate", running.group.certificate(today, 1));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused)).contains("intake duty");
        assertThat(running.asDesk("PUT", "/certificate", "x".getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void filesRepliesOfOneSizeAndTakesThemBack() throws Exception {
        String locator = "0".repeat(32);
        assertThat(running.asDesk("PUT", "/reply/" + locator, new byte[Replies.BYTES - 1])
                        .statusCode())
                .isEqualTo(422);
        assertThat(running.asDesk("PUT", "/reply/" + locator.replace('0', 'G'), new byte[Replies.BYTES])
                        .statusCode())
                .isEqualTo(422);
        assertThat(running.asDesk("PUT", "/reply/" + locator, new byte[Replies.BYTES])
                        .statusCode())
                .isEqualTo(204);
        assertThat(running.asDesk("DELETE", "/reply/" + locator, NOTHING).statusCode())
                .isEqualTo(204);
        assertThat(running.asDesk("DELETE", "/reply/" + locator, NOTHING).statusCode())
                .isEqualTo(404);
    }

    @Test
    void knowsNoOtherPath() throws Exception {
        for (String path :
                new String[] {"/", "/other", "/collect/x/../../bell", "/reply", "/collect/%2e%2e/identity"}) {
            assertThat(running.asDesk("GET", path, NOTHING).statusCode())
                    .as(path)
                    .isIn(400, 404);
        }
        assertThat(running.asDesk("POST", "/collect", NOTHING).statusCode()).isEqualTo(404);
        assertThat(running.asDesk("PUT", "/certificate", new byte[200_000]).statusCode())
                .isEqualTo(413);
    }
}
