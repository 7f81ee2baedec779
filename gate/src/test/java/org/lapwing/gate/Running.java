// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.lapwing.entry.CanonicalJson;
import org.lapwing.entry.Json;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.Receipt;
import org.lapwing.seal.SizeClass;

/** A gate in this process with an invented group, and that group's desk as a few lines. */
public final class Running implements AutoCloseable {

    public final Group group = new Group(LocalDate.now(ZoneOffset.UTC));
    public final Path data;
    public final Gate gate;
    private final HttpClient client = HttpClient.newHttpClient();

    public Running(Path folder, SpoolLimits limits) throws IOException {
        this.data = folder.resolve("data");
        Path roster = group.handOver(folder.resolve("group"));
        GateSettings plain = GateSettings.defaults(data, roster);
        this.gate = Gate.start(
                new GateSettings(data, roster, 0, 0, false, false, plain.idle(), plain.visits(), limits),
                Clock.systemUTC(),
                new SecureRandom());
    }

    public Browser browser(String language) {
        return new Browser(gate, language);
    }

    /** A signed request of the desk. */
    public HttpResponse<byte[]> asDesk(String method, String path, byte[] body)
            throws IOException, InterruptedException {
        String header = DeskRequest.of(method, path, body)
                .authorize(group.desk, Clock.systemUTC().instant(), group.random);
        return ask(method, path, body, header);
    }

    public HttpResponse<byte[]> ask(String method, String path, byte[] body, String header)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(gate.collectAddress() + path))
                .header(DeskRequest.HEADER, header)
                .method(
                        method,
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /** The reports that wait, opened as the desk would. */
    public List<Json.Tree> reports() throws IOException, InterruptedException {
        var reports = new ArrayList<Json.Tree>();
        String list = new String(asDesk("GET", "/collect", new byte[0]).body(), StandardCharsets.UTF_8);
        for (String line : list.split("\n")) {
            if (line.startsWith("report ")) {
                byte[] sealed = asDesk("GET", "/collect/" + line.split(" ")[1] + "/report.age", new byte[0])
                        .body();
                byte[] padded = AgeFile.openBytes(List.of(group.intake), sealed);
                reports.add(CanonicalJson.parse(SizeClass.unpaddedText(padded)).tree());
            }
        }
        return reports;
    }

    public Json.Tree onlyReport() throws IOException, InterruptedException {
        List<Json.Tree> reports = reports();
        if (reports.size() != 1) {
            throw new AssertionError(reports.size() + " reports");
        }
        return reports.getFirst();
    }

    /** Seals a reply to a report's mailbox and pushes it. */
    public int reply(Json.Tree report, String words) throws IOException, InterruptedException {
        byte[] json = CanonicalJson.encode(
                Json.tree(Map.of("version", Json.of(1), "language", Json.of("ru"), "words", Json.of(words))));
        byte[] padded = Arrays.copyOf(json, (int) SizeClass.paddedLength(json.length));
        byte[] sealed = AgeFile.sealBytes(
                List.of(HybridRecipient.parse(report.get("mailbox").text())), padded, group.random);
        return asDesk("PUT", "/reply/" + report.get("locator").text(), sealed).statusCode();
    }

    public static String locator(Receipt receipt) {
        return HexFormat.of().formatHex(receipt.locator());
    }

    /** Every regular file under the gate's folder. */
    public List<Path> files() throws IOException {
        try (var walk = Files.walk(data)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    @Override
    public void close() throws IOException {
        gate.close();
    }
}
