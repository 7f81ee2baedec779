// SPDX-License-Identifier: Apache-2.0
package org.lapwing.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lapwing.gate.spool.SpoolLimits;
import org.lapwing.pages.HeaderPolicy;
import org.lapwing.seal.DeskRequest;
import org.lapwing.seal.SigningKey;

/** Every address at which the running gate answers, by the router's own list; printed into the page for operators. */
class GateAccessTest {
    private static final Path PAGE =
            Path.of(System.getProperty("lapwing.root", "..")).resolve("docs/operators/access.md");
    private static final String BEGIN = "<!-- gate: printed by the test that tries every door -->\n";
    private static final String END = "<!-- end of gate -->";

    /** What is there by design: everything for reporters at one address, so that addresses say nothing of them. */
    private static final Map<String, String> PUBLIC = Map.of(
            "GET /", "the page where this visit stands",
            "HEAD /", "the same without the page",
            "POST /", "a press on it",
            "GET /assets/{name}", "the style sheet",
            "HEAD /assets/{name}", "the same without the sheet");

    private static final Map<String, String> DESKS = Map.of(
            "GET /collect", "the list of sealed reports that wait",
            "GET /collect/{report}/{file}", "one sealed file",
            "DELETE /collect/{report}", "a report has been collected",
            "PUT /roster", "a new version of the roster",
            "PUT /certificate", "the intake key of the week",
            "PUT /reply/{locator}", "a sealed answer",
            "DELETE /reply/{locator}", "an answer is taken back",
            "GET /bell", "whether something urgent has come");

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private Running running;

    @BeforeEach
    void start() throws IOException {
        running = new Running(folder, SpoolLimits.defaults());
    }

    @AfterEach
    void close() throws IOException {
        running.close();
    }

    private static Set<String> routes(Javalin listener) {
        Set<String> routes = new TreeSet<>();
        listener.unsafe.internalRouter.allHttpHandlers().forEach(each -> {
            if (each.endpoint.method.isHttpMethod()) {
                routes.add(each.endpoint.method.name() + " " + each.endpoint.path);
            }
        });
        return routes;
    }

    @Test
    void bothListenersAnswerAtTheAddressesThatThePageNamesAndAtNoOther() throws IOException {
        assertThat(routes(running.gate.listeners().getFirst())).isEqualTo(new TreeSet<>(PUBLIC.keySet()));
        assertThat(routes(running.gate.listeners().getLast())).isEqualTo(new TreeSet<>(DESKS.keySet()));
        var page = new StringBuilder("\n| what | address | anybody | the desk |\n|---|---|:-:|:-:|\n");
        new TreeSet<>(PUBLIC.keySet()).forEach(route -> page.append(line(PUBLIC.get(route), route, "✓", "✓")));
        new TreeSet<>(DESKS.keySet()).forEach(route -> page.append(line(DESKS.get(route), route, "–", "✓")));
        String kept = Files.readString(PAGE);
        String whole = kept.substring(0, kept.indexOf(BEGIN) + BEGIN.length())
                + page.append('\n')
                + kept.substring(kept.indexOf(END));
        Files.writeString(PAGE, whole);
        assertThat(kept.equals(whole))
                .as(PAGE + " is what this run saw (it is now: look at it and commit it)")
                .isTrue();
    }

    private static String line(Object words, String route, String anybody, String desk) {
        return "| " + words + " | `" + route + "` | " + anybody + " | " + desk + " |\n";
    }

    @Test
    void theDesksSideAnswersNobodyElse() throws IOException, InterruptedException {
        SigningKey other = SigningKey.generate(running.group.random);
        for (String route : DESKS.keySet()) {
            String method = route.split(" ")[0];
            String path = route.split(" ")[1]
                    .replace("{report}", "a".repeat(26))
                    .replace("{file}", "report.age")
                    .replace("{locator}", "0".repeat(32));
            byte[] body = new byte[0];
            assertThat(running.ask(method, path, body, "").statusCode())
                    .as(route)
                    .isEqualTo(401);
            for (String header : List.of(
                    signed(method, path, body, other),
                    signed(method, path + "x", body, running.group.desk),
                    signed("POST", path, body, running.group.desk),
                    signed(method, path, new byte[1], running.group.desk))) {
                assertThat(running.ask(method, path, body, header).statusCode())
                        .as(route)
                        .isEqualTo(401);
            }
            String own = signed(method, path, body, running.group.desk);
            assertThat(running.ask(method, path, body, own).statusCode())
                    .as(route)
                    .isNotIn(401, 500);
            assertThat(running.ask(method, path, body, own).statusCode())
                    .as(route + " again")
                    .isEqualTo(401);
            HttpResponse<String> onThePublicSide =
                    ask(method, running.gate.address().replaceAll("/$", "") + path);
            assertThat(onThePublicSide.statusCode())
                    .as(route + " on the public side")
                    .isIn(404, 405);
        }
    }

    private String signed(String method, String path, byte[] body, SigningKey key) {
        return DeskRequest.of(method, path, body)
                .authorize(key, Clock.systemUTC().instant(), running.group.random);
    }

    @Test
    void thePublicSideHasNoOtherAddressOrMethodAndAlwaysTheSameHeaders() throws IOException, InterruptedException {
        String gate = running.gate.address().replaceAll("/$", "");
        for (String path : List.of(
                "/",
                "//",
                "/%2e",
                "/;n=1",
                "/index.html",
                "/admin",
                "/assets/",
                "/assets/none",
                "/assets/%2e%2e/x",
                "/assets/..;/x",
                "/collect",
                "/bell",
                "/error",
                "/.well-known/x",
                "/robots.txt")) {
            for (String method :
                    List.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "QUERY")) {
                HttpResponse<String> answer = ask(method, gate + path);
                assertThat(answer.statusCode()).as(method + " " + path).isIn(200, 400, 404, 405, 501);
                if (answer.statusCode() == 200) {
                    assertThat(path).as(method).isEqualTo("/");
                    assertThat(method).isIn("GET", "HEAD");
                }
                // What Jetty itself refuses as no address or no method does not come as far as our headers.
                if (answer.statusCode() != 501 && answer.statusCode() != 400) {
                    HeaderPolicy.gate()
                            .forEach(
                                    (name, value) -> assertThat(answer.headers().firstValue(name))
                                            .as(method + " " + path)
                                            .contains(value));
                }
            }
        }
    }

    private HttpResponse<String> ask(String method, String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
    }
}
