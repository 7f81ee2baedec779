// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.inbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.lapwing.entry.Id;
import org.lapwing.seal.AgeFile;
import org.lapwing.seal.DeskGuard;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.HybridRecipient;
import org.lapwing.seal.IdentityFile;
import org.lapwing.seal.IntakeCertificate;
import org.lapwing.seal.Roster;
import org.lapwing.seal.SizeClass;
import org.lapwing.seal.VerifyKey;

/** A gate's second listener on loopback, with its spool in memory; it checks each request's signature as a gate does. */
final class StandInGate implements AutoCloseable {
    private final HttpServer server;
    private final SecureRandom random = new SecureRandom();
    private final DeskGuard guard;
    private final Supplier<VerifyKey> desk;
    final SortedMap<String, Map<String, byte[]>> spool = new ConcurrentSkipListMap<>();
    final Map<String, byte[]> replies = new ConcurrentHashMap<>();
    final List<String> requests = java.util.Collections.synchronizedList(new ArrayList<>());
    volatile byte[] certificate = new byte[0];
    volatile int rung;

    StandInGate(Supplier<VerifyKey> desk) throws IOException {
        this.desk = desk;
        this.guard = new DeskGuard(
                Duration.ofMinutes(5), Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-2)), (nonce, until) -> true);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().toString();
        String method = exchange.getRequestMethod();
        requests.add(method + " " + path.replaceAll("[a-z2-7]{26}", "ID").replaceAll("[0-9a-f]{32}", "LOCATOR"));
        String header = exchange.getRequestHeaders().getFirst(DeskRequest.HEADER);
        Optional<String> refusal =
                guard.refusal(DeskRequest.of(method, path, body), header == null ? "" : header, desk.get());
        Optional<byte[]> answer = refusal.isPresent() ? Optional.empty() : act(method, path.split("/"), body);
        byte[] bytes = answer.orElse(new byte[0]);
        exchange.sendResponseHeaders(answer.isPresent() ? 200 : 401, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private Optional<byte[]> act(String method, String[] path, byte[] body) {
        return switch (method + " " + path[1] + " " + path.length) {
            case "GET collect 2" -> Optional.of(list());
            case "GET collect 4" -> Optional.ofNullable(spool.get(path[2])).map(files -> files.get(path[3]));
            case "DELETE collect 3" -> {
                spool.remove(path[2]);
                yield Optional.of(new byte[0]);
            }
            case "PUT certificate 2" -> {
                certificate = body;
                yield Optional.of(new byte[0]);
            }
            case "PUT reply 3" -> {
                replies.put(path[2], body);
                yield Optional.of(new byte[0]);
            }
            case "GET bell 2" -> Optional.of(ring());
            default -> method.equals("PUT") ? Optional.of(new byte[0]) : Optional.empty();
        };
    }

    private byte[] list() {
        StringBuilder lines = new StringBuilder("LAPWING-COLLECT-1\n");
        spool.forEach((id, files) -> {
            lines.append("report ").append(id).append(" 2026-11-22\n");
            files.forEach((name, file) -> lines.append("file ")
                    .append(name)
                    .append(' ')
                    .append(file.length)
                    .append('\n'));
        });
        return lines.append("end\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** As the gate does: it says how many rang since it was last asked. */
    private byte[] ring() {
        int since = rung;
        rung = 0;
        return ("urgent " + since + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    HybridRecipient recipient() {
        return IntakeCertificate.parse(certificate).recipient();
    }

    /** Puts a report into the spool as the gate's Parcel does. */
    Id keep(Sent sent, List<Roster.Custodian> custodians) {
        Id id = Id.random(random);
        Id identity = Id.random(random);
        var files = new TreeMap<String, byte[]>();
        files.put("report.age", seal(sent.json(id, identity)));
        for (int i = 0; i < sent.attachments().size(); i++) {
            files.put((i + 1) + ".age", seal(sent.attachments().get(i)));
        }
        files.put(
                "identity",
                IdentityFile.seal(identity.bytes(), new byte[0], custodians, random)
                        .bytes());
        spool.put(id.toString(), files);
        return id;
    }

    byte[] seal(byte[] content) {
        var padded = new java.io.ByteArrayOutputStream();
        padded.writeBytes(content);
        try {
            SizeClass.pad(padded, content.length);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return AgeFile.sealBytes(List.of(recipient()), padded.toByteArray(), random);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
