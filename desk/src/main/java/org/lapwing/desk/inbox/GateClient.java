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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.EntryException;
import org.lapwing.entry.Id;
import org.lapwing.entry.Json;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.SigningKey;

/**
 * The gate's second listener as docs/formats/gate.md says it, spoken to with the desk's key. Every failure, of the
 * connection or of the gate, is an {@link IOException}. Safe for use by several threads.
 */
final class GateClient {
    /** A file that waits at the gate. */
    record WaitingFile(String name, long bytes) {}

    /** A report that waits at the gate, whole. */
    record Waiting(Id report, LocalDate day, List<WaitingFile> files) {
        long bytes() {
            return files.stream().mapToLong(WaitingFile::bytes).sum();
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
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

    List<Waiting> waiting() throws IOException {
        try {
            return CanonicalJson.parse(small("/collect")).tree().get("reports").items().stream()
                    .map(each -> waiting(each.tree()))
                    .toList();
        } catch (EntryException | DateTimeException e) {
            throw new IOException("the gate's list is not one: " + e.getMessage(), e);
        }
    }

    private static Waiting waiting(Json.Tree report) {
        return new Waiting(
                Id.parse(report.get("id").text()),
                LocalDate.parse(report.get("day").text()),
                report.get("files").items().stream()
                        .map(Json::tree)
                        .map(file -> new WaitingFile(
                                file.get("name").text(), file.get("bytes").whole()))
                        .toList());
    }

    /** A file as it lies at the gate; to be closed. */
    InputStream file(Id report, String name) throws IOException {
        HttpResponse<InputStream> answer = send("GET", "/collect/" + report + "/" + name, new byte[0]);
        return answer.body();
    }

    void delete(Id report) throws IOException {
        done("DELETE", "/collect/" + report, new byte[0]);
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
        try {
            long rung = CanonicalJson.parse(small("/bell")).tree().get("new").whole();
            return (int) Math.max(0, Math.min(rung, 9999));
        } catch (EntryException e) {
            throw new IOException("the gate's bell says no number", e);
        }
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
                    throw new IOException("the gate answered " + answer.statusCode() + " to " + method + ": "
                            + new String(reason.readNBytes(200), StandardCharsets.UTF_8));
                }
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking the gate", e);
        }
    }
}
