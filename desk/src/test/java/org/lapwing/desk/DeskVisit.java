// SPDX-License-Identifier: Apache-2.0
package org.lapwing.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One browser without scripts: keeps its cookies, follows redirects, sends forms with what the page's form hides. */
public final class DeskVisit {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final URI desk;

    DeskVisit(URI desk) {
        this.desk = desk;
    }

    /** Somebody who has not unlocked, at a desk in another process. */
    public static DeskVisit at(URI desk) {
        return new DeskVisit(desk);
    }

    /** @param path where redirects have led */
    public record Page(int status, String path, String body, HttpResponse<String> answer) {
        /** What a page says, without its marks and with single spaces. */
        public String text() {
            return body.replaceAll("<[^>]+>", " ")
                    .replace("&#34;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&")
                    .replaceAll("\\s+", " ");
        }

        /** The first group of the first match, for example an id in a link. */
        public String find(String regex) {
            Matcher matcher = Pattern.compile(regex).matcher(body);
            if (!matcher.find()) {
                throw new AssertionError("\"" + regex + "\" is not on " + path + ": " + text());
            }
            return matcher.group(1);
        }

        Optional<String> hidden(String name) {
            return HIDDEN.matcher(body)
                    .results()
                    .filter(each -> each.group(1).equals(name))
                    .map(each -> each.group(2))
                    .findFirst();
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(desk.resolve(path)).GET());
    }

    /** Sends a form of {@code page} as it was drawn: with its token and the position where it stood. */
    public Page submit(Page page, String action, String... namesAndValues) {
        List<String> fields = new ArrayList<>();
        page.hidden("_csrf").ifPresent(token -> fields.add(field("_csrf", token)));
        page.hidden("position").ifPresent(position -> fields.add(field("position", position)));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(field(namesAndValues[i], namesAndValues[i + 1]));
        }
        return send(HttpRequest.newBuilder(desk.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", fields))));
    }

    private static String field(String name, String value) {
        return URLEncoder.encode(name, UTF_8) + "=" + URLEncoder.encode(value, UTF_8);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString(UTF_8));
            // as a browser does when a page asks for it: what is being opened is looked at again
            while (answer.headers().firstValue("Refresh").equals(Optional.of("2"))) {
                answer = client.send(
                        HttpRequest.newBuilder(answer.uri())
                                .header("Accept-Language", "en")
                                .build(),
                        BodyHandlers.ofString(UTF_8));
            }
            return new Page(answer.statusCode(), answer.uri().getPath(), answer.body(), answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
