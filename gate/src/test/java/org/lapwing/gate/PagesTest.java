// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.gate.visit.PublicDoor;
import org.lapwing.pages.HeaderPolicy;
import org.lapwing.pages.Messages;
import org.lapwing.pages.MultipartRefused;
import org.lapwing.pages.Tongue;

/** What holds of every page: headers, weight, neutrality, both languages. */
class PagesTest {
    private static final int MOST_BYTES = 30_000;
    private static final int MOST_STYLE_BYTES = 8_000;

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    /** Every page that somebody meets, in one language. */
    private static Map<String, String> pages(Running running, String language) throws Exception {
        Browser b = running.browser(language);
        var pages = new LinkedHashMap<String, String>();
        b.open();
        pages.put("write", b.page);
        pages.put("write, wrong", b.press("check", "words", ""));
        pages.put("files", b.press("files", "words", "words ".repeat(300), "urgent", "yes"));
        b.upload(Browser.Upload.of("a.jpg", new byte[100]), Browser.Upload.of("b.ogg", new byte[100]));
        pages.put("files, two", b.page);
        pages.put("identity", b.press("identity"));
        pages.put("check", b.press("keep-identity", "name", "n", "contact", "c"));
        pages.put("receipt", b.press("send"));
        String digits = Pattern.compile("class=\"digits\"[^>]*>([^<]+)<")
                .matcher(b.page)
                .results()
                .map((MatchResult each) -> each.group(1))
                .findFirst()
                .orElseThrow();
        pages.put("done", b.press("written"));
        pages.put("return", b.press("come-back"));
        pages.put("return, wrong", b.press("return", "receipt", "nine"));
        pages.put("box", b.press("return", "receipt", digits));
        pages.put("withdraw", b.press("withdraw"));
        pages.put("forget", b.press("forget"));
        pages.put("safer", b.press("safer"));
        b.press("back");
        b.press("box");
        pages.put("addition", b.press("add"));
        pages.put("left", b.post("leave").body());
        return pages;
    }

    @Test
    void everyPageIsLightNeutralAndWithoutScripts() throws Exception {
        try (Running running = new Running(folder, SpoolLimits.defaults())) {
            int style = style(running).length();
            assertThat(style).isLessThan(MOST_STYLE_BYTES);
            for (String language : new String[] {"en", "ru"}) {
                pages(running, language).forEach((name, page) -> {
                    assertThat(page.getBytes(StandardCharsets.UTF_8).length + style)
                            .as(name)
                            .isLessThan(MOST_BYTES);
                    assertThat(page)
                            .as(name)
                            .contains("<title>Notes</title>", "<html lang=\"" + language + "\">", "<h1>")
                            .doesNotContain("<script", "<svg", "<img", " style=", "javascript:", "http://", "https://")
                            .doesNotContainIgnoringCase("lapwing");
                    assertThat(page.split("<h1>", -1))
                            .as("one heading in %s", name)
                            .hasSize(2);
                    assertThat(links(page)).as(name).allMatch(to -> to.startsWith("#") || to.startsWith("/assets/"));
                });
            }
        }
    }

    private static List<String> links(String page) {
        return Pattern.compile("(?:href|src|action)=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .map((MatchResult each) -> each.group(1))
                .filter(to -> !to.equals("/"))
                .toList();
    }

    @Test
    void everyFieldHasALabelAndEveryHintAndErrorIsPointedAt() throws Exception {
        try (Running running = new Running(folder, SpoolLimits.defaults())) {
            pages(running, "en").forEach((name, page) -> {
                Pattern.compile("<(?:textarea|input type=\"(?:text|file|radio)\")[^>]* id=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .forEach(field -> assertThat(page).as(name).contains("for=\"" + field.group(1) + "\""));
                Pattern.compile("aria-(?:describedby|labelledby)=\"([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .flatMap(each -> Stream.of(each.group(1).split(" ")))
                        .forEach(id -> assertThat(page).as(name).contains("id=\"" + id + "\""));
                Pattern.compile("href=\"#([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .forEach(to -> assertThat(page).as(name).contains("id=\"" + to.group(1) + "\""));
            });
        }
    }

    private String style(Running running) throws Exception {
        Browser b = running.browser("en");
        b.open();
        String path = links(b.page).stream()
                .filter(to -> to.endsWith(".css"))
                .findFirst()
                .orElseThrow();
        HttpResponse<String> css = get(running, "GET", path);
        assertThat(css.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        return css.body();
    }

    private HttpResponse<String> get(Running running, String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(running.gate.address()).resolve(path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void everyAnswerCarriesThePolicyAndTellsNothingOfTheServer() throws Exception {
        try (Running running = new Running(folder, SpoolLimits.defaults())) {
            for (String[] asked : new String[][] {
                {"GET", "/", "200"},
                {"HEAD", "/", "200"},
                {"GET", "/other", "404"},
                {"PUT", "/", "405"},
                {"DELETE", "/", "405"},
                {"OPTIONS", "/", "405"},
                {"TRACE", "/", "405"},
                {"POST", "/", "400"},
                {"GET", "/collect", "404"}
            }) {
                HttpResponse<String> answer = get(running, asked[0], asked[1]);
                String what = asked[0] + " " + asked[1];
                assertThat(answer.statusCode()).as(what).isEqualTo(Integer.parseInt(asked[2]));
                HeaderPolicy.gate()
                        .forEach((name, value) -> assertThat(answer.headers().allValues(name))
                                .as(what + " " + name)
                                .containsExactly(value));
                assertThat(answer.headers().map().keySet())
                        .as(what)
                        .doesNotContain("server", "date", "x-powered-by", "etag", "last-modified");
            }
        }
    }

    @Test
    void theCookieIsOpaqueStrictAndEndsWithTheBrowser() throws Exception {
        try (Running running = new Running(folder, SpoolLimits.defaults())) {
            String set =
                    get(running, "GET", "/").headers().firstValue("Set-Cookie").orElseThrow();
            assertThat(set).matches("n=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict");
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        Messages messages = Messages.load(PublicDoor.class, "messages");
        assertThat(messages.keys(Tongue.RU)).isEqualTo(messages.keys(Tongue.EN));
        for (String key : messages.keys(Tongue.EN)) {
            assertThat(messages.arguments(Tongue.RU, key)).as(key).isEqualTo(messages.arguments(Tongue.EN, key));
        }
        for (var reason : MultipartRefused.Reason.values()) {
            assertThat(messages.has(new MultipartRefused(reason).key()))
                    .as("%s", reason)
                    .isTrue();
        }
    }
}
