// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The gate's HTTP as bytes, written by hand: what a browser would send, and nothing that costs the sender much. */
final class Wire {
    private static final String BOUNDARY = "bench-7f3a1c";
    private static final Pattern TOKEN = Pattern.compile("name=\"t\" value=\"([^\"]+)\"");
    private static final Pattern COOKIE = Pattern.compile("(?im)^Set-Cookie: *(n=[^;\\r]+)");
    private static final Pattern LENGTH = Pattern.compile("(?im)^Content-Length: *(\\d+)");

    private Wire() {}

    /** Who a visitor is to the gate. */
    record Ticket(String cookie, String token) {
        byte[] get() {
            return head("GET", "Cookie: " + cookie + "\r\n").getBytes(ISO_8859_1);
        }

        /** @param fields names and values by turns */
        byte[] press(String... fields) {
            StringBuilder body = new StringBuilder(part("t", token));
            for (int i = 0; i < fields.length; i += 2) {
                body.append(part(fields[i], fields[i + 1]));
            }
            byte[] bytes = body.append("--" + BOUNDARY + "--\r\n").toString().getBytes(UTF_8);
            return joined(pressHead(bytes.length), bytes);
        }

        byte[] pressHead(long length) {
            return head(
                            "POST",
                            "Cookie: " + cookie + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
                                    + "\r\nContent-Length: " + length + "\r\n")
                    .getBytes(ISO_8859_1);
        }

        /** What comes before a file's bytes, and after them. */
        byte[] beforeFile(String name) {
            return (part("t", token) + part("act", "upload") + "--" + BOUNDARY
                            + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"" + name
                            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                    .getBytes(UTF_8);
        }
    }

    static byte[] afterFile() {
        return ("\r\n--" + BOUNDARY + "--\r\n").getBytes(ISO_8859_1);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String head(String method, String more) {
        return method + " / HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Language: en\r\n" + more + "\r\n";
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Asks for the first page and keeps what it gives out. */
    static Ticket begin(Socket socket) throws IOException {
        String page = ask(socket, head("GET", "").getBytes(ISO_8859_1));
        Matcher token = TOKEN.matcher(page);
        Matcher cookie = COOKIE.matcher(page);
        if (!token.find() || !cookie.find()) {
            throw new IOException("the gate's first page has no form");
        }
        return new Ticket(cookie.group(1), token.group(1));
    }

    static String ask(Socket socket, byte[] request) throws IOException {
        socket.getOutputStream().write(request);
        return answer(socket.getInputStream());
    }

    /** One whole answer, head and body. */
    static String answer(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[8 * 1024];
        while (true) {
            int n = in.read(buffer);
            if (n < 0) {
                throw new IOException("the gate hung up");
            }
            bytes.write(buffer, 0, n);
            if (length(bytes.toByteArray(), bytes.size()) == bytes.size()) {
                return bytes.toString(UTF_8);
            }
        }
    }

    /** How long an answer will be in all; -1 while its head is not there. */
    static int length(byte[] bytes, int count) {
        for (int i = 3; i < count; i++) {
            if (bytes[i] == '\n' && bytes[i - 2] == '\n') {
                Matcher length = LENGTH.matcher(new String(bytes, 0, i, ISO_8859_1));
                return i + 1 + (length.find() ? Integer.parseInt(length.group(1)) : 0);
            }
        }
        return -1;
    }

    static int status(String answer) {
        return Integer.parseInt(answer.substring(9, 12));
    }
}
