// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk.doors;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lapwing.desk.doors.Founding.FirstSecrets;
import org.lapwing.seal.Totp;

/** A browser without scripts: cookies, forms with their hidden fields, redirects. */
public final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(_csrf|position)\" value=\"([^\"]*)\">");

    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private String page = "";
    private int status;

    public Visitor(String base) {
        this.base = base;
    }

    public Visitor unlock(FirstSecrets member) {
        get("/");
        String code = Totp.parse(member.oneTimeSecret()).revealCode(Instant.now());
        post("/unlock", "handle", member.handle(), "passphrase", member.passphrase(), "code", code);
        return this;
    }

    public String get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)));
    }

    /** Posts with the hidden fields of the page last seen. */
    public String post(String path, String... fields) {
        StringBuilder body = new StringBuilder();
        Matcher hidden = HIDDEN.matcher(page);
        while (hidden.find()) {
            if (body.indexOf(hidden.group(1) + "=") < 0) {
                add(body, hidden.group(1), hidden.group(2));
            }
        }
        for (int i = 0; i < fields.length; i += 2) {
            add(body, fields[i], fields[i + 1]);
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public int status() {
        return status;
    }

    private static void add(StringBuilder body, String name, String value) {
        body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private String send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    http.send(request.header("Accept-Language", "en").build(), HttpResponse.BodyHandlers.ofString());
            page = answer.body();
            status = answer.statusCode();
            return page;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
