// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Requests as bytes on a socket: a well-behaved client would tidy up the addresses and headers that are tried here. */
record Wire(int port) {

    /** @param headers by name in lower case; of several with one name the first */
    record Answer(int status, Map<String, String> headers, String body) {
        String location() {
            return headers.getOrDefault("location", "");
        }

        /** The value of the session's cookie, if this answer sets it; else empty. */
        String cookie() {
            String set = headers.getOrDefault("set-cookie", "");
            return set.startsWith("n=") ? set.substring(2, set.indexOf(';')) : "";
        }
    }

    Answer get(String target, String... headers) {
        return ask("GET", target, "", headers);
    }

    Answer ask(String method, String target, String form, String... headers) {
        List<String> lines = new ArrayList<>(List.of(method + " " + target + " HTTP/1.1", "Connection: close"));
        if (List.of(headers).stream().noneMatch(each -> each.startsWith("Host:"))) {
            lines.add("Host: 127.0.0.1:" + port);
        }
        lines.addAll(List.of(headers));
        if (!form.isEmpty() || method.equals("POST")) {
            lines.add("Content-Type: application/x-www-form-urlencoded");
            lines.add("Content-Length: " + form.getBytes(UTF_8).length);
        }
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write((String.join("\r\n", lines) + "\r\n\r\n" + form).getBytes(UTF_8));
            return answer(new String(socket.getInputStream().readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        List<String> head = (end < 0 ? text : text.substring(0, end)).lines().toList();
        Map<String, String> headers = new TreeMap<>();
        for (String line : head.subList(Math.min(1, head.size()), head.size())) {
            int colon = line.indexOf(':');
            headers.putIfAbsent(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        int status = head.isEmpty() ? 0 : Integer.parseInt(head.getFirst().split(" ")[1]);
        return new Answer(status, headers, end < 0 ? "" : text.substring(end + 4));
    }
}
