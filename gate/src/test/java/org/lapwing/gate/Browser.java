// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A browser without scripts: keeps one cookie, posts a page's form with its hidden fields, follows to GET. */
public final class Browser {

    private static final String BOUNDARY = "----edge7MA4YWxkTrZu0gW";
    private static final Pattern TOKEN = Pattern.compile("name=\"t\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI address;
    private final String language;
    public String cookie = "";
    public String page = "";

    public Browser(Gate gate, String language) {
        this(URI.create(gate.address()), language);
    }

    /** At a gate in another process. */
    public Browser(URI address, String language) {
        this.address = address;
        this.language = language;
    }

    /** A file to upload. */
    public record Upload(String name, InputStream content) {
        public static Upload of(String name, byte[] content) {
            return new Upload(name, new ByteArrayInputStream(content));
        }
    }

    private HttpRequest.Builder request() {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept-Language", language);
        return cookie.isEmpty() ? request : request.header("Cookie", "n=" + cookie);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        Optional<String> set = answer.headers().firstValue("Set-Cookie");
        set.ifPresent(header -> cookie = header.substring(2, header.indexOf(';')));
        page = answer.body();
        return answer;
    }

    public HttpResponse<String> open() throws IOException, InterruptedException {
        return send(request().GET().build());
    }

    public String token() {
        Matcher token = TOKEN.matcher(page);
        return token.find() ? token.group(1) : "";
    }

    /** Presses a button: posts these fields and follows to the page. */
    public String press(String act, String... fields) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(act, fields);
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.statusCode() + "\n" + answer.body());
        }
        return open().body();
    }

    public HttpResponse<String> post(String act, String... fields) throws IOException, InterruptedException {
        var parts = new ArrayList<byte[]>();
        parts.add(field("t", token().getBytes(StandardCharsets.UTF_8)));
        for (int i = 0; i + 1 < fields.length; i += 2) {
            parts.add(field(fields[i], fields[i + 1].getBytes(StandardCharsets.UTF_8)));
        }
        parts.add(field("act", act.getBytes(StandardCharsets.UTF_8)));
        return postParts(parts);
    }

    public HttpResponse<String> postParts(List<byte[]> parts) throws IOException, InterruptedException {
        var streams = new ArrayList<InputStream>();
        parts.forEach(part -> streams.add(new ByteArrayInputStream(part)));
        return postStream(streams);
    }

    /** Uploads files and follows to the page. */
    public String upload(Upload... files) throws IOException, InterruptedException {
        var streams = new ArrayList<InputStream>();
        streams.add(new ByteArrayInputStream(field("t", token().getBytes(StandardCharsets.UTF_8))));
        streams.add(new ByteArrayInputStream(field("act", "upload".getBytes(StandardCharsets.UTF_8))));
        for (Upload file : files) {
            streams.add(new ByteArrayInputStream(head("files", Optional.of(file.name()))));
            streams.add(file.content());
            streams.add(new ByteArrayInputStream("\r\n".getBytes(StandardCharsets.UTF_8)));
        }
        HttpResponse<String> answer = postStream(streams);
        if (answer.statusCode() != 303) {
            throw new AssertionError(answer.statusCode() + "\n" + answer.body());
        }
        return open().body();
    }

    private HttpResponse<String> postStream(List<InputStream> streams) throws IOException, InterruptedException {
        var all = new ArrayList<>(streams);
        all.add(new ByteArrayInputStream(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8)));
        InputStream body = new SequenceInputStream(Collections.enumeration(all));
        return send(request()
                .header("Content-Type", type())
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> body))
                .build());
    }

    public static String type() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    public static byte[] field(String name, byte[] value) {
        return join(head(name, Optional.empty()), value, "\r\n".getBytes(StandardCharsets.UTF_8));
    }

    public static byte[] head(String name, Optional<String> file) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\""
                + file.map(each -> "; filename=\"" + each + "\"\r\nContent-Type: image/jpeg")
                        .orElse("") + "\r\n\r\n";
        return head.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
