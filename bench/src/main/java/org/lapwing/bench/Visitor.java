// SPDX-License-Identifier: Apache-2.0
package org.lapwing.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies and follows answers, and runs no scripts. Loopback only. */
final class Visitor {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"(/[^\"#?]*)\"");
    private static final Pattern FORM =
            Pattern.compile("<form[^>]*action=\"([^\"]*)\"[^>]*>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile("name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile("value=\"([^\"]*)\"");

    private final HttpClient client;
    private final URI door;
    private final Duration patience;

    Visitor(int port) {
        this(port, Duration.ofSeconds(30));
    }

    /** @param patience how long an answer may take */
    Visitor(int port, Duration patience) {
        this.patience = patience;
        door = URI.create("http://127.0.0.1:" + port);
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** @param again whether the page says that it is not ready and looks again by itself */
    record Answer(int status, String text, boolean again) {}

    /** A form of a page with what is already filled in where nobody sees it. */
    record Form(String action, Map<String, String> fields) {
        Form with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Form(action, more);
        }
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).GET().build());
    }

    Answer post(Form form) throws IOException, InterruptedException {
        String body = form.fields().entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(form.action())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(door.resolve(path))
                .header("Origin", door.toString())
                .header("Accept-Language", "en")
                .timeout(patience);
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                answer.body(),
                answer.headers().firstValue("Refresh").filter("2"::equals).isPresent());
    }

    HttpClient client() {
        return client;
    }

    /** Asks until the page is there. */
    void waitFor(String path) throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < until) {
            try {
                if (get(path).status() == 200) {
                    return;
                }
            } catch (IOException _) {
                // nobody listens yet
            }
            Thread.sleep(5);
        }
        throw new IOException("nothing answered within a minute");
    }

    List<String> links(String path) throws IOException, InterruptedException {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(get(path).text());
        while (link.find()) {
            links.add(link.group(1));
        }
        return links;
    }

    static List<Form> forms(String page) {
        List<Form> forms = new ArrayList<>();
        Matcher form = FORM.matcher(page);
        while (form.find()) {
            Map<String, String> fields = new LinkedHashMap<>();
            Matcher hidden = HIDDEN.matcher(form.group(2));
            while (hidden.find()) {
                Matcher name = NAME.matcher(hidden.group());
                Matcher value = VALUE.matcher(hidden.group());
                if (name.find()) {
                    fields.put(name.group(1), value.find() ? value.group(1) : "");
                }
            }
            forms.add(new Form(form.group(1), fields));
        }
        return forms;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
