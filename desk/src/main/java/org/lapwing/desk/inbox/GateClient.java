// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.lapwing.entry.Id;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.SigningKey;

/**
 * The gate's second listener as docs/formats/gate.md says it, spoken to with the desk's key. Every failure, of the
 * connection or of the gate, is an {@link IOException}. Safe for use by several threads.
 */
final class GateClient {
    /** The gate was reached and says no. */
    static final class Refused extends IOException {
        private final int status;

        Refused(int status, String method, String reason) {
            super("the gate answered " + status + " to " + method + ": " + reason);
            this.status = status;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int NOT_THERE = 404;
    private static final int LONGEST_LIST = 4 * 1024 * 1024;

    private final HttpClient http;
    private final URI gate;
    private final SigningKey desk;
    private final Clock clock;
    private final SecureRandom random;

    GateClient(HttpClient http, URI gate, SigningKey desk, Clock clock, SecureRandom random) {
        this.http = http;
        this.gate = gate;
        this.desk = desk;
        this.clock = clock;
        this.random = random;
    }

    WaitingList waiting() throws IOException {
        return WaitingList.parse(small("/collect"));
    }

    /** A file as it lies at the gate; to be closed. */
    InputStream file(Id report, String name) throws IOException {
        HttpResponse<InputStream> answer = send("GET", "/collect/" + report + "/" + name, new byte[0]);
        return answer.body();
    }

    void delete(Id report) throws IOException {
        try {
            done("DELETE", "/collect/" + report, new byte[0]);
        } catch (Refused e) {
            if (e.status != NOT_THERE) { // an earlier deletion of which we never heard
                throw e;
            }
        }
    }

    /** @param chain every version, oldest first */
    void putRoster(List<byte[]> chain) throws IOException {
        var whole = new java.io.ByteArrayOutputStream();
        chain.forEach(whole::writeBytes);
        done("PUT", "/roster", whole.toByteArray());
    }

    void putCertificate(byte[] certificate) throws IOException {
        done("PUT", "/certificate", certificate);
    }

    void putReply(String locator, byte[] sealed) throws IOException {
        done("PUT", "/reply/" + locator, sealed);
    }

    /** How often the bell rang since it was last asked. */
    int bell() throws IOException {
        String answer = new String(small("/bell"), StandardCharsets.US_ASCII).strip();
        if (!answer.matches("urgent [0-9]{1,9}")) {
            throw new IOException("the gate's bell says no number");
        }
        return Integer.parseInt(answer.substring("urgent ".length()));
    }

    private byte[] small(String path) throws IOException {
        try (InputStream body = send("GET", path, new byte[0]).body()) {
            byte[] bytes = body.readNBytes(LONGEST_LIST + 1);
            if (bytes.length > LONGEST_LIST) {
                throw new IOException("the gate's answer to " + path + " is too long");
            }
            return bytes;
        }
    }

    private void done(String method, String path, byte[] body) throws IOException {
        send(method, path, body).body().close();
    }

    private HttpResponse<InputStream> send(String method, String path, byte[] body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(gate.resolve(path))
                .timeout(PATIENCE)
                .header(DeskRequest.HEADER, DeskRequest.of(method, path, body).authorize(desk, clock.instant(), random))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            if (answer.statusCode() / 100 != 2) {
                try (InputStream reason = answer.body()) {
                    throw new Refused(
                            answer.statusCode(), method, new String(reason.readNBytes(200), StandardCharsets.UTF_8));
                }
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking the gate", e);
        }
    }
}
